// The items that came back, page after page in one grid; a line between pages says where one ended.

import { useMemo } from 'react'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { type GridColumn, gridColumns } from '../../grid/gridColumns.ts'
import { type GridCell, ItemGrid } from '../../grid/ItemGrid.tsx'
import { classifyItem } from '../../model/classifyItem.ts'
import type { TableDesign } from '../../model/design.ts'
import { EntityMark } from '../../ui/EntityMark.tsx'
import { plural } from '../../workspace/plural.ts'
import type { QueryTarget } from '../request/queryTarget.ts'
import { formatCount, formatUnits } from '../words/amounts.ts'
import { createPagedItems, type PagedItems } from './pagedItems.ts'
import styles from './ResultItems.module.css'
import type { ReadPage } from './readPage.ts'

export interface ResultItemsProps {
  pages: readonly ReadPage[]
  target: QueryTarget
  design: TableDesign | undefined
  onSelect(items: Item[]): void
}

const SAMPLED_ITEMS = 200
/** Pixels of the entity's mark, which stands in the first column. */
const MARK_WIDTH = 18

export function ResultItems({ pages, target, design, onSelect }: ResultItemsProps) {
  const items = useMemo(() => createPagedItems(pages), [pages])
  const firstPage = pages.find((page) => page.items.length > 0)
  const columns = useMemo(() => columnsOf(firstPage, target), [firstPage, target])
  const keyNames = useMemo(() => columns.filter(({ isKey }) => isKey).map(({ name }) => name), [columns])
  return (
    <div className={styles.items}>
      <ItemGrid
        items={items}
        keyNames={keyNames}
        columns={columns}
        ariaLabel="Items returned"
        onSelect={(selected) => onSelect(selected.filter((item) => items.pageHeadedBy(item) === undefined))}
        renderCell={(cell) => renderHeading(cell, items, columns)}
        renderMark={(item) => <Mark item={item} design={items.pageHeadedBy(item) ? undefined : design} />}
      />
    </div>
  )
}

/** The keys of the target first, then the table's, of those that the items have. */
function columnsOf(page: ReadPage | undefined, target: QueryTarget): GridColumn[] {
  const sample = page?.items.slice(0, SAMPLED_ITEMS) ?? []
  const keys = [...new Set([...target.keys, ...target.tableKeys].map((key) => key.name))]
  const present = keys.filter((name) => sample.some((item) => item[name] !== undefined))
  return gridColumns(sample, present).map((column, place) =>
    place === 0 && column.width !== undefined ? { ...column, width: column.width + MARK_WIDTH } : column,
  )
}

function renderHeading({ item, name }: GridCell, items: PagedItems, columns: readonly GridColumn[]) {
  const heading = items.pageHeadedBy(item)
  if (!heading) return undefined
  const { page, number } = heading
  const place = columns.findIndex((column) => column.name === name)
  const words = [
    `Page ${formatCount(number)}`,
    `${plural(page.count, 'item')} of ${formatCount(page.scannedCount)} read`,
    page.consumed ? `${formatUnits(page.consumed.CapacityUnits)} RCU` : '',
  ]
  return <span className={styles.pageBreak}>{words[place] ?? ''}</span>
}

function Mark({ item, design }: { item: Item; design: TableDesign | undefined }) {
  const entity = design && classifyItem(design, item)
  return entity ? <EntityMark color={entity.color} /> : null
}
