// One table: tabs for itself and its indexes, a bar with what is in view, the picture or the grid, and the
// inspector of what is selected.

import { type ReactNode, useMemo } from 'react'
import { itemKeyText } from '../grid/itemKeyText.ts'
import type { TableDesign } from '../model/design.ts'
import { useRoute } from '../workspace/route.ts'
import { useSelection } from '../workspace/selection.ts'
import { ItemInspector } from './ItemInspector.tsx'
import styles from './ItemsView.module.css'
import { ShapeItems } from './ShapeItems.tsx'
import { ShapeTabs } from './ShapeTabs.tsx'
import type { TableShape } from './tableShape.ts'
import { useFreshSelection } from './useFreshSelection.ts'

const PANEL_ID = 'items-panel'

export interface TableItemsProps {
  /** The table, then its indexes. */
  shapes: readonly TableShape[]
  design: TableDesign | undefined
}

export function TableItems({ shapes, design }: TableItemsProps): ReactNode {
  const route = useRoute()
  const [table] = shapes
  const shape = shapes.find(({ indexName }) => indexName === route.index) ?? table
  const selection = useSelection()
  const keyNames = useMemo(() => (table?.primaryKeys ?? []).map((key) => key.name), [table])
  const selected = selection.table === table?.tableName ? selection.items : NOTHING
  const selectedKeys = useMemo(
    () => new Set(selected.map(({ key }) => itemKeyText(key, keyNames))),
    [selected, keyNames],
  )
  useFreshSelection(table, selected)
  if (!table || !shape) return null
  return (
    <div className={styles.view}>
      <ShapeTabs shapes={shapes} shape={shape} panelId={PANEL_ID} />
      <div
        id={PANEL_ID}
        role="tabpanel"
        aria-label={shape.indexName ?? shape.tableName}
        className={styles.panel}
      >
        <ShapeItems
          key={shape.indexName ?? ''}
          shape={shape}
          design={design}
          layout={route.layout ?? 'collections'}
          selected={selected}
          selectedKeys={selectedKeys}
        />
      </div>
      <ItemInspector shape={table} indexes={shapes.slice(1)} design={design} selected={selected} />
    </div>
  )
}

const NOTHING: never[] = []
