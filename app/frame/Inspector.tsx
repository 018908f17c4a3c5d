import { lazy, Suspense } from 'react'
import { useEntityFocus } from '../workspace/entityFocus.ts'
import { offerInspectorSlot, useInspectorSlot } from '../workspace/inspectorSlot.tsx'
import { useRoute } from '../workspace/route.ts'
import styles from './Inspector.module.css'

const TableInspector = lazy(() => import('./TableInspector.tsx').then((m) => ({ default: m.TableInspector })))
const IndexInspector = lazy(() => import('./IndexInspector.tsx').then((m) => ({ default: m.IndexInspector })))
const EntityInspector = lazy(() =>
  import('./EntityInspector.tsx').then((m) => ({ default: m.EntityInspector })),
)

/** What a feature puts into the slot, or else the entity, index or table in view. */
export function Inspector() {
  const filled = useInspectorSlot((state) => state.fillers > 0)
  return (
    <aside className={styles.inspector} aria-label="Inspector" data-tour="inspector">
      <div ref={offerInspectorSlot} className={styles.slot} hidden={!filled} />
      {!filled && (
        <Suspense>
          <InViewInspector />
        </Suspense>
      )}
    </aside>
  )
}

function InViewInspector() {
  const { table, index } = useRoute()
  const focus = useEntityFocus()
  if (!table) return <p className={styles.hint}>Choose a table to see its keys, indexes and sizes.</p>
  if (focus.entity !== undefined && focus.table === table)
    return <EntityInspector table={table} name={focus.entity} />
  if (index) return <IndexInspector table={table} name={index} />
  return <TableInspector name={table} />
}
