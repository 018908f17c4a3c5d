// Where the rooms of the workbench meet: the frame around the view that the address names, or the start
// page while no project is open.

import { lazy, Suspense, useEffect } from 'react'
import styles from './App.module.css'
import { Frame, Panes } from './frame/Frame.tsx'
import { Tour } from './frame/Tour.tsx'
import { ViewBoundary } from './frame/ViewBoundary.tsx'
import { OpenDialogs } from './OpenDialogs.tsx'
import { DropTarget } from './start/DropTarget.tsx'
import { ProjectFailed } from './start/ProjectFailed.tsx'
import { registerStartCommands } from './start/startCommands.ts'
import { Spinner } from './ui/Spinner.tsx'
import { useProject } from './workspace/project.ts'
import { useRoute, type View } from './workspace/route.ts'

const LOAD = {
  items: async () => ({ default: (await import('./items/ItemsView.tsx')).ItemsView }),
  query: async () => ({ default: (await import('./query/QueryView.tsx')).QueryView }),
} satisfies Record<View, unknown>

const VIEWS = { items: lazy(LOAD.items), query: lazy(LOAD.query) }

const StartPage = lazy(async () => ({ default: (await import('./start/StartPage.tsx')).StartPage }))

export function App() {
  useEffect(registerStartCommands, [])
  return (
    <Frame
      overlays={
        <>
          <OpenDialogs />
          <DropTarget />
        </>
      }
    >
      <Content />
    </Frame>
  )
}

function Content() {
  const { status, error } = useProject()
  if (status === 'ready') return <OpenProject />
  if (status === 'failed' && error) return <ProjectFailed error={error} />
  if (status === 'loading') return <Opening />
  return (
    <Suspense fallback={<Waiting label="Opening the start page" />}>
      <StartPage />
    </Suspense>
  )
}

/** While the engine opens the project, its view is on its way. */
function Opening() {
  const { view, projectId } = useRoute()
  useEffect(() => {
    if (projectId) void LOAD[view]().catch(() => {}) // Shown, it is fetched again, and then its failure too.
  }, [view, projectId])
  return <Waiting label="Opening the project" />
}

function OpenProject() {
  const { view, projectId } = useRoute()
  const Shown = VIEWS[view]
  return (
    <>
      <Panes>
        <ViewBoundary resetKey={`${projectId}/${view}`}>
          <Suspense fallback={<Waiting label="Opening the view" />}>
            <Shown />
          </Suspense>
        </ViewBoundary>
      </Panes>
      <Tour />
    </>
  )
}

function Waiting({ label }: { label: string }) {
  return (
    <div className={styles.waiting}>
      <Spinner label={label} size={20} />
    </div>
  )
}
