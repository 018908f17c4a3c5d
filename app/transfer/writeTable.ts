// A table design and its items as an element of DataModel. Items stand in the facet that they belong to,
// the others in TableData, and what had to be set apart on import follows them.

import type {
  AttributeDefinition,
  CreateTableInput,
  GlobalSecondaryIndex,
  KeySchemaElement,
  KeyType,
  LocalSecondaryIndex,
} from '../../engine/api.ts'
import type { Item } from '../../engine/value/attributeValue.ts'
import { classifyItem } from '../model/classifyItem.ts'
import type { Entity, Extra, TableDesign } from '../model/design.ts'
import { inferMatches } from '../model/inferMatches.ts'
import { keyNamesOf } from '../model/keyText.ts'
import { type JsonObject, withExtra } from '../values/jsonDocument.ts'
import { settingsName } from './readBilling.ts'
import {
  defaultDataAccess,
  extensionMembers,
  extensionName,
  indexExtensionMembers,
} from './workbenchFormat.ts'

/** `withBilling`: versions before 3.0 say nothing of a table on demand. */
export function writeTable(table: TableDesign, items: Item[], withBilling: boolean): JsonObject {
  const { definition } = table
  const { facets, rest } = writeFacets(table, items)
  const local = definition.LocalSecondaryIndexes?.map((index) => writeIndex(table, index))
  const global = definition.GlobalSecondaryIndexes?.map((index) => writeIndex(table, index))
  const known: JsonObject = {
    TableName: definition.TableName,
    KeyAttributes: writeKeys(definition.KeySchema, definition.AttributeDefinitions),
    NonKeyAttributes: table.attributes.map(({ name, type, extra }) => {
      return withExtra({ AttributeName: name, ...(type !== undefined && { AttributeType: type }) }, extra)
    }),
    ...(facets.length > 0 && { TableFacets: facets }),
    ...(local && { LocalSecondaryIndexes: local }),
    ...(global && { GlobalSecondaryIndexes: global }),
    ...((rest.length > 0 || facets.length === 0) && { TableData: rest }),
    ...(!('DataAccess' in table.extra) && { DataAccess: defaultDataAccess() }),
    ...writeBilling(definition, withBilling || settingsName in table.extra),
    ...writeExtension(definition, extensionMembers, 'CreateTable'),
  }
  return withExtra(known, table.extra)
}

function writeKeys(schema: KeySchemaElement[], definitions: AttributeDefinition[]): JsonObject {
  const attribute = (keyType: KeyType) => {
    const name = schema.find((element) => element.KeyType === keyType)?.AttributeName
    return definitions.find((definition) => definition.AttributeName === name)
  }
  const sortKey = attribute('RANGE')
  return { PartitionKey: { ...attribute('HASH') }, ...(sortKey && { SortKey: { ...sortKey } }) }
}

function writeBilling(definition: CreateTableInput, withBilling: boolean): JsonObject {
  const { BillingMode, ProvisionedThroughput } = definition
  if (BillingMode === 'PAY_PER_REQUEST') return withBilling ? { BillingMode } : {}
  return {
    BillingMode: 'PROVISIONED',
    ...(ProvisionedThroughput && { [settingsName]: { ProvisionedThroughput: { ...ProvisionedThroughput } } }),
  }
}

function writeIndex(table: TableDesign, index: LocalSecondaryIndex | GlobalSecondaryIndex): JsonObject {
  const { definition, indexNotes } = table
  const { ProjectionType, NonKeyAttributes } = index.Projection
  const known: JsonObject = {
    IndexName: index.IndexName,
    KeyAttributes: writeKeys(index.KeySchema, definition.AttributeDefinitions),
    Projection: { ProjectionType, ...(NonKeyAttributes && { NonKeyAttributes: [...NonKeyAttributes] }) },
    ...writeIndexThroughput(index, definition),
  }
  const extension = writeIndexExtension(index, definition)
  if (Object.keys(extension).length > 0) known[extensionName] = extension
  return withExtra(known, indexNotes?.find((note) => note.name === index.IndexName)?.extra ?? {})
}

// An index without a capacity of its own has that of its table.
function writeIndexThroughput(index: GlobalSecondaryIndex, table: CreateTableInput): JsonObject {
  const own = index.ProvisionedThroughput
  const ofTable = table.ProvisionedThroughput
  if (own === undefined) return {}
  const isSame =
    own.ReadCapacityUnits === ofTable?.ReadCapacityUnits &&
    own.WriteCapacityUnits === ofTable.WriteCapacityUnits
  return isSame ? {} : { [settingsName]: { ProvisionedThroughput: { ...own } } }
}

function writeIndexExtension(index: GlobalSecondaryIndex, definition: CreateTableInput): JsonObject {
  const extension: JsonObject = {}
  const names = index.KeySchema.map((element) => element.AttributeName)
  const partitionKeys = index.KeySchema.filter((element) => element.KeyType === 'HASH').length
  if (partitionKeys > 1 || names.length - partitionKeys > 1) {
    extension.KeySchema = index.KeySchema
    extension.AttributeDefinitions = names.map((name) =>
      definition.AttributeDefinitions.find((each) => each.AttributeName === name),
    )
  }
  for (const name of indexExtensionMembers) if (index[name] !== undefined) extension[name] = index[name]
  return extension
}

function writeExtension(
  definition: CreateTableInput,
  names: readonly (keyof CreateTableInput)[],
  member: string,
): JsonObject {
  const present = names.filter((name) => definition[name] !== undefined)
  if (present.length === 0) return {}
  return {
    [extensionName]: { [member]: Object.fromEntries(present.map((name) => [name, definition[name]])) },
  }
}

interface WrittenFacets {
  facets: JsonObject[]
  /** What belongs to no facet. */
  rest: unknown[]
}

function writeFacets(table: TableDesign, items: Item[]): WrittenFacets {
  const drawn = table.entities.filter((entity) => !entity.inferred)
  const lists = new Map<Entity | undefined, Item[]>(drawn.map((entity) => [entity, []]))
  const others: Item[] = []
  for (const item of items) (lists.get(classifyItem(table, item)) ?? others).push(item)
  const groups = drawn.map((entity) => lists.get(entity)!)
  const inferred = inferMatches(table.definition, groups)
  const names = new Set(drawn.map((entity) => entity.name))
  const apart = (facet: string | undefined) =>
    table.unplaced.filter(
      (each) => (each.facet !== undefined && names.has(each.facet) ? each.facet : undefined) === facet,
    )
  const facets = drawn.map((entity, position) => {
    const extension: Extra = {}
    if (!sameMatch(entity.match, inferred[position]!)) extension.Match = entity.match
    if (entity.color !== position) extension.Color = entity.color
    const list = [...groups[position]!, ...apart(entity.name).map((each) => each.value)]
    return writeFacet(table, entity, list, extension)
  })
  return { facets, rest: [...others, ...apart(undefined).map((each) => each.value)] }
}

function writeFacet(table: TableDesign, entity: Entity, list: unknown[], extension: Extra): JsonObject {
  const [partitionKey, sortKey] = keyNamesOf(table.definition)
  const sortKeyAlias = entity.sortKeyAlias ?? sortKey
  const known: JsonObject = {
    FacetName: entity.name,
    KeyAttributeAlias: {
      PartitionKeyAlias: entity.partitionKeyAlias ?? partitionKey,
      ...(sortKeyAlias !== undefined && { SortKeyAlias: sortKeyAlias }),
    },
    TableData: list,
    NonKeyAttributes: [...entity.attributes],
    ...(!('DataAccess' in entity.extra) && { DataAccess: defaultDataAccess() }),
    ...(Object.keys(extension).length > 0 && { [extensionName]: extension }),
  }
  return withExtra(known, entity.extra)
}

function sameMatch(a: Entity['match'], b: Entity['match']): boolean {
  return (
    a.partitionKeyPrefix === b.partitionKeyPrefix &&
    a.sortKeyPrefix === b.sortKeyPrefix &&
    JSON.stringify(a.typeAttribute) === JSON.stringify(b.typeAttribute)
  )
}
