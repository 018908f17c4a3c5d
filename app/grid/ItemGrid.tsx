// Items as a table: one line an item, one column an attribute, keys first. Virtualised both ways: lines by
// position (a source may hold them in part), columns by TanStack Virtual.

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import { GridHead } from './GridHead.tsx'
import { GridLine } from './GridLine.tsx'
import { type GridColumn, gridColumns } from './gridColumns.ts'
import { type GridCursor, moveCursor } from './gridCursor.ts'
import styles from './ItemGrid.module.css'
import { itemKeyText } from './itemKeyText.ts'
import { type ItemSource, itemSource, loadedItems } from './itemSource.ts'
import { useColumnWindow } from './useColumnWindow.ts'
import { useGridTable } from './useGridTable.ts'
import { type Pick, pickMode, useLineSelection } from './useLineSelection.ts'
import { useLineWindow } from './useLineWindow.ts'
import { useSameList } from './useSameList.ts'
import { writeValueTip } from './ValueText.tsx'

export interface GridCell {
  position: number
  item: Item
  /** Attribute name. */
  name: string
  /** Undefined where the item lacks the attribute. */
  value: AttributeValue | undefined
}

export interface ItemGridProps {
  items: readonly Item[] | ItemSource
  /** Attributes that lead and stay in view; together they tell an item from all others. */
  keyNames: readonly string[]
  /** Without it: the attributes of the first items, by frequency. */
  columns?: readonly GridColumn[]
  ariaLabel: string
  /** itemKeyText() of the selected items; without it the grid keeps its own selection. */
  selectedKeys?: ReadonlySet<string> | undefined
  /** The items selected, of those loaded. */
  onSelect?(items: Item[], keys: ReadonlySet<string>): void
  /** Takes selecting over, for sources that are not loaded whole. */
  onPick?(pick: Pick): void
  onEditCell?(cell: GridCell, element: HTMLElement): void
  onMenu?(cell: GridCell, event: MouseEvent): void
  /** Sees every key first; preventDefault() keeps the grid from acting on it. */
  onKeyDown?(event: KeyboardEvent, cell: GridCell | undefined): void
  onCopy?(event: ClipboardEvent): void
  onPaste?(event: ClipboardEvent): void
  /** Undefined leaves the cell to the grid. */
  renderCell?(cell: GridCell): ReactNode | undefined
  /** Brings a position into view, and the keyboard there, each time that the object is another one. */
  shown?: { position: number } | undefined
  /** Stands at the start of each line, 12 px wide: what kind of item it is. */
  renderMark?(item: Item): ReactNode
}

export const LINE_HEIGHT = 28
const HEAD_HEIGHT = 30
const SAMPLE = 200
/** Elements of lines that leave the view serve those that enter it; more lines never stand in view. */
const POOL = 256

export function ItemGrid(props: ItemGridProps) {
  const { items } = props
  const keyNames = useSameList(props.keyNames)
  const source = useMemo(() => ('itemAt' in items ? items : itemSource(items)), [items])
  const found = useFoundColumns(source, props.columns, keyNames)
  const table = useGridTable(found)
  const scrollRef = useRef<HTMLDivElement>(null)
  const lines = useLineWindow({
    scrollRef,
    lineCount: source.count,
    lineHeight: LINE_HEIGHT,
    headHeight: HEAD_HEIGHT,
  })
  const columns = useColumnWindow(table, found, scrollRef)
  const selection = useLineSelection({ ...props, source })
  const { cursor, onKeyDown, onMouse, onPointerOver } = useGridKeys(
    props,
    source,
    columns.all,
    lines,
    selection,
    scrollRef,
  )
  const gridId = useId()
  source.onShow?.(lines.first, lines.end)

  const visible = []
  for (let position = lines.first; position < lines.end; position++) {
    const item = source.itemAt(position)
    const isSelected = item !== undefined && selection.selectedKeys.has(itemKeyText(item, keyNames))
    visible.push(
      <GridLine
        key={position % POOL}
        gridId={gridId}
        position={position}
        top={lines.topOf(position)}
        item={item}
        columns={columns.shown}
        columnCount={columns.all.length}
        activeCell={cursor.line === position ? cursor.cell : -1}
        isSelected={isSelected}
        renderCell={props.renderCell}
        renderMark={props.renderMark}
      />,
    )
  }
  return (
    <div
      ref={scrollRef}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={props.ariaLabel}
      aria-rowcount={source.count + 1}
      aria-colcount={columns.all.length}
      aria-multiselectable
      aria-activedescendant={source.count > 0 ? `${gridId}-${cursor.line}-${cursor.cell}` : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => onMouse(event, 'click')}
      onDoubleClick={(event) => onMouse(event, 'edit')}
      onContextMenu={(event) => onMouse(event, 'menu')}
      onPointerOver={onPointerOver}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
    >
      <div className={styles.content} style={{ width: columns.width }}>
        <GridHead table={table} columns={columns.shown} />
        <div role="rowgroup" className={styles.body} style={{ height: lines.height }}>
          {visible}
        </div>
      </div>
    </div>
  )
}

function useFoundColumns(
  source: ItemSource,
  given: readonly GridColumn[] | undefined,
  keyNames: readonly string[],
): readonly GridColumn[] {
  return useMemo(
    () => given ?? gridColumns(loadedItems(source, 0, SAMPLE), keyNames),
    [source, given, keyNames],
  )
}

function useGridKeys(
  props: ItemGridProps,
  source: ItemSource,
  columns: readonly GridColumn[],
  lines: ReturnType<typeof useLineWindow>,
  selection: ReturnType<typeof useLineSelection>,
  scrollRef: React.RefObject<HTMLElement | null>,
) {
  const [wanted, setCursor] = useState<GridCursor>({ line: 0, cell: 0 })
  const cursor = { line: Math.min(wanted.line, Math.max(0, source.count - 1)), cell: wanted.cell }
  const cellAt = (place: GridCursor): GridCell | undefined => {
    const item = source.itemAt(place.line)
    const column = columns[place.cell]
    if (!item || !column) return undefined
    return { position: place.line, item, name: column.name, value: item[column.name] }
  }
  const edit = (place: GridCursor) => {
    const cell = cellAt(place)
    const element = findCell(scrollRef.current, place)
    if (cell && element && !columns[place.cell]?.render) props.onEditCell?.(cell, element)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    props.onKeyDown?.(event, cellAt(cursor))
    if (event.defaultPrevented) return
    const isControl = event.ctrlKey || event.metaKey
    const extent = { lineCount: source.count, pageLines: lines.pageLines, cellCount: () => columns.length }
    const moved = moveCursor(cursor, event.key, isControl, extent)
    if (moved) {
      setCursor(moved)
      lines.showLine(moved.line)
      if (event.shiftKey && moved.line !== cursor.line) selection.pick(moved.line, 'range')
    } else if (event.key === ' ') selection.pick(cursor.line, event.shiftKey ? 'range' : 'toggle')
    else if (event.key === 'Enter' || event.key === 'F2') edit(cursor)
    else return
    event.preventDefault()
  }
  const onMouse = (event: MouseEvent, act: 'click' | 'edit' | 'menu') => {
    const place = placeOf(event.target)
    if (!place) return
    setCursor(place)
    if (act === 'click') selection.pick(place.line, pickMode(event))
    else if (act === 'edit') edit(place)
    else {
      const cell = cellAt(place)
      if (cell) props.onMenu?.(cell, event)
    }
  }
  const { shown } = props
  const { showLine } = lines
  const shownBefore = useRef<typeof shown>(undefined)
  useEffect(() => {
    if (!shown || shownBefore.current === shown) return
    shownBefore.current = shown
    setCursor({ line: shown.position, cell: 0 })
    showLine(shown.position, 'center')
  }, [shown, showLine])
  const onPointerOver = ({ target }: { target: EventTarget }) => {
    const place = placeOf(target)
    const cell = place && cellAt(place)
    const element = place && findCell(scrollRef.current, place)
    if (cell && element) writeValueTip(element, cell.name, cell.value)
  }
  return { cursor, onKeyDown, onMouse, onPointerOver }
}

function placeOf(target: EventTarget): GridCursor | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  if (!cell) return undefined
  return { line: Number(cell.dataset.line), cell: Number(cell.dataset.cell) }
}

function findCell(grid: HTMLElement | null, { line, cell }: GridCursor): HTMLElement | undefined {
  return grid?.querySelector<HTMLElement>(`[data-line="${line}"][data-cell="${cell}"]`) ?? undefined
}
