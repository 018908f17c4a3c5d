// Keyboard and mouse on a grid of items: one cell is active, and the focus stays on the grid itself
// (aria-activedescendant), so that lines may come and go under it. Cells carry data-line and data-cell.

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useRef,
  useState,
} from 'react'
import type { AttributeValue } from '../../engine/value/attributeValue.ts'
import { type GridCursor, moveCursor } from './gridCursor.ts'
import type { LineWindow } from './useLineWindow.ts'
import { writeValueTip } from './ValueText.tsx'

/** Lines to select: from `first` to `last`, both included. */
export interface LinePick {
  mode: 'one' | 'toggle' | 'range'
  first: number
  last: number
}

interface NamedCell {
  /** Attribute name. */
  name: string
  value: AttributeValue | undefined
}

export interface GridKeysOptions<Cell extends NamedCell> {
  scrollRef: RefObject<HTMLElement | null>
  lines: LineWindow
  lineCount: number
  cellCount(line: number): number
  /** Undefined where nothing is loaded. */
  cellAt(place: GridCursor): Cell | undefined
  /** Sees every key first; preventDefault() keeps the grid from acting on it. */
  onKeyDown?: ((event: KeyboardEvent, cell: Cell | undefined) => void) | undefined
  onPick(pick: LinePick): void
  onEdit?: ((cell: Cell, element: HTMLElement) => void) | undefined
  /** A look inside the cell was asked for. */
  onExpand?: ((cell: Cell, element: HTMLElement) => void) | undefined
  onMenu?: ((cell: Cell, event: MouseEvent) => void) | undefined
}

interface GridState<Cell extends NamedCell> {
  options: GridKeysOptions<Cell>
  cursor: GridCursor
  setCursor(cursor: GridCursor): void
  pick(line: number, mode: LinePick['mode']): void
}

export function useGridKeys<Cell extends NamedCell>(options: GridKeysOptions<Cell>) {
  const [wanted, setCursor] = useState<GridCursor>({ line: 0, cell: 0 })
  const anchorRef = useRef(0)
  const cursor = boundedCursor(wanted, options)
  const pick = (line: number, mode: LinePick['mode']) => {
    if (mode !== 'range') anchorRef.current = line
    const anchor = anchorRef.current
    options.onPick({ mode, first: Math.min(anchor, line), last: Math.max(anchor, line) })
  }
  const state: GridState<Cell> = { options, cursor, setCursor, pick }
  const { showLine } = options.lines
  /** Brings a line into view and puts the cursor there. */
  const reveal = useCallback(
    (line: number) => {
      setCursor({ line, cell: 0 })
      anchorRef.current = line
      showLine(line, 'center')
    },
    [showLine],
  )
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => handleKey(state, event),
    onClick: (event: MouseEvent) => handleClick(state, event),
    onDoubleClick: (event: MouseEvent) => handleAt(state, event, (place) => act(state, place, 'onEdit')),
    onContextMenu: (event: MouseEvent) =>
      handleAt(state, event, (place) => {
        const cell = options.cellAt(place)
        if (cell) options.onMenu?.(cell, event)
      }),
    onPointerOver: (event: PointerEvent) => writeTip(options, event.target),
  }
  return { cursor, reveal, handlers }
}

function boundedCursor<Cell extends NamedCell>(
  wanted: GridCursor,
  options: GridKeysOptions<Cell>,
): GridCursor {
  const line = Math.max(0, Math.min(wanted.line, options.lineCount - 1))
  return { line, cell: Math.max(0, Math.min(wanted.cell, options.cellCount(line) - 1)) }
}

function handleKey<Cell extends NamedCell>(state: GridState<Cell>, event: KeyboardEvent): void {
  const { options, cursor, pick } = state
  // Keys inside a cell's own controls are theirs.
  if (event.target !== event.currentTarget) return
  options.onKeyDown?.(event, options.cellAt(cursor))
  if (event.defaultPrevented) return
  if (move(state, event)) event.preventDefault()
  else if (event.key === ' ') pick(cursor.line, event.shiftKey ? 'range' : 'toggle')
  else if (event.key === 'ArrowDown' && event.altKey) act(state, cursor, 'onExpand')
  else if (event.key === 'Enter' || event.key === 'F2') act(state, cursor, 'onEdit')
  else return
  event.preventDefault()
}

function move<Cell extends NamedCell>(
  { options, cursor, setCursor, pick }: GridState<Cell>,
  event: KeyboardEvent,
): boolean {
  if (event.altKey) return false
  const { lines, lineCount, cellCount, scrollRef } = options
  const extent = { lineCount, pageLines: lines.pageLines, cellCount }
  const moved = moveCursor(cursor, event.key, event.ctrlKey || event.metaKey, extent)
  if (!moved) return false
  setCursor(moved)
  lines.showLine(moved.line)
  requestAnimationFrame(() => showCell(scrollRef.current, moved))
  if (event.shiftKey && moved.line !== cursor.line) pick(moved.line, 'range')
  return true
}

function handleClick<Cell extends NamedCell>(state: GridState<Cell>, event: MouseEvent): void {
  handleAt(state, event, (place) => {
    const isExpand = event.target instanceof Element && event.target.closest('[data-expand]') !== null
    if (isExpand) act(state, place, 'onExpand')
    else state.pick(place.line, pickMode(event))
  })
}

function handleAt<Cell extends NamedCell>(
  { setCursor }: GridState<Cell>,
  event: MouseEvent,
  handle: (place: GridCursor) => void,
): void {
  const place = placeOf(event.target)
  if (!place) return
  setCursor(place)
  handle(place)
}

function act<Cell extends NamedCell>(
  { options }: GridState<Cell>,
  place: GridCursor,
  how: 'onEdit' | 'onExpand',
): void {
  const cell = options.cellAt(place)
  const element = findCell(options.scrollRef.current, place)
  if (cell && element) options[how]?.(cell, element)
}

function writeTip<Cell extends NamedCell>(options: GridKeysOptions<Cell>, target: EventTarget): void {
  const place = placeOf(target)
  const cell = place && options.cellAt(place)
  const element = place && findCell(options.scrollRef.current, place)
  if (cell && element?.dataset.lazyTip !== undefined) writeValueTip(element, cell.name, cell.value)
}

/** How a click with these modifier keys selects. */
function pickMode(event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): LinePick['mode'] {
  if (event.shiftKey) return 'range'
  return event.ctrlKey || event.metaKey ? 'toggle' : 'one'
}

function placeOf(target: EventTarget): GridCursor | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  return cell ? { line: Number(cell.dataset.line), cell: Number(cell.dataset.cell) } : undefined
}

function findCell(grid: HTMLElement | null, { line, cell }: GridCursor): HTMLElement | undefined {
  return grid?.querySelector<HTMLElement>(`[data-line="${line}"][data-cell="${cell}"]`) ?? undefined
}

/** Scrolls sideways until the cell stands between what is pinned; these are the grid's scroll padding. */
function showCell(grid: HTMLElement | null, place: GridCursor): void {
  const cell = findCell(grid, place)
  if (cell && getComputedStyle(cell).position !== 'sticky') {
    cell.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }
}
