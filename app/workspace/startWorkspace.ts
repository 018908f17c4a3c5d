// Connects the stores to the engine and to the address. Called once, before the first render.

import { clearActivity } from './activity.ts'
import { watchChanges } from './changes.ts'
import { handleKeys } from './commands.ts'
import { closeProjectDialog } from './dialogs.ts'
import { watchEngineStatus } from './engineStatus.ts'
import { watchEntityCounts } from './entityCounts.ts'
import { watchEntityFocus } from './entityFocus.ts'
import { takeHandedRequest } from './handedRequest.ts'
import { watchInferredEntities } from './inferredEntities.ts'
import { notifyError } from './notify.ts'
import { watchOpenTabs } from './openTabs.ts'
import { closeProject, onProjectLeft, openProject, watchProject } from './project.ts'
import { destroyExpired, refreshProjects, watchProjects } from './projects.ts'
import { currentRoute, navigate, onRouteChange } from './route.ts'
import { watchTables } from './tables.ts'

export function startWorkspace(): void {
  watchChanges()
  watchProject()
  watchProjects()
  watchTables()
  watchEngineStatus()
  watchEntityCounts()
  watchInferredEntities()
  watchEntityFocus()
  watchOpenTabs()
  onProjectLeft(clearWindow)
  addEventListener('keydown', (event) => {
    if (!event.defaultPrevented) handleKeys(event)
  })
  onRouteChange(followRoute)
  void openFirst().catch((error: unknown) =>
    notifyError('The projects of this browser could not be read', error),
  )
}

/** What the window holds of a project goes with it. */
function clearWindow(): void {
  clearActivity()
  takeHandedRequest()
  closeProjectDialog()
}

/** The address names the project; without one, the start page shows. */
function followRoute({ projectId }: { projectId?: string }): void {
  if (projectId) void openProject(projectId)
  else closeProject()
}

/** The project of the address, or the last one that was open, or the start page. */
async function openFirst(): Promise<void> {
  await destroyExpired().catch(() => {}) // The next start tries again.
  const { projectId } = currentRoute()
  if (projectId) await openProject(projectId)
  const projects = await refreshProjects()
  const last = projects[0]
  if (!projectId && last && !isStartPage()) navigate({ projectId: last.id }, { replace: true })
  else if (!projectId) closeProject()
}

function isStartPage(): boolean {
  return location.hash === '#/start'
}
