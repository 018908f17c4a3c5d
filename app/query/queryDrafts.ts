// The drafts of the open project, table by table. Kept in the project's document `query`, so that they
// survive a reload. What is not written yet is written when the view or the project is left.

import { create } from 'zustand'
import { onProjectLeft } from '../workspace/project.ts'
import { ProjectClosedError, readProjectDocument, writeProjectDocument } from '../workspace/projectDoor.ts'
import { parseDrafts, printDrafts } from './draftsDocument.ts'
import type { QueryDraft } from './queryDraft.ts'
import { forgetRuns } from './results/queryRuns.ts'

export interface QueryDraftsState {
  projectId: string | undefined
  /** Whether what was written before has been read. */
  isOpen: boolean
  drafts: ReadonlyMap<string, QueryDraft>
}

const DOCUMENT = 'query'
const SAVE_DELAY_MS = 300

export const useQueryDrafts = create<QueryDraftsState>()(() => ({
  projectId: undefined,
  isOpen: false,
  drafts: new Map(),
}))

export function saveDraft(draft: QueryDraft): void {
  const { drafts } = useQueryDrafts.getState()
  useQueryDrafts.setState({ drafts: new Map(drafts).set(draft.form.tableName, draft) })
  saveSoon()
}

let saving: ReturnType<typeof setTimeout> | undefined
let loading = 0

/** Reads the drafts of the open project, in place of those of the one before. Never rejects. */
export async function openDrafts(projectId: string): Promise<void> {
  if (useQueryDrafts.getState().projectId === projectId) return
  loading += 1
  const turn = loading
  void flushDrafts()
  forgetRuns()
  useQueryDrafts.setState({ projectId, isOpen: false, drafts: new Map() })
  const read = await readDrafts(projectId)
  if (turn === loading) useQueryDrafts.setState(read)
}

/** Of a project that was closed meanwhile nothing is known: its drafts are read again when it is open. */
async function readDrafts(projectId: string): Promise<Partial<QueryDraftsState>> {
  try {
    const text = await readProjectDocument(projectId, DOCUMENT)
    return { isOpen: true, drafts: text === undefined ? new Map() : parseDrafts(text) }
  } catch (error) {
    if (error instanceof ProjectClosedError) return { projectId: undefined }
    // A store that cannot be read is told of by the engine itself; a query can be written without it.
    return { isOpen: true }
  }
}

function saveSoon(): void {
  clearTimeout(saving)
  saving = setTimeout(() => void flushDrafts(), SAVE_DELAY_MS)
}

/** Writes what is not written yet, to its own project or nowhere. Never rejects: the drafts stay in memory. */
export async function flushDrafts(): Promise<void> {
  if (saving === undefined) return
  clearTimeout(saving)
  saving = undefined
  const { projectId, drafts } = useQueryDrafts.getState()
  if (projectId === undefined) return
  // The engine tells of a failed store by its own notice; a draft is not worth a second one.
  await writeProjectDocument(projectId, DOCUMENT, printDrafts(drafts)).catch(() => {})
}

onProjectLeft(() => void flushDrafts())
