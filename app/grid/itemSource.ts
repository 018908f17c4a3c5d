// Items by position, held whole or in part: a grid asks for what it shows and draws a skeleton for the rest.

import type { Item } from '../../engine/value/attributeValue.ts'

export interface ItemSource {
  readonly count: number
  /** Undefined while the item is not loaded. */
  itemAt(position: number): Item | undefined
  /** Called with the positions in view, so that the source loads them. */
  onShow?(first: number, end: number): void
}

export function itemSource(items: readonly (Item | undefined)[]): ItemSource {
  return { count: items.length, itemAt: (position) => items[position] }
}

/** The loaded items of a range of positions. */
export function loadedItems(source: ItemSource, first: number, end: number): Item[] {
  const items: Item[] = []
  for (let position = Math.max(0, first); position < Math.min(end, source.count); position++) {
    const item = source.itemAt(position)
    if (item) items.push(item)
  }
  return items
}
