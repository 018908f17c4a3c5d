// The order in which DynamoDB reads a table or index, as bytes to compare: the hash of the partition key,
// its values, the sort key's values; in an index then the table's primary key, since index keys need not be
// unique. The same bytes order the engine's entries, so a key finds its position by halving.

import { type AttributeMap, createAttributeMap } from '../../../engine/value/attributeValue.ts'
import { encodeKeyValue, hashKeyValues, type KeyBytes } from '../../../engine/value/keyBytes.ts'
import type { KeyAttribute, TableShape } from '../tableShape.ts'
import type { CollectionSource } from './collectionSource.ts'

/** The bytes of an entry; attributes that are missing end it, so that a partition key comes before its items. */
export function entryOrder(shape: TableShape, attributes: AttributeMap): KeyBytes {
  const own = keyOrder(shape.hashKeys, shape.rangeKeys, attributes)
  if (!shape.indexName || !own.isWhole) return own.bytes
  const [hashKey, ...rangeKeys] = shape.primaryKeys
  return own.bytes + keyOrder(hashKey ? [hashKey] : [], rangeKeys, attributes).bytes
}

function keyOrder(hashKeys: readonly KeyAttribute[], rangeKeys: readonly KeyAttribute[], from: AttributeMap) {
  const values = hashKeys.flatMap(({ name }) => from[name] ?? [])
  if (values.length < hashKeys.length) return { bytes: '', isWhole: false }
  let bytes = hashKeyValues(values)
  for (const value of values) bytes += encodeKeyValue(value)
  for (const { name } of rangeKeys) {
    const value = from[name]
    if (!value) return { bytes, isWhole: false }
    bytes += encodeKeyValue(value)
  }
  return { bytes, isWhole: true }
}

/**
 * The position of the first entry whose key attributes are those of `key` (the partition key, or more);
 * undefined when there is none. Reads about log2(itemCount) single entries.
 */
export async function findPosition(
  source: CollectionSource,
  shape: TableShape,
  key: AttributeMap,
): Promise<number | undefined> {
  const wanted = entryOrder(shape, key)
  let low = 0
  let high = (await source.read(0, 1)).itemCount
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = (await source.read(middle, 1)).entries[0]
    if (!entry || entryOrder(shape, entry.item) >= wanted) high = middle
    else low = middle + 1
  }
  const found = (await source.read(low, 1)).entries[0]
  return found && entryOrder(shape, found.item).startsWith(wanted) ? low : undefined
}

/** Only the attributes that order the shape's entries. */
export function orderingKey(shape: TableShape, attributes: AttributeMap): AttributeMap {
  const key = createAttributeMap()
  for (const { name } of [...shape.hashKeys, ...shape.rangeKeys, ...shape.primaryKeys]) {
    if (attributes[name]) key[name] = attributes[name]
  }
  return key
}
