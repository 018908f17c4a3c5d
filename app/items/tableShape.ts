// What the picture shows: a table or one of its secondary indexes, with the keys that order it.

import type {
  CreateTableInput,
  Key,
  KeySchemaElement,
  LocalSecondaryIndex,
  Projection,
} from '../../engine/api.ts'
import { createAttributeMap, type Item, type ScalarAttributeType } from '../../engine/value/attributeValue.ts'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'
import { keyText } from '../model/keyText.ts'

export interface KeyAttribute {
  name: string
  type: ScalarAttributeType
}

export interface TableShape {
  tableName: string
  /** Undefined for the table itself. */
  indexName: string | undefined
  kind: 'table' | 'LSI' | 'GSI'
  /** Partition key attributes of the table or index shown; an index may have several. */
  hashKeys: readonly KeyAttribute[]
  rangeKeys: readonly KeyAttribute[]
  /** The table's primary key. */
  primaryKeys: readonly KeyAttribute[]
  /** Undefined for the table itself. */
  projection: Projection | undefined
}

/** The table first, then its indexes, global ones before local ones as the console lists them. */
export function tableShapes(definition: CreateTableInput): TableShape[] {
  return [
    shapeOf(definition, 'table'),
    ...(definition.GlobalSecondaryIndexes ?? []).map((index) => shapeOf(definition, 'GSI', index)),
    ...(definition.LocalSecondaryIndexes ?? []).map((index) => shapeOf(definition, 'LSI', index)),
  ]
}

function shapeOf(
  definition: CreateTableInput,
  kind: TableShape['kind'],
  index?: LocalSecondaryIndex,
): TableShape {
  const schema = index?.KeySchema ?? definition.KeySchema
  const typed = (elements: KeySchemaElement[]) => elements.map((element) => keyAttribute(definition, element))
  return {
    tableName: definition.TableName,
    indexName: index?.IndexName,
    kind,
    hashKeys: typed(schema.filter((element) => element.KeyType === 'HASH')),
    rangeKeys: typed(schema.filter((element) => element.KeyType === 'RANGE')),
    primaryKeys: typed(definition.KeySchema),
    projection: index?.Projection,
  }
}

function keyAttribute(definition: CreateTableInput, { AttributeName: name }: KeySchemaElement): KeyAttribute {
  const defined = definition.AttributeDefinitions.find((attribute) => attribute.AttributeName === name)
  return { name, type: defined?.AttributeType ?? 'S' }
}

export function primaryKeyOf(shape: TableShape, item: Item): Key {
  const key = createAttributeMap()
  for (const { name } of shape.primaryKeys) if (item[name]) key[name] = item[name]
  return key
}

/**
 * Text that tells the item from all others of its table, however its values are written. Throws what
 * DynamoDB says where one of them is no value.
 */
export function primaryKeyText(shape: TableShape, item: Item): string {
  const KeySchema = shape.primaryKeys.map(({ name }) => ({ AttributeName: name, KeyType: 'HASH' as const }))
  return keyText({ KeySchema }, checkItem(primaryKeyOf(shape, item)))
}

/** Names of the key attributes shown, then of the primary key's that are not among them. */
export function leadingNames(shape: TableShape): string[] {
  const keys = [...shape.hashKeys, ...shape.rangeKeys, ...shape.primaryKeys]
  return [...new Set(keys.map((key) => key.name))]
}

/** 'All attributes', 'Keys only' or 'Keys + 3'. */
export function projectionLabel(projection: Projection): string {
  if (projection.ProjectionType === 'KEYS_ONLY') return 'Keys only'
  if (projection.ProjectionType !== 'INCLUDE') return 'All attributes'
  return `Keys + ${projection.NonKeyAttributes?.length ?? 0}`
}
