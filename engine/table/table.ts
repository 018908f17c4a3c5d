// A table in memory: its items in read order and its secondary indexes. Writes come in two halves: planWrite
// says what would change, in the table and in each index, and changes nothing; applyWrite does it and cannot
// fail, because the plan touched every page it needs.

import type { Key } from '../api.ts'
import { createAttributeMap, type Item } from '../value/attributeValue.ts'
import { equalValues } from '../value/compareValues.ts'
import { itemSizeBytes } from '../value/itemSize.ts'
import { encodeKeyValue, type KeyBytes } from '../value/keyBytes.ts'
import { collectionPrefix, SecondaryIndex } from './secondaryIndex.ts'
import { END_OF_KEYS, type Entry, SortedItems } from './sortedItems.ts'
import {
  type IndexDefinition,
  isBackfilled,
  type KeyAttribute,
  keyAttributes,
  type TableDefinition,
} from './tableDefinition.ts'

export interface IndexChange {
  index: SecondaryIndex
  removed?: Entry
  added?: Entry
}

export interface ItemChange {
  table: Table
  key: KeyBytes
  before: Item | undefined
  after: Item | undefined
  /** Only the indexes whose entry changes. */
  indexes: IndexChange[]
}

/** A table's parts after a change of its definition, built beside the old ones and swapped in at once. */
export interface DefinitionPlan {
  definition: TableDefinition
  indexes: Map<string, SecondaryIndex>
}

export class Table {
  readonly keys: readonly KeyAttribute[]
  readonly hashKeys: readonly KeyAttribute[]
  readonly rangeKeys: readonly KeyAttribute[]
  readonly items: SortedItems
  #definition: TableDefinition
  #indexes: Map<string, SecondaryIndex>
  /** Storage numbers of pages of dropped indexes, to be removed by the next checkpoint. */
  readonly removedPages: number[] = []

  constructor(
    definition: TableDefinition,
    items = new SortedItems(),
    stored = new Map<string, SortedItems>(),
  ) {
    this.keys = keyAttributes(definition.KeySchema, definition.AttributeDefinitions)
    this.hashKeys = this.keys.filter((key) => key.keyType === 'HASH')
    this.rangeKeys = this.keys.filter((key) => key.keyType === 'RANGE')
    this.items = items
    this.#definition = definition
    this.#indexes = new Map()
    for (const { index, kind } of indexDefinitions(definition)) {
      this.#indexes.set(
        index.IndexName,
        this.#createIndex(definition, index, kind, stored.get(index.IndexName)),
      )
    }
  }

  get name(): string {
    return this.#definition.TableName
  }

  get definition(): TableDefinition {
    return this.#definition
  }

  get indexes(): ReadonlyMap<string, SecondaryIndex> {
    return this.#indexes
  }

  keyOf(item: Item): Key {
    const key = createAttributeMap()
    for (const { name } of this.keys) key[name] = item[name]!
    return key
  }

  collectionPrefix(item: Item): KeyBytes {
    return collectionPrefix(this.hashKeys, item)
  }

  /** The bytes of an item's primary key. The item has all key attributes, with the declared types. */
  primaryKey(item: Item): KeyBytes {
    const range = this.rangeKeys[0]
    const prefix = this.collectionPrefix(item)
    return range ? prefix + encodeKeyValue(item[range.name]!) : prefix
  }

  getItem(key: Key): Item | undefined {
    return this.items.get(this.primaryKey(key))
  }

  /** What replacing one item by another of the same key (either may be absent) changes. Throws PageFault. */
  planWrite(before: Item | undefined, after: Item | undefined): ItemChange {
    const item = after ?? before
    if (!item) throw new RangeError('A write has an item before it or after it.')
    const key = this.primaryKey(item)
    this.items.touch(key)
    const indexes: IndexChange[] = []
    for (const index of this.#indexes.values()) {
      if (!isBackfilled(index.definition)) continue
      const change = planIndexChange(index, key, before, after)
      if (change) indexes.push(change)
    }
    return { table: this, key, before, after, indexes }
  }

  applyWrite(change: ItemChange): void {
    if (change.after) this.items.set(change.key, change.after, itemSizeBytes(change.after))
    else this.items.delete(change.key)
    for (const { index, removed, added } of change.indexes) {
      if (removed && removed.key !== added?.key) index.entries.delete(removed.key)
      if (added) index.entries.set(added.key, added.item, added.sizeBytes)
    }
  }

  /** Builds the indexes that a new definition asks for, filling those that turn active. Throws PageFault. */
  planDefinition(definition: TableDefinition): DefinitionPlan {
    const indexes = new Map<string, SecondaryIndex>()
    for (const { index, kind } of indexDefinitions(definition)) {
      indexes.set(index.IndexName, this.#planIndex(definition, index, kind))
    }
    return { definition, indexes }
  }

  applyDefinition({ definition, indexes }: DefinitionPlan): void {
    for (const [name, index] of this.#indexes) {
      if (indexes.get(name)?.entries !== index.entries) this.removedPages.push(...storedPages(index.entries))
    }
    this.#definition = definition
    this.#indexes = indexes
  }

  #planIndex(definition: TableDefinition, index: IndexDefinition, kind: 'LSI' | 'GSI'): SecondaryIndex {
    const current = this.#indexes.get(index.IndexName)
    const keepsEntries = current && isBackfilled(current.definition) === isBackfilled(index)
    const planned = this.#createIndex(definition, index, kind, keepsEntries ? current.entries : undefined)
    if (!keepsEntries && isBackfilled(index)) this.#backfill(planned)
    return planned
  }

  #backfill(index: SecondaryIndex): void {
    this.items.touchAll()
    for (const { key, item } of this.items.ascend({ from: '', to: END_OF_KEYS })) {
      const entry = planEntry(index, key, item)
      if (entry) index.entries.set(entry.key, entry.item, entry.sizeBytes)
    }
  }

  #createIndex(
    definition: TableDefinition,
    index: IndexDefinition,
    kind: 'LSI' | 'GSI',
    entries: SortedItems | undefined,
  ): SecondaryIndex {
    const keys = keyAttributes(index.KeySchema, definition.AttributeDefinitions)
    return new SecondaryIndex(index, kind, keys, this.keys, entries)
  }
}

function indexDefinitions(definition: TableDefinition): { index: IndexDefinition; kind: 'LSI' | 'GSI' }[] {
  return [
    ...(definition.LocalSecondaryIndexes ?? []).map((index) => ({ index, kind: 'LSI' as const })),
    ...(definition.GlobalSecondaryIndexes ?? []).map((index) => ({ index, kind: 'GSI' as const })),
  ]
}

/** The storage numbers of all pages that storage holds of these entries. */
export function storedPages(entries: SortedItems): number[] {
  const ids = entries.pages.filter((page) => page.id > 0).map((page) => page.id)
  return [...ids, ...entries.removedPages]
}

function planEntry(index: SecondaryIndex, primaryKey: KeyBytes, item: Item | undefined): Entry | undefined {
  const entry = item && index.entryOf(item)
  if (!entry) return undefined
  return { key: index.entryKey(entry, primaryKey), item: entry, sizeBytes: itemSizeBytes(entry) }
}

function planIndexChange(
  index: SecondaryIndex,
  primaryKey: KeyBytes,
  before: Item | undefined,
  after: Item | undefined,
): IndexChange | undefined {
  const removed = planEntry(index, primaryKey, before)
  const added = planEntry(index, primaryKey, after)
  if (!removed && !added) return undefined
  if (removed && added && removed.key === added.key && equalValues({ M: removed.item }, { M: added.item })) {
    return undefined
  }
  if (removed) index.entries.touch(removed.key)
  if (added) index.entries.touch(added.key)
  return { index, ...(removed && { removed }), ...(added && { added }) }
}
