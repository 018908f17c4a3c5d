// A secondary index: which items are in it, what it keeps of them, and its entries in read order.
// An item is in an index if it has every key attribute of the index with the declared type; an entry is the
// item reduced to the table's keys, the index's keys and the projected attributes.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/SecondaryIndexes.html

import { type AttributeMap, createAttributeMap, type Item, typeOf } from '../value/attributeValue.ts'
import type { KeyBytes } from '../value/keyBytes.ts'
import { encodeKeyValue, hashKeyValues, keyValueSizeBytes, MAX_KEY_BYTES } from '../value/keyBytes.ts'
import { SortedItems } from './sortedItems.ts'
import type { IndexDefinition, KeyAttribute } from './tableDefinition.ts'

export class SecondaryIndex {
  readonly definition: IndexDefinition
  readonly kind: 'LSI' | 'GSI'
  readonly keys: readonly KeyAttribute[]
  readonly hashKeys: readonly KeyAttribute[]
  readonly rangeKeys: readonly KeyAttribute[]
  readonly entries: SortedItems
  /** The attributes that it keeps, or undefined when it keeps all. */
  readonly #projected: ReadonlySet<string> | undefined

  constructor(
    definition: IndexDefinition,
    kind: 'LSI' | 'GSI',
    keys: readonly KeyAttribute[],
    tableKeys: readonly KeyAttribute[],
    entries = new SortedItems(),
  ) {
    this.definition = definition
    this.kind = kind
    this.keys = keys
    this.hashKeys = keys.filter((key) => key.keyType === 'HASH')
    this.rangeKeys = keys.filter((key) => key.keyType === 'RANGE')
    this.entries = entries
    this.#projected = projectedNames(definition, [...keys, ...tableKeys])
  }

  get name(): string {
    return this.definition.IndexName
  }

  projects(attributeName: string): boolean {
    return this.#projected === undefined || this.#projected.has(attributeName)
  }

  projectionOf(item: Item): Item {
    if (!this.#projected) return item
    const projection = createAttributeMap()
    for (const name in item) if (this.#projected.has(name)) projection[name] = item[name]!
    return projection
  }

  /** Whether the item has every key attribute of the index, fit to be a key. */
  holds(item: Item): boolean {
    return this.keys.every((key) => isIndexable(item, key))
  }

  /** What the index keeps of the item, or undefined when the item is not in the index. */
  entryOf(item: Item): Item | undefined {
    return this.holds(item) ? this.projectionOf(item) : undefined
  }

  /** The bytes that all entries of the item's collection in this index begin with. */
  collectionPrefix(item: AttributeMap): KeyBytes {
    return collectionPrefix(this.hashKeys, item)
  }

  /** Index keys need not be unique, so the table's key makes the entry's. */
  entryKey(item: Item, primaryKey: KeyBytes): KeyBytes {
    let key = this.collectionPrefix(item)
    for (const range of this.rangeKeys) key += encodeKeyValue(item[range.name]!)
    return key + primaryKey
  }
}

/** Hash of the partition key, then its values: what all entries of one item collection begin with. */
export function collectionPrefix(hashKeys: readonly KeyAttribute[], item: AttributeMap): KeyBytes {
  const values = hashKeys.map((key) => item[key.name]!)
  let prefix = hashKeyValues(values)
  for (const value of values) prefix += encodeKeyValue(value)
  return prefix
}

function projectedNames(
  { Projection }: IndexDefinition,
  keys: readonly KeyAttribute[],
): ReadonlySet<string> | undefined {
  if (Projection.ProjectionType === 'ALL') return undefined
  const included = Projection.ProjectionType === 'INCLUDE' ? (Projection.NonKeyAttributes ?? []) : []
  return new Set([...keys.map((key) => key.name), ...included])
}

function isIndexable(item: Item, key: KeyAttribute): boolean {
  const value = item[key.name]
  if (!value || typeOf(value) !== key.type) return false
  const sizeBytes = keyValueSizeBytes(value)
  return sizeBytes > 0 && sizeBytes <= MAX_KEY_BYTES[key.keyType]
}
