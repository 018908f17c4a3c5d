// An edit of structure has two halves, one in the engine and one in the design, and is one undo step. When
// the design cannot be saved, the engine's half is taken back, so that the two stay alike.

import type { Design } from '../model/design.ts'
import { replayEdit } from './designReplay.ts'
import { changeDesign } from './project.ts'
import { refreshTables, tablesRead } from './tables.ts'
import { type PushedStep, pushUndo } from './undo.ts'

export interface StructureEdit {
  /** The project that it belongs to. */
  projectId: string
  /** The undo step's. */
  label: string
  /** The engine's half, forth and back. Each does all or nothing. */
  apply(): Promise<unknown>
  revert(): Promise<unknown>
  design(design: Design): Design
}

/** Rejects with the error of the half that failed, and then nothing changed. */
export async function editStructure(edit: StructureEdit): Promise<PushedStep> {
  const { projectId, label, apply, revert } = edit
  await tablesRead(projectId)
  const { before, after } = await inBoth(apply, revert, (design) => edit.design(design), projectId)
  const goBack = (design: Design) => replayEdit(design, after, before)
  const goForth = (design: Design) => replayEdit(design, before, after)
  return pushUndo(
    {
      label,
      undo: async () => void (await inBoth(revert, apply, goBack, projectId)),
      redo: async () => void (await inBoth(apply, revert, goForth, projectId)),
    },
    projectId,
  )
}

async function inBoth(
  act: () => Promise<unknown>,
  takeBack: () => Promise<unknown>,
  design: (design: Design) => Design,
  projectId: string,
): Promise<{ before: Design; after: Design }> {
  await act()
  try {
    return await changeDesign(design, projectId)
  } catch (error) {
    await Promise.allSettled([takeBack()])
    throw error
  } finally {
    await refreshTables().catch(() => {}) // The next change reads them again.
  }
}
