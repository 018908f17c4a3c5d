// What a table is, apart from its items: the TableDescription of the API without counts and sizes, which
// are properties of the items. This is what the log and the catalog keep, and what CreateTable and
// UpdateTable produce. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html

import type {
  AttributeDefinition,
  GlobalSecondaryIndexDescription,
  KeySchemaElement,
  KeyType,
  LocalSecondaryIndexDescription,
  TableDescription,
  Tag,
} from '../api.ts'
import type { ScalarAttributeType } from '../value/attributeValue.ts'

export type LocalSecondaryIndexDefinition = Omit<
  LocalSecondaryIndexDescription,
  'IndexSizeBytes' | 'ItemCount'
>
export type GlobalSecondaryIndexDefinition = Omit<
  GlobalSecondaryIndexDescription,
  'IndexSizeBytes' | 'ItemCount'
>
export type IndexDefinition = LocalSecondaryIndexDefinition | GlobalSecondaryIndexDefinition

export interface TableDefinition
  extends Omit<
    TableDescription,
    'TableSizeBytes' | 'ItemCount' | 'LocalSecondaryIndexes' | 'GlobalSecondaryIndexes'
  > {
  LocalSecondaryIndexes?: LocalSecondaryIndexDefinition[]
  GlobalSecondaryIndexes?: GlobalSecondaryIndexDefinition[]
  Tags?: Tag[]
  ResourcePolicy?: string
}

/** A key attribute with its type: the meeting of a KeySchema element and its AttributeDefinition. */
export interface KeyAttribute {
  name: string
  type: ScalarAttributeType
  keyType: KeyType
}

/** The key attributes in KeySchema order. Throws RangeError for one without a definition. */
export function keyAttributes(
  keySchema: readonly KeySchemaElement[],
  definitions: readonly AttributeDefinition[],
): KeyAttribute[] {
  return keySchema.map(({ AttributeName, KeyType }) => {
    const definition = definitions.find((each) => each.AttributeName === AttributeName)
    if (!definition) throw new RangeError(`The key attribute ${AttributeName} has no AttributeDefinition.`)
    return { name: AttributeName, type: definition.AttributeType, keyType: KeyType }
  })
}

/** An index holds entries, and writes maintain them, once its backfill is done. */
export function isBackfilled(definition: IndexDefinition): boolean {
  return !('IndexStatus' in definition) || definition.IndexStatus !== 'CREATING'
}
