// A table as one would write it in an afternoon: an array of items, every index computed from it when asked,
// every query a filtered and sorted scan, every cost counted from what stands in the documentation.

import type { AttributeMap, Item } from '../../value/attributeValue.ts'
import { itemSizeBytes } from '../../value/itemSize.ts'

export interface NaiveIndex {
  name: string
  hash: string
  range?: string
  /** Beyond the keys; undefined for all attributes. */
  included: string[] | undefined
}

export const TABLE_KEYS = ['pk', 'sk']

export class NaiveTable {
  items: Item[] = []
  indexes: NaiveIndex[]

  constructor(indexes: NaiveIndex[]) {
    this.indexes = indexes
  }

  find(key: AttributeMap): Item | undefined {
    return this.items.find((item) => isSameKey(item, key))
  }

  /** Returns the units that the write costs: the table's, then each index's. */
  write(key: AttributeMap, after: Item | undefined): { table: number; indexes: Record<string, number> } {
    const before = this.find(key)
    this.items = this.items.filter((item) => item !== before)
    if (after) this.items.push(after)
    const indexes: Record<string, number> = {}
    for (const index of this.indexes) {
      const units = indexUnits(index, entryOf(index, before), entryOf(index, after))
      if (units > 0) indexes[index.name] = units
    }
    return { table: Math.max(1, kilobytes(before), kilobytes(after)), indexes }
  }

  entries(index: NaiveIndex | undefined): Item[] {
    if (!index) return this.items
    return this.items.map((item) => entryOf(index, item)).filter((entry) => entry !== undefined)
  }

  /** The sort key values in order, and the items without one. */
  query(index: NaiveIndex | undefined, hash: string, matches: (item: Item) => boolean): Item[] {
    const { hash: hashName, range } = index ?? { hash: 'pk', range: 'sk' }
    const found = this.entries(index).filter((item) => text(item[hashName]) === hash && matches(item))
    return range === undefined ? found : found.sort((a, b) => Number(text(a[range])) - Number(text(b[range])))
  }
}

export function entryOf({ hash, range, included }: NaiveIndex, item: Item | undefined): Item | undefined {
  const keys = range === undefined ? [hash] : [hash, range]
  if (!item || keys.some((name) => !item[name])) return undefined
  if (!included) return item
  const kept = [...TABLE_KEYS, ...keys, ...included]
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.includes(name)))
}

function indexUnits(index: NaiveIndex, before: Item | undefined, after: Item | undefined): number {
  const keys = [index.hash, index.range ?? index.hash]
  const isMoved = before && after && keys.some((name) => text(before[name]) !== text(after[name]))
  if (!before || !after || isMoved) return kilobytes(before) + kilobytes(after)
  return itemText(before) === itemText(after) ? 0 : Math.max(kilobytes(before), kilobytes(after))
}

export function kilobytes(item: Item | undefined): number {
  return item ? Math.ceil(itemSizeBytes(item) / 1024) : 0
}

export function isSameKey(a: AttributeMap, b: AttributeMap): boolean {
  return TABLE_KEYS.every((name) => text(a[name]) === text(b[name]))
}

/** The same text for the same item, whatever the order of its attributes. */
export function itemText(item: Item): string {
  return JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
}

export function text(value: AttributeMap[string] | undefined): string | undefined {
  return value && Object.values(value as Record<string, string>)[0]
}
