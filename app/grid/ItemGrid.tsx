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
} from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { GridHead } from './GridHead.tsx'
import { GridLine } from './GridLine.tsx'
import type { GridCell } from './gridCell.ts'
import { type GridColumn, gridColumns } from './gridColumns.ts'
import type { GridCursor } from './gridCursor.ts'
import styles from './ItemGrid.module.css'
import { itemKeyText } from './itemKeyText.ts'
import { type ItemSource, itemSource, loadedItems } from './itemSource.ts'
import { useColumnWindow } from './useColumnWindow.ts'
import { type LinePick, useGridKeys } from './useGridKeys.ts'
import { useGridTable } from './useGridTable.ts'
import { useLineSelection } from './useLineSelection.ts'
import { type LineWindow, useLineWindow } from './useLineWindow.ts'
import { useSameList } from './useSameList.ts'

export type { GridCell }

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
  onPick?(pick: LinePick): void
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
  const lineCount = source.count
  const lines = useLineWindow({ scrollRef, lineCount, lineHeight: LINE_HEIGHT, headHeight: HEAD_HEIGHT })
  const columns = useColumnWindow(table, found, scrollRef)
  const selection = useLineSelection({ ...props, keyNames, source })
  const { cursor, reveal, handlers } = useGridKeys<GridCell>({
    scrollRef,
    lines,
    lineCount,
    cellCount: () => columns.all.length,
    cellAt: (place) => cellAt(source, columns.all, place),
    onKeyDown: props.onKeyDown,
    onPick: selection.pick,
    onEdit: (cell, element) => !columnOf(columns.all, cell)?.render && props.onEditCell?.(cell, element),
    onMenu: props.onMenu,
  })
  useShown(props.shown, reveal)
  const gridId = useId()
  source.onShow?.(lines.first, lines.end)
  return (
    <div
      ref={scrollRef}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={props.ariaLabel}
      aria-rowcount={lineCount + 1}
      aria-colcount={columns.all.length}
      aria-multiselectable
      aria-activedescendant={lineCount > 0 ? `${gridId}-${cursor.line}-${cursor.cell}` : undefined}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
      {...handlers}
    >
      <div className={styles.content} style={{ width: columns.width }}>
        <GridHead table={table} columns={columns.shown} />
        <div role="rowgroup" className={styles.body} style={{ height: lines.height }}>
          {renderLines({ props, source, keyNames, lines, columns, cursor, gridId, selection })}
        </div>
      </div>
    </div>
  )
}

interface Scene {
  props: ItemGridProps
  source: ItemSource
  keyNames: readonly string[]
  lines: LineWindow
  columns: ReturnType<typeof useColumnWindow>
  cursor: GridCursor
  gridId: string
  selection: { selectedKeys: ReadonlySet<string> }
}

function renderLines({
  props,
  source,
  keyNames,
  lines,
  columns,
  cursor,
  gridId,
  selection,
}: Scene): ReactNode[] {
  const rendered: ReactNode[] = []
  for (let position = lines.first; position < lines.end; position++) {
    const item = source.itemAt(position)
    rendered.push(
      <GridLine
        key={position % POOL}
        gridId={gridId}
        position={position}
        top={lines.topOf(position)}
        item={item}
        columns={columns.shown}
        activeCell={cursor.line === position ? cursor.cell : -1}
        isSelected={item !== undefined && selection.selectedKeys.has(itemKeyText(item, keyNames))}
        renderCell={props.renderCell}
        renderMark={props.renderMark}
      />,
    )
  }
  return rendered
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

function cellAt(source: ItemSource, columns: readonly GridColumn[], place: GridCursor): GridCell | undefined {
  const item = source.itemAt(place.line)
  const column = columns[place.cell]
  if (!item || !column) return undefined
  const value = column.render ? undefined : item[column.name]
  return { position: place.line, item, name: column.name, value }
}

function columnOf(columns: readonly GridColumn[], { name }: GridCell): GridColumn | undefined {
  return columns.find((column) => column.name === name)
}

/** Brings the position into view once for each object that asks. */
function useShown(shown: { position: number } | undefined, reveal: (line: number) => void): void {
  const before = useRef<typeof shown>(undefined)
  useEffect(() => {
    if (!shown || before.current === shown) return
    before.current = shown
    reveal(shown.position)
  }, [shown, reveal])
}
