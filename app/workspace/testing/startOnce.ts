import { startWorkspace } from '../startWorkspace.ts'

let isStarted = false

export function startWorkspaceOnce(): void {
  if (isStarted) return
  isStarted = true
  location.hash = '#/start'
  startWorkspace()
}
