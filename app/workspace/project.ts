// The open project: which one, its name and its design document. Tables and items are the engine's; the
// document is saved with every edit, edits one after the other, and read again when another tab saved it.

import { create } from 'zustand'
import { createDesign, type Design } from '../model/design.ts'
import { isDeleted } from './deletedProjects.ts'
import { replayEdit } from './designReplay.ts'
import { beside, onNotice } from './engine.ts'
import { ProjectClosedError, type ProjectDoor, projectDoor } from './projectDoor.ts'
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

/** The door of the open project, for an edit that begins now. Throws ProjectClosed while none is open. */
export function openProjectDoor(): ProjectDoor {
  const { id, status } = useProject.getState()
  if (id === undefined || status !== 'ready') throw new ProjectClosedError()
  return projectDoor(id)
}

const leaveListeners = new Set<() => void>()

/**
 * Hears that the open project is being left, for window state that belongs to it. What the listener posts
 * at once still reaches that project.
 */
export function onProjectLeft(listener: () => void): () => void {
  leaveListeners.add(listener)
  return () => leaveListeners.delete(listener)
}

/** Opens a project of this browser; the one that was open is closed. Never rejects: see status. */
export async function openProject(id: string): Promise<void> {
  const { status, id: openId } = useProject.getState()
  if (openId === id && status !== 'failed') return
  const turn = ++opening
  leaveProject({ status: 'loading', id, name: '' })
  try {
    if (isDeleted(id)) throw new ProjectDeletedError()
    await saving.catch(() => {}) // What was edited in the project before is still its own.
    if (turn !== opening) return
    await beside().openProject(id)
    const [projects, text] = await Promise.all([
      beside().listProjects(),
      projectDoor(id).readDocument(DOCUMENT),
    ])
    if (turn !== opening) return
    const name = projects.find((project) => project.id === id)?.name ?? ''
    knownText = text
    useProject.setState({ status: 'ready', name, design: parseDesign(text, name) })
  } catch (error) {
    if (turn === opening) useProject.setState({ status: 'failed', error: describeError(error) })
  }
}

class ProjectDeletedError extends Error {
  constructor() {
    super('This project was deleted. It can still be brought back.')
    this.name = 'ProjectDeleted'
  }
}

function leaveProject(state: Pick<ProjectState, 'status' | 'id' | 'name'>): void {
  for (const listener of leaveListeners) listener()
  forgetUndo(state.id)
  clearSelection()
  knownText = undefined
  useProject.setState({ ...NONE, ...state })
}

/**
 * Makes a project, lets `fill` make its tables through its door and answer its design, and only then opens
 * it; answers its id. If `fill` fails, or another project is opened meanwhile, the new project is deleted.
 * After a failure the one that was open is open again, with its undo steps.
 */
export async function fillNewProject(
  name: string,
  fill: (door: ProjectDoor) => Promise<Design>,
): Promise<string> {
  const { id: previousId } = useProject.getState()
  const begun = opening
  const { id } = await beside().createProject(name)
  let restoreUndo = () => {}
  let turn: number | undefined
  const isWanted = () => (turn ?? begun) === opening
  try {
    checkWanted(isWanted)
    restoreUndo = keepUndo()
    turn = ++opening
    leaveProject({ status: 'loading', id, name })
    await openFilled(id, name, fill, isWanted)
    return id
  } catch (error) {
    if (isWanted()) await goBack(previousId)
    restoreUndo()
    await Promise.allSettled([beside().deleteProject(id)])
    throw error
  }
}

function checkWanted(isWanted: () => boolean): void {
  if (!isWanted()) throw new ProjectClosedError()
}

async function openFilled(
  id: string,
  name: string,
  fill: (door: ProjectDoor) => Promise<Design>,
  isWanted: () => boolean,
): Promise<void> {
  await saving.catch(() => {})
  checkWanted(isWanted)
  await beside().openProject(id)
  const door = projectDoor(id, isWanted)
  const design = { ...(await fill(door)), name }
  checkWanted(isWanted)
  await saveDesign(design, door)
  checkWanted(isWanted)
  useProject.setState({ status: 'ready', design })
}

async function goBack(previousId: string | undefined): Promise<void> {
  if (previousId === undefined) closeProject()
  else await openProject(previousId)
}

/** No project is open: the start page shows. */
export function closeProject(): void {
  if (useProject.getState().id !== undefined) opening++
  leaveProject({ status: 'none', id: undefined, name: '' })
}

function parseDesign(text: string | undefined, name: string): Design {
  return text === undefined ? createDesign(name) : (JSON.parse(text) as Design)
}

function describeError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'InternalFailure', message: String(error) }
}

/**
 * Saves what `edit` makes of the design of a project, which must be the open one: else it rejects with
 * ProjectClosed. Where it cannot be saved, the design stays as it was. No undo step: for edits that are part
 * of a larger step.
 */
export async function changeDesign(
  edit: (design: Design) => Design,
  projectId: string | undefined = useProject.getState().id,
): Promise<{ before: Design; after: Design }> {
  const door = openProjectDoor()
  if (door.projectId !== projectId) throw new ProjectClosedError()
  const before = useProject.getState().design
  const after = edit(before)
  if (after === before) return { before, after }
  useProject.setState({ design: after })
  try {
    await saveDesign(after, door)
  } catch (error) {
    const { id, design } = useProject.getState()
    if (id === projectId) useProject.setState({ design: replayEdit(design, after, before) })
    throw error
  }
  return { before, after }
}

function saveDesign(design: Design, door: ProjectDoor): Promise<void> {
  const text = JSON.stringify(design)
  knownText = text
  saving = saving.catch(() => {}).then(() => door.writeDocument(DOCUMENT, text))
  return saving
}

/** One edit of the design: saved, and one undo step. `label` follows "Undo": 'rename entity'. */
export async function editDesign(label: string, edit: (design: Design) => Design): Promise<void> {
  const { projectId } = openProjectDoor()
  const { before, after } = await changeDesign(edit, projectId)
  if (before === after) return
  const replay = async (from: Design, to: Design) =>
    void (await changeDesign((current) => replayEdit(current, from, to), projectId))
  pushUndo({ label, undo: () => replay(after, before), redo: () => replay(before, after) }, projectId)
}

/** Reads the document again after another tab wrote it. */
async function readAgain(): Promise<void> {
  const { id, status, name } = useProject.getState()
  if (status !== 'ready') return
  await saving.catch(() => {})
  if (id === undefined) return
  const text = await projectDoor(id).readDocument(DOCUMENT)
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
