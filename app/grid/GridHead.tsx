// The headings of a grid: names, handles that change the width (drag, or arrow keys), and what hides a column.

import type { KeyboardEvent } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import type { MenuEntry } from '../ui/menuEntry.ts'
import styles from './ItemGrid.module.css'
import type { ShownColumn } from './useColumnWindow.ts'
import type { GridTable } from './useGridTable.ts'

export function GridHead({ table, columns }: { table: GridTable; columns: readonly ShownColumn[] }) {
  const headers = new Map(table.getFlatHeaders().map((header) => [header.column.id, header]))
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headLine}>
        {columns.map(({ id, column, place, left, width, isPinned }) => (
          <div
            key={id}
            role="columnheader"
            aria-colindex={place + 1}
            className={styles.heading}
            data-pinned={isPinned || undefined}
            style={{ left, width }}
          >
            {isPinned && <Icon name="key" size={12} />}
            <span className={styles.headingName} data-tip={column.name}>
              {column.name}
            </span>
            <Handle table={table} id={id} width={width} start={headers.get(id)?.getResizeHandler()} />
          </div>
        ))}
        <div role="columnheader" className={styles.columnsMenu}>
          <MenuButton
            label="Columns"
            icon="columns"
            size="small"
            align="end"
            entries={() => columnEntries(table)}
          />
        </div>
      </div>
    </div>
  )
}

/** Which attributes to show; keys always are. */
function columnEntries(table: GridTable): MenuEntry[] {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide())
  const toggles = columns.map(
    (column): MenuEntry => ({
      label: nameOf(column.id),
      checked: column.getIsVisible(),
      run: () => column.toggleVisibility(),
    }),
  )
  const hideAll = Object.fromEntries(columns.map((column) => [column.id, false]))
  return [
    { label: 'Show all', run: () => table.setColumnVisibility({}) },
    { label: 'Show keys only', run: () => table.setColumnVisibility(hideAll) },
    'separator',
    ...toggles,
  ]
}

/** The name in a column's id: see columnId. */
function nameOf(id: string): string {
  return id.slice(id.indexOf(' ') + 1)
}

interface HandleProps {
  table: GridTable
  id: string
  width: number
  start: ((event: unknown) => void) | undefined
}

function Handle({ table, id, width, start }: HandleProps) {
  const resize = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    table.setColumnSizing((sizes) => ({ ...sizes, [id]: Math.max(56, width + step) }))
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${nameOf(id)}`}
      aria-valuenow={width}
      aria-valuemin={56}
      aria-valuemax={900}
      tabIndex={-1}
      className={styles.handle}
      onMouseDown={start}
      onTouchStart={start}
      onKeyDown={resize}
      onDoubleClick={() => table.getColumn(id)?.resetSize()}
    />
  )
}
