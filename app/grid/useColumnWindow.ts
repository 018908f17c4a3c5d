// Which columns stand in the viewport. Keys are pinned and always do; the others are found by TanStack Virtual.

import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo } from 'react'
import type { GridColumn } from './gridColumns.ts'
import { columnId, type GridTable } from './useGridTable.ts'

export interface ShownColumn {
  id: string
  column: GridColumn
  /** 0-based place among all visible columns. */
  place: number
  /** Pixels from the start of the line. */
  left: number
  /** Pixels. */
  width: number
  isPinned: boolean
  /** Beside what scrolls under it. */
  isLastPinned: boolean
}

export interface ColumnWindow {
  /** All columns that are not hidden, in their order. */
  all: readonly GridColumn[]
  shown: readonly ShownColumn[]
  /** Pixels. */
  width: number
}

export function useColumnWindow(
  table: GridTable,
  columns: readonly GridColumn[],
  scrollRef: RefObject<HTMLElement | null>,
): ColumnWindow {
  const { laid, pinned, free } = useMemo(() => layColumns(table, columns), [table, columns])
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: free.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (place) => free[place]?.width ?? 0,
    paddingStart: free[0]?.left ?? 0,
    overscan: 3,
    initialRect: { width: 1600, height: 600 },
  })
  useEffect(() => {
    if (free.length > 0) virtualizer.measure()
  }, [free, virtualizer])
  const range = virtualizer.getVirtualItems()
  const first = range[0]?.index ?? 0
  const end = (range.at(-1)?.index ?? -1) + 1
  const shown = useMemo(() => [...pinned, ...free.slice(first, end)], [pinned, free, first, end])
  const last = laid.at(-1)
  return {
    all: useMemo(() => laid.map(({ column }) => column), [laid]),
    shown,
    width: last ? last.left + last.width : 0,
  }
}

function layColumns(table: GridTable, columns: readonly GridColumn[]) {
  const byId = new Map(columns.map((column) => [columnId(column), column]))
  const laid: ShownColumn[] = []
  let left = 0
  for (const { id } of [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()]) {
    const column = byId.get(id)
    const width = table.getColumn(id)?.getSize() ?? 0
    if (!column) continue
    laid.push({
      id,
      column,
      place: laid.length,
      left,
      width,
      isPinned: column.isKey === true,
      isLastPinned: false,
    })
    left += width
  }
  const pinned = laid.filter((column) => column.isPinned)
  const last = pinned.at(-1)
  if (last) last.isLastPinned = true
  return { laid, pinned, free: laid.filter((column) => !column.isPinned) }
}
