// What a Query or Scan reads: a table, or one of its secondary indexes.

import type { PagedReadOutput } from '../api.ts'
import type { SecondaryIndex } from '../table/secondaryIndex.ts'
import type { SortedItems } from '../table/sortedItems.ts'
import type { Table } from '../table/table.ts'
import type { KeyAttribute } from '../table/tableDefinition.ts'
import { createAttributeMap, type Item } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import type { KeyBytes } from '../value/keyBytes.ts'
import { findIndex } from './findTable.ts'

export interface ReadSource {
  table: Table
  index: SecondaryIndex | undefined
  entries: SortedItems
  /** The key attributes of what is read. */
  keys: readonly KeyAttribute[]
  /** Those, and the table's own: a position in an index needs both. */
  positionKeys: readonly KeyAttribute[]
}

export function findSource(table: Table, indexName: string | undefined, consistent: boolean): ReadSource {
  if (indexName === undefined) {
    return { table, index: undefined, entries: table.items, keys: table.keys, positionKeys: table.keys }
  }
  const index = findIndex(table, indexName)
  if (consistent && index.kind === 'GSI') {
    throw validationError('Consistent reads are not supported on global secondary indexes')
  }
  const tableOnly = table.keys.filter(({ name }) => !index.keys.some((key) => key.name === name))
  return {
    table,
    index,
    entries: index.entries,
    keys: index.keys,
    positionKeys: [...index.keys, ...tableOnly],
  }
}

/** Where an entry stands, for LastEvaluatedKey. */
export function positionOf(
  source: ReadSource,
  entry: Item,
): NonNullable<PagedReadOutput['LastEvaluatedKey']> {
  const position = createAttributeMap()
  for (const { name } of source.positionKeys) position[name] = entry[name]!
  return position
}

/** The bytes of a position, which need not be that of an entry. */
export function positionBytes({ table, index }: ReadSource, position: Item): KeyBytes {
  const primaryKey = table.primaryKey(position)
  return index ? index.entryKey(position, primaryKey) : primaryKey
}
