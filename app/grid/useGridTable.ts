// The columns of a grid as TanStack Table keeps them: widths, visibility, keys pinned to the start.
// Lines are not its business: they come by position from an ItemSource, far too many to hand over as data.

import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import type { GridColumn } from './gridColumns.ts'

const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnPinningFeature,
})
const helper = createColumnHelper<typeof features, Item>()
const NO_ITEMS: Item[] = []
const DEFAULT_COLUMN = { size: 160, minSize: 56, maxSize: 900 }

export type GridTable = ReturnType<typeof useGridTable>
export function useGridTable(columns: readonly GridColumn[]) {
  const definitions = useMemo(() => columns.map(columnDefinition), [columns])
  const pinned = useMemo(() => columns.filter((column) => column.isKey).map(columnId), [columns])
  const options = useMemo(
    () => ({
      features,
      columns: definitions,
      data: NO_ITEMS,
      defaultColumn: DEFAULT_COLUMN,
      columnResizeMode: 'onChange' as const,
      state: { columnPinning: { start: pinned, end: [] } },
    }),
    [definitions, pinned],
  )
  return useTable(options)
}

/** A column's id; prefixed, so that attribute names such as `__proto__` mean nothing special in the state. */
export function columnId(column: Pick<GridColumn, 'name' | 'render'>): string {
  return `${column.render ? 'computed' : 'attribute'} ${column.name}`
}

function columnDefinition(column: GridColumn) {
  return helper.display({
    id: columnId(column),
    header: column.name,
    enableHiding: !column.isKey,
    ...(column.width === undefined ? {} : { size: column.width }),
  })
}
