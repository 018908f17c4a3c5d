import { memo, type ReactNode } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import type { GridCell } from './gridCell.ts'
import styles from './ItemGrid.module.css'
import type { ShownColumn } from './useColumnWindow.ts'
import { LAZY_TIP, ValueText } from './ValueText.tsx'

export interface GridLineProps {
  gridId: string
  position: number
  /** Pixels. */
  top: number
  /** Undefined while it is not loaded. */
  item: Item | undefined
  columns: readonly ShownColumn[]
  /** Place of the cell that the keyboard stands on, or -1. */
  activeCell: number
  isSelected: boolean
  renderCell?: ((cell: GridCell) => ReactNode | undefined) | undefined
  renderMark?: ((item: Item) => ReactNode) | undefined
}

export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { position, item, columns, activeCell } = props
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      aria-selected={props.isSelected}
      className={styles.line}
      data-selected={props.isSelected || undefined}
      style={{ top: props.top }}
    >
      {columns.map((shown) => (
        <Cell
          key={shown.id}
          id={`${props.gridId}-${position}-${shown.place}`}
          shown={shown}
          position={position}
          item={item}
          isActive={shown.place === activeCell}
          renderCell={props.renderCell}
          renderMark={shown.place === 0 ? props.renderMark : undefined}
        />
      ))}
    </div>
  )
})

interface CellProps extends Pick<GridLineProps, 'position' | 'item' | 'renderCell' | 'renderMark'> {
  id: string
  shown: ShownColumn
  isActive: boolean
}

function Cell({ id, shown, position, item, isActive, renderCell, renderMark }: CellProps) {
  const { column, place, isPinned, left, width } = shown
  const value = column.render ? undefined : item?.[column.name]
  return (
    <div
      id={id}
      {...{ role: isPinned ? 'rowheader' : 'gridcell', 'aria-colindex': place + 1 }}
      className={styles.cell}
      data-line={position}
      data-cell={place}
      data-pinned={isPinned || undefined}
      data-last={shown.isLastPinned || undefined}
      data-active={isActive || undefined}
      style={{ left, width }}
      {...LAZY_TIP}
    >
      {item && renderMark && <span className={styles.mark}>{renderMark(item)}</span>}
      {item ? (
        <Content {...{ column, item, position, value, renderCell }} />
      ) : (
        <span className={styles.skeleton} />
      )}
    </div>
  )
}

interface ContentProps extends Pick<GridLineProps, 'position' | 'renderCell'> {
  column: ShownColumn['column']
  item: Item
  value: GridCell['value']
}

function Content({ column, item, position, value, renderCell }: ContentProps) {
  if (column.render) return column.render(item)
  const rendered = renderCell?.({ position, item, name: column.name, value })
  if (rendered !== undefined) return rendered
  return value ? <ValueText value={value} isKey={column.isKey} /> : null
}
