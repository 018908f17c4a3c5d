// Selecting items: the store holds them all, the address the first of them.

import type { Item } from '../../engine/value/attributeValue.ts'
import { currentRoute, navigate } from '../workspace/route.ts'
import { clearSelection, type SelectedItem, selectItems } from '../workspace/selection.ts'
import { primaryKeyOf, type TableShape } from './tableShape.ts'

export function selectOnly(shape: TableShape, items: readonly Item[]): void {
  select(
    shape,
    items.map((item) => ({ key: primaryKeyOf(shape, item), item })),
  )
}

export function select(shape: TableShape, selected: SelectedItem[]): void {
  selectItems(shape.tableName, selected)
  // The person may have gone on to another table while this one was written to.
  if (currentRoute().table === shape.tableName) navigate({ key: selected[0]?.key }, { replace: true })
}

export function selectNothing(): void {
  clearSelection()
  navigate({ key: undefined }, { replace: true })
}
