// The projects of this browser: the list, and what can be done to a project as a whole. Deleting hides a
// project first (see deletedProjects), so that it can be brought back.

import { create } from 'zustand'
import type { ProjectSummary } from '../../engine/worker/beside.ts'
import { createDesign } from '../model/design.ts'
import { renameDesign } from '../model/edits.ts'
import { findExpired, isDeleted, markDeleted, unmarkDeleted } from './deletedProjects.ts'
import { beside, onNotice } from './engine.ts'
import { notify } from './notify.ts'
import { countOpenTabs } from './openTabs.ts'
import { changeDesign, fillNewProject, openProject, useProject } from './project.ts'
import { currentRoute, navigate } from './route.ts'
import { pushUndo } from './undo.ts'

export interface ProjectsState {
  /** The last opened first; undefined until they were read. */
  projects: ProjectSummary[] | undefined
  deleted: ProjectSummary[]
}

export const useProjects = create<ProjectsState>()(() => ({ projects: undefined, deleted: [] }))

export async function refreshProjects(): Promise<ProjectSummary[]> {
  const all = await beside().listProjects()
  const projects = all.filter(({ id }) => !isDeleted(id))
  useProjects.setState({ projects, deleted: all.filter(({ id }) => isDeleted(id)) })
  const open = all.find(({ id }) => id === useProject.getState().id)
  if (open && open.name !== useProject.getState().name) useProject.setState({ name: open.name })
  return projects
}

/** Follows what other tabs do. Once, when the workbench starts. */
export function watchProjects(): () => void {
  return onNotice((notice) => {
    if (notice.kind === 'projects') void refreshProjects().catch(() => {})
  })
}

/** A name that no project has yet: 'Shop', 'Shop 2', … */
export function freeProjectName(wanted: string): string {
  const taken = new Set(useProjects.getState().projects?.map(({ name }) => name))
  const base = wanted.trim() || 'Untitled'
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} ${number}`
    if (!taken.has(name)) return name
  }
}

/** Makes an empty project and opens it; rejects with ProjectClosed when another was opened meanwhile. */
export async function createProject(wanted: string): Promise<void> {
  await refreshProjects()
  const name = freeProjectName(wanted)
  const id = await fillNewProject(name, async () => createDesign(name))
  navigate({ projectId: id, view: 'items', layout: undefined })
  await refreshProjects()
}

/** Renames the open project and its model. */
export async function renameProject(name: string): Promise<void> {
  const { id, name: oldName } = useProject.getState()
  if (!id || !name.trim() || name === oldName) return
  const rename = async (next: string) => {
    await beside().renameProject(id, next)
    if (useProject.getState().id === id) useProject.setState({ name: next })
    await changeDesign((design) => renameDesign(design, next), id)
    await refreshProjects()
  }
  await rename(name.trim())
  pushUndo({ label: 'rename project', undo: () => rename(oldName), redo: () => rename(name.trim()) }, id)
}

/** Copies the open project, items and all, and opens the copy. */
export async function duplicateProject(): Promise<void> {
  const { id, name } = useProject.getState()
  if (!id) return
  const copy = await beside().duplicateProject(id, freeProjectName(`${name} copy`))
  if (useProject.getState().id === id) {
    const opened = openProject(copy.id)
    navigate({ projectId: copy.id })
    await opened
  }
  await refreshProjects()
}

/** Hides a project; the notice offers it back, and for a week the list of projects does too. */
export async function deleteProject(id: string): Promise<void> {
  const name = useProjects.getState().projects?.find((project) => project.id === id)?.name ?? 'Project'
  markDeleted(id)
  const rest = await refreshProjects()
  if (useProject.getState().id === id) navigate({ projectId: rest[0]?.id })
  notify({
    tone: 'info',
    title: `“${name}” was deleted`,
    detail: 'It can be brought back for seven days, from the list of projects.',
    action: { label: 'Undo', run: () => void restoreProject(id) },
  })
}

export async function restoreProject(id: string): Promise<void> {
  unmarkDeleted(id)
  await refreshProjects()
  navigate({ projectId: id })
  await openProject(id)
}

/** Gives the space of a deleted project back. It cannot be brought back after this. */
export async function destroyProject(id: string): Promise<void> {
  await beside().deleteProject(id)
  unmarkDeleted(id)
  await refreshProjects()
}

/**
 * Gives back the space of projects that were deleted more than a week ago, but for those that the address
 * names or some tab has open. What cannot be removed now is tried again the next time.
 */
export async function destroyExpired(): Promise<void> {
  const expired = findExpired()
  if (expired.length === 0) return
  const known = new Set((await beside().listProjects()).map(({ id }) => id))
  for (const id of expired) {
    if (!known.has(id)) unmarkDeleted(id)
    else if (currentRoute().projectId !== id && (await countOpenTabs(id)) === 0)
      await destroyProject(id).catch(() => {})
  }
}
