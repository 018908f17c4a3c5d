// The open project: which one, its name and its design document. Tables and items are the engine's; the
// document is saved with every edit, edits one after the other, and read again when another tab saved it.

import { create } from 'zustand'
import { createDesign, type Design } from '../model/design.ts'
import { replayEdit } from './designReplay.ts'
import { beside, onNotice } from './engine.ts'
import { clearSelection } from './selection.ts'
import { forgetUndo, keepUndo, pushUndo } from './undo.ts'

export interface ProjectState {
  status: 'loading' | 'none' | 'ready' | 'failed'
  id: string | undefined
  name: string
  design: Design
  error?: { name: string; message: string } | undefined
}

const DOCUMENT = 'design'
const NONE: ProjectState = {
  status: 'none',
  id: undefined,
  name: '',
  design: createDesign(''),
  error: undefined,
}

export const useProject = create<ProjectState>()(() => ({ ...NONE, status: 'loading' }))

/** The text that this tab last read or wrote: what differs from it came from another tab. */
let knownText: string | undefined
let saving: Promise<void> = Promise.resolve()
let opening = 0

/** Opens a project of this browser; the one that was open is closed. Never rejects: see status. */
export async function openProject(id: string): Promise<void> {
  const { status, id: openId } = useProject.getState()
  if (openId === id && status !== 'failed') return
  const turn = ++opening
  leaveProject({ status: 'loading', id, name: '' })
  try {
    await beside().openProject(id)
    const [projects, text] = await Promise.all([beside().listProjects(), beside().readDocument(DOCUMENT)])
    if (turn !== opening) return
    const name = projects.find((project) => project.id === id)?.name ?? ''
    knownText = text
    useProject.setState({ status: 'ready', name, design: parseDesign(text, name) })
  } catch (error) {
    if (turn === opening) useProject.setState({ status: 'failed', error: describeError(error) })
  }
}

function leaveProject(state: Pick<ProjectState, 'status' | 'id' | 'name'>): void {
  forgetUndo()
  clearSelection()
  knownText = undefined
  useProject.setState({ ...NONE, ...state })
}

/**
 * Makes a project, lets `fill` make its tables and answer its design, and only then opens it. If `fill`
 * fails, the project is deleted and the one that was open is open again, with its undo steps.
 */
export async function fillNewProject(name: string, fill: () => Promise<Design>): Promise<void> {
  const previousId = useProject.getState().id
  const { id } = await beside().createProject(name)
  const restoreUndo = keepUndo()
  const turn = ++opening
  leaveProject({ status: 'loading', id, name })
  try {
    await beside().openProject(id)
    const design = { ...(await fill()), name }
    await saveDesign(design)
    if (turn === opening) useProject.setState({ status: 'ready', design })
  } catch (error) {
    closeProject()
    if (previousId !== undefined) await openProject(previousId)
    await beside().deleteProject(id)
    restoreUndo()
    throw error
  }
}

/** No project is open: the start page shows. */
export function closeProject(): void {
  opening++
  leaveProject({ status: 'none', id: undefined, name: '' })
}

function parseDesign(text: string | undefined, name: string): Design {
  return text === undefined ? createDesign(name) : (JSON.parse(text) as Design)
}

function describeError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'InternalFailure', message: String(error) }
}

/** Saves what `edit` makes of the design. No undo step: for edits that are part of a larger step. */
export async function changeDesign(
  edit: (design: Design) => Design,
): Promise<{ before: Design; after: Design }> {
  const before = useProject.getState().design
  const after = edit(before)
  if (after !== before) {
    useProject.setState({ design: after })
    await saveDesign(after)
  }
  return { before, after }
}

function saveDesign(design: Design): Promise<void> {
  const text = JSON.stringify(design)
  knownText = text
  saving = saving.catch(() => {}).then(() => beside().writeDocument(DOCUMENT, text))
  return saving
}

/** One edit of the design: saved, and one undo step. `label` follows "Undo": 'rename entity'. */
export async function editDesign(label: string, edit: (design: Design) => Design): Promise<void> {
  const { before, after } = await changeDesign(edit)
  if (before === after) return
  pushUndo({
    label,
    undo: async () => void (await changeDesign((current) => replayEdit(current, after, before))),
    redo: async () => void (await changeDesign((current) => replayEdit(current, before, after))),
  })
}

/** Reads the document again after another tab wrote it. */
async function readAgain(): Promise<void> {
  const { id, status, name } = useProject.getState()
  if (status !== 'ready') return
  await saving.catch(() => {})
  const text = await beside().readDocument(DOCUMENT)
  if (useProject.getState().id !== id || text === knownText) return
  knownText = text
  useProject.setState({ design: parseDesign(text, name) })
}

/** Follows what other tabs do. Once, when the workbench starts. */
export function watchProject(): () => void {
  return onNotice((notice) => {
    if (notice.kind === 'documents' && notice.names.includes(DOCUMENT)) void readAgain().catch(() => {})
  })
}
