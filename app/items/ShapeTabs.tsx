import type { ReactNode } from 'react'
import { Tabs } from '../ui/Tabs.tsx'
import { navigate } from '../workspace/route.ts'
import styles from './ItemsView.module.css'
import { projectionLabel, type TableShape } from './tableShape.ts'

/** Value of the table's own tab; no index has an empty name. */
const TABLE = ''

export interface ShapeTabsProps {
  /** The table first, then its indexes. */
  shapes: readonly TableShape[]
  /** The one in view. */
  shape: TableShape
  panelId: string
}

/** Tabs of a table and its indexes, each with its kind and projection. */
export function ShapeTabs({ shapes, shape, panelId }: ShapeTabsProps): ReactNode {
  const tabs = shapes.map((each) => ({
    value: each.indexName ?? TABLE,
    label: each.indexName ?? each.tableName,
    detail: each.projection ? `${each.kind} · ${projectionLabel(each.projection)}` : 'Table',
    tip: keysTip(each),
  }))
  return (
    <div className={styles.tabs}>
      <Tabs
        label="Table and indexes"
        value={shape.indexName ?? TABLE}
        tabs={tabs}
        panelId={panelId}
        onValue={(index) => navigate({ index: index === TABLE ? undefined : index })}
      />
    </div>
  )
}

function keysTip({ hashKeys, rangeKeys }: TableShape): string {
  const names = (keys: TableShape['hashKeys']) => keys.map(({ name, type }) => `${name} (${type})`).join(', ')
  const sort = rangeKeys.length > 0 ? `\nSort key: ${names(rangeKeys)}` : ''
  return `Partition key: ${names(hashKeys)}${sort}`
}
