// What a read can aim at: a table or one of its secondary indexes, with the key attributes that a key
// condition may name. Invariant: keys stand in KeySchema order.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/SecondaryIndexes.html

import type { AttributeDefinition, KeySchemaElement, KeyType } from '../../../engine/api.ts'
import type { ScalarAttributeType } from '../../../engine/value/attributeValue.ts'

export interface TargetKey {
  name: string
  type: ScalarAttributeType
  keyType: KeyType
}

/** As much of a table as reading it needs: a TableDescription and a CreateTable request both are one. */
export interface TableShape {
  TableName: string
  AttributeDefinitions: AttributeDefinition[]
  KeySchema: KeySchemaElement[]
  LocalSecondaryIndexes?: IndexShape[]
  GlobalSecondaryIndexes?: IndexShape[]
}

export interface IndexShape {
  IndexName: string
  KeySchema: KeySchemaElement[]
}

export interface QueryTarget {
  kind: 'table' | 'LSI' | 'GSI'
  tableName: string
  /** Undefined for the table itself. */
  indexName: string | undefined
  keys: TargetKey[]
  /** Key attributes of the table: an index carries them too. */
  tableKeys: TargetKey[]
}

/** The table and its indexes, in the order of the definition. */
export function targetsOf(definition: TableShape): QueryTarget[] {
  const tableName = definition.TableName
  const tableKeys = targetKeys(definition.KeySchema, definition.AttributeDefinitions)
  const indexTarget =
    (kind: 'LSI' | 'GSI') =>
    (index: IndexShape): QueryTarget => ({
      kind,
      tableName,
      indexName: index.IndexName,
      keys: targetKeys(index.KeySchema, definition.AttributeDefinitions),
      tableKeys,
    })
  return [
    {
      kind: 'table',
      tableName,
      indexName: undefined,
      keys: tableKeys,
      tableKeys,
    },
    ...(definition.LocalSecondaryIndexes ?? []).map(indexTarget('LSI')),
    ...(definition.GlobalSecondaryIndexes ?? []).map(indexTarget('GSI')),
  ]
}

export function findTarget(definition: TableShape, indexName: string | undefined): QueryTarget | undefined {
  return targetsOf(definition).find((target) => target.indexName === indexName)
}

export function partitionKeysOf(target: QueryTarget): TargetKey[] {
  return target.keys.filter((key) => key.keyType === 'HASH')
}

export function sortKeysOf(target: QueryTarget): TargetKey[] {
  return target.keys.filter((key) => key.keyType === 'RANGE')
}

/** How people call the target: the name of the index, or of the table. */
export function targetName(target: QueryTarget): string {
  return target.indexName ?? target.tableName
}

// A model that came from a file can lack a definition: such a key reads as text.
function targetKeys(
  schema: readonly KeySchemaElement[],
  definitions: readonly AttributeDefinition[],
): TargetKey[] {
  return schema.map(({ AttributeName, KeyType }) => ({
    name: AttributeName,
    type: definitions.find((each) => each.AttributeName === AttributeName)?.AttributeType ?? 'S',
    keyType: KeyType,
  }))
}
