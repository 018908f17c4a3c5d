// How large the item collection of a written item is, for tables with local secondary indexes: items and
// their index entries count together, against a limit of 10 GB. An estimate, between two whole gigabytes.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections

import type { ItemCollectionMetrics, Key } from '../api.ts'
import type { SecondaryIndex } from '../table/secondaryIndex.ts'
import { prefixRange, type SortedItems } from '../table/sortedItems.ts'
import type { Table } from '../table/table.ts'
import { createAttributeMap } from '../value/attributeValue.ts'
import type { KeyBytes } from '../value/keyBytes.ts'

const GIGABYTE = 1024 ** 3

/** Undefined for tables without local secondary indexes. Throws PageFault. */
export function findCollectionMetrics(table: Table, key: Key): ItemCollectionMetrics | undefined {
  const indexes = [...table.indexes.values()].filter((index) => index.kind === 'LSI')
  if (indexes.length === 0) return undefined
  const collectionKey = createAttributeMap()
  for (const { name } of table.hashKeys) collectionKey[name] = key[name]!
  const gigabytes = Math.floor(collectionBytes(table, indexes, key) / GIGABYTE)
  return { ItemCollectionKey: collectionKey, SizeEstimateRangeGB: [gigabytes, gigabytes + 1] }
}

function collectionBytes(table: Table, indexes: readonly SecondaryIndex[], key: Key): number {
  // A local index has the partition key of its table.
  const prefix = table.collectionPrefix(key)
  return indexes.reduce(
    (sum, index) => sum + bytesUnder(index.entries, prefix),
    bytesUnder(table.items, prefix),
  )
}

function bytesUnder(entries: SortedItems, prefix: KeyBytes): number {
  const { from, to } = prefixRange(prefix)
  return entries.rank(to).bytesBefore - entries.rank(from).bytesBefore
}
