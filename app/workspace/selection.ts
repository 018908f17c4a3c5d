// The items that are selected now, in one table. The address holds the first of them (route.key), so that
// a link selects it again; this store holds them all, with their content.

import { create } from 'zustand'
import type { Key } from '../../engine/api.ts'
import type { Item } from '../../engine/value/attributeValue.ts'

export interface SelectedItem {
  key: Key
  item: Item
}

export interface SelectionState {
  table: string | undefined
  items: SelectedItem[]
}

export const useSelection = create<SelectionState>()(() => ({ table: undefined, items: [] }))

export function selectItems(table: string | undefined, items: SelectedItem[]): void {
  useSelection.setState({ table, items })
}

export function clearSelection(): void {
  selectItems(undefined, [])
}
