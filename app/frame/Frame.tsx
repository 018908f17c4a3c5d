import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { TooltipLayer } from '../ui/Tooltip.tsx'
import { useTour } from '../workspace/tour.ts'
import styles from './Frame.module.css'
import { registerFrameCommands } from './frameCommands.ts'
import { type Pane, storedSize, storeSize, useFrame } from './frameState.ts'
import { Inspector } from './Inspector.tsx'
import { keepFocus } from './keepFocus.ts'
import { Notices } from './Notices.tsx'
import { Sidebar } from './Sidebar.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'

const ActivityDrawer = lazy(() => import('./ActivityDrawer.tsx').then((m) => ({ default: m.ActivityDrawer })))

/** Bars around whatever `children` is; what overlays all of it comes last. */
export function Frame({ children, overlays }: { children: ReactNode; overlays?: ReactNode }) {
  useEffect(registerFrameCommands, [])
  useEffect(keepFocus, [])
  return (
    <div className={styles.frame}>
      <TopBar />
      <div className={styles.body}>{children}</div>
      <StatusLine />
      <Notices />
      <Tips />
      {overlays}
    </div>
  )
}

/** What the tour dims keeps its tips to itself. */
function Tips() {
  const { stop } = useTour()
  return stop === undefined && <TooltipLayer />
}

const remember = (pane: Pane) => (size: { inPixels: number }) => storeSize(pane, size.inPixels)

/** The panes around a view: sidebar, inspector, activity. */
export function Panes({ children }: { children: ReactNode }) {
  const { panes } = useFrame()
  return (
    <Group className={styles.panes}>
      {panes.sidebar && (
        <>
          <Panel
            id="sidebar"
            minSize={168}
            maxSize={420}
            defaultSize={storedSize('sidebar', 232)}
            groupResizeBehavior="preserve-pixel-size"
            onResize={remember('sidebar')}
          >
            <Sidebar />
          </Panel>
          <Separator className={styles.gap} />
        </>
      )}
      <Panel id="sheet" minSize={360} className={styles.sheet} data-alone={!panes.sidebar || undefined}>
        <Sheet>{children}</Sheet>
      </Panel>
    </Group>
  )
}

function Sheet({ children }: { children: ReactNode }) {
  const { panes } = useFrame()
  return (
    <Group orientation="vertical">
      <Panel id="top" minSize={160}>
        <ViewAndInspector>{children}</ViewAndInspector>
      </Panel>
      {panes.activity && (
        <>
          <Separator className={styles.lineAcross} />
          <Panel
            id="activity"
            minSize={120}
            defaultSize={storedSize('activity', 280)}
            groupResizeBehavior="preserve-pixel-size"
            onResize={remember('activity')}
          >
            <Suspense>
              <ActivityDrawer />
            </Suspense>
          </Panel>
        </>
      )}
    </Group>
  )
}

function ViewAndInspector({ children }: { children: ReactNode }) {
  const { panes } = useFrame()
  return (
    <Group>
      <Panel id="view" minSize={280}>
        <main className={styles.view} data-tour="main">
          {children}
        </main>
      </Panel>
      {panes.inspector && (
        <>
          <Separator className={styles.line} />
          <Panel
            id="inspector"
            minSize={232}
            maxSize={560}
            defaultSize={storedSize('inspector', 304)}
            groupResizeBehavior="preserve-pixel-size"
            onResize={remember('inspector')}
          >
            <Inspector />
          </Panel>
        </>
      )}
    </Group>
  )
}
