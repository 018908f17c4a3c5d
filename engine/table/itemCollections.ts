// Item collections by position: a window into a table or an index for a reader who scrolls. Each entry comes
// with the attributes that the projection drops, each collection touched by the window with its whole extent.

import type { Key } from '../api.ts'
import { createAttributeMap, type Item } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { attributeSizeBytes } from '../value/itemSize.ts'
import type { KeyBytes } from '../value/keyBytes.ts'
import { collectionPrefix, type SecondaryIndex } from './secondaryIndex.ts'
import { type Entry, prefixRange, type SortedItems } from './sortedItems.ts'
import type { Table } from './table.ts'
import type { KeyAttribute } from './tableDefinition.ts'

export interface ReadCollectionsInput {
  TableName: string
  IndexName?: string
  /** Counted from 0 in the order of a Scan. */
  position: number
  count: number
}

export interface DroppedAttribute {
  name: string
  sizeBytes: number
}

export interface CollectionEntry {
  item: Item
  sizeBytes: number
  /** Attributes of the item that the projection of the index leaves out. */
  dropped: DroppedAttribute[]
}

export interface CollectionExtent {
  /** The partition key attributes. */
  key: Key
  position: number
  count: number
  sizeBytes: number
}

export interface ReadCollectionsOutput {
  itemCount: number
  sizeBytes: number
  /** How many items the table has, be they in the index or not. */
  tableItemCount: number
  position: number
  entries: CollectionEntry[]
  /** Every item collection that the window touches. */
  collections: CollectionExtent[]
}

/** Throws a ValidationException for an index that the table does not have; throws PageFault. */
export function readCollections(table: Table, input: ReadCollectionsInput): ReadCollectionsOutput {
  const index = findIndex(table, input.IndexName)
  const source = index?.entries ?? table.items
  const hashKeys = index?.hashKeys ?? table.hashKeys
  const position = Math.max(0, Math.trunc(input.position))
  const window = [...source.at(position, input.count)]
  return {
    itemCount: source.count,
    sizeBytes: source.sizeBytes,
    tableItemCount: table.items.count,
    position,
    entries: window.map((entry) => collectionEntry(table, index, entry)),
    collections: collectionExtents(source, hashKeys, window),
  }
}

function findIndex(table: Table, name: string | undefined): SecondaryIndex | undefined {
  if (name === undefined) return undefined
  const index = table.indexes.get(name)
  if (!index) throw validationError(`The table does not have the specified index: ${name}`)
  return index
}

function collectionEntry(
  table: Table,
  index: SecondaryIndex | undefined,
  { item, sizeBytes }: Entry,
): CollectionEntry {
  if (!index) return { item, sizeBytes, dropped: [] }
  const dropped: DroppedAttribute[] = []
  const whole = table.getItem(item) ?? item
  for (const name in whole) {
    if (!index.projects(name)) dropped.push({ name, sizeBytes: attributeSizeBytes(name, whole[name]!) })
  }
  return { item, sizeBytes, dropped }
}

function collectionExtents(
  source: SortedItems,
  hashKeys: readonly KeyAttribute[],
  window: readonly Entry[],
): CollectionExtent[] {
  const extents: CollectionExtent[] = []
  let end: KeyBytes = ''
  for (const { key, item } of window) {
    if (key < end) continue
    const interval = prefixRange(collectionPrefix(hashKeys, item))
    end = interval.to
    const first = source.rank(interval.from)
    const last = source.rank(interval.to)
    extents.push({
      key: partitionKey(hashKeys, item),
      position: first.position,
      count: last.position - first.position,
      sizeBytes: last.bytesBefore - first.bytesBefore,
    })
  }
  return extents
}

function partitionKey(hashKeys: readonly KeyAttribute[], item: Item): Key {
  const key = createAttributeMap()
  for (const { name } of hashKeys) key[name] = item[name]!
  return key
}
