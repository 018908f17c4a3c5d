// One element of DataModel as a table design and its items.

import type { CreateTableInput } from '../../engine/api.ts'
import type { AttributeType, Item, ScalarAttributeType } from '../../engine/value/attributeValue.ts'
import { isResourceName } from '../model/checkDesign.ts'
import { classifyItem } from '../model/classifyItem.ts'
import type { AttributeNote, Extra, TableDesign } from '../model/design.ts'
import { withUsedDefinitions } from '../model/edits.ts'
import { inferEntities } from '../model/inferEntities.ts'
import { elementPath, isJsonObject, type JsonObject, memberPath, quoteJson } from '../values/jsonDocument.ts'
import { Members } from './members.ts'
import { readBilling } from './readBilling.ts'
import { entitiesOfFacets, type ReadFacet, readFacets } from './readFacets.ts'
import { readIndexes } from './readIndexes.ts'
import { KeyTypes, parseKeyType, readKeys } from './readKeys.ts'
import { isAttributeType } from './repairValue.ts'
import type { Note } from './report.ts'
import { resourceName } from './resourceName.ts'
import { type ItemList, placeItems } from './sampleItems.ts'
import { extensionMembers, extensionName, isDefaultDataAccess } from './workbenchFormat.ts'

export interface ReadTable {
  table: TableDesign
  items: Item[]
}

/** Undefined where the table has no partition key. `names` are those taken by other tables. */
export function readTable(
  json: JsonObject,
  path: string,
  names: Set<string>,
  note: Note,
): ReadTable | undefined {
  const members = new Members(json, path, note)
  const attributes = readAttributes(members, note)
  const types = new KeyTypes((name) => guessKeyType(name, attributes, json))
  const keys = readKeys(members, types, note, 1)
  if (keys === undefined) return undefined
  const TableName = readName(members, names, note)
  const billing = readBilling(members, note)
  const indexes = readIndexes(members, { keySchema: keys.keySchema, billing }, types, note)
  const definition = withUsedDefinitions({
    TableName,
    AttributeDefinitions: types.definitions,
    KeySchema: keys.keySchema,
    ...(indexes.local.length > 0 && { LocalSecondaryIndexes: indexes.local }),
    ...(indexes.global.length > 0 && { GlobalSecondaryIndexes: indexes.global }),
    ...billing,
    ...readExtension(members),
  })
  const table: TableDesign = {
    definition,
    attributes: attributes.filter((each) => !isKeyAttribute(definition, each, members, note)),
    entities: [],
    unplaced: [],
    ...(indexes.notes.length > 0 && { indexNotes: indexes.notes }),
    extra: {},
  }
  const items = readItems(members, table, note)
  table.extra = tableRest(members, keys.extra)
  return { table, items }
}

function readName(members: Members, names: Set<string>, note: Note): string {
  const given = members.takeName('TableName')
  const name = resourceName(given, 'Table', names)
  names.add(name)
  if (name !== given) {
    const why =
      given !== undefined && isResourceName(given)
        ? 'is taken in this file'
        : 'is no name for a table in DynamoDB'
    note(
      'repaired',
      members.pathOf('TableName'),
      `${quoteJson(given ?? '')} ${why}: the table was named ${name}.`,
    )
  }
  return name
}

function readAttributes(members: Members, note: Note): AttributeNote[] {
  const attributes = new Map<string, AttributeNote>()
  const repeated = new Set<string>()
  const listPath = members.pathOf('NonKeyAttributes')
  members.takeList('NonKeyAttributes').forEach((json, position) => {
    const path = elementPath(listPath, position)
    const attribute = readAttribute(json, path, note)
    if (attribute === undefined) {
      note('kept', path, `${quoteJson(json)} describes no attribute: not used, but exported again.`)
      members.keepElement('NonKeyAttributes', json)
      return
    }
    const known = attributes.get(attribute.name)
    if (known === undefined) attributes.set(attribute.name, attribute)
    else if (isSameAttribute(known, attribute)) repeated.add(known.name)
    else
      note(
        'left',
        path,
        `${known.name} is listed before, and the first counts: this one was ${quoteJson(json)}.`,
      )
  })
  if (repeated.size > 0)
    note(
      'repaired',
      listPath,
      `Listed more than once, alike each time, and read once: ${[...repeated].join(', ')}.`,
    )
  return [...attributes.values()]
}

function isSameAttribute(a: AttributeNote, b: AttributeNote): boolean {
  return a.type === b.type && Object.keys(b.extra).length === 0
}

function readAttribute(json: unknown, path: string, note: Note): AttributeNote | undefined {
  if (typeof json === 'string' && json !== '') {
    note('repaired', path, `Found the name ${quoteJson(json)} alone: the attribute has no type here.`)
    return { name: json, extra: {} }
  }
  if (!isJsonObject(json)) return undefined
  const members = new Members(json, path, note)
  const name = members.takeText('AttributeName')
  if (name === undefined || name === '') return undefined
  const stated = members.take('AttributeType')
  if (stated === undefined) return { name, extra: members.rest() }
  const type = isAttributeType(stated) ? stated : parseKeyType(stated)
  if (type === undefined) {
    members.keep('AttributeType', stated)
    note(
      'kept',
      members.pathOf('AttributeType'),
      `${quoteJson(stated)} is no type of DynamoDB: not used, but exported again.`,
    )
    return { name, extra: members.rest() }
  }
  if (type !== stated)
    note('repaired', members.pathOf('AttributeType'), `The type ${quoteJson(stated)} was read as ${type}.`)
  return { name, type, extra: members.rest() }
}

function isKeyAttribute(
  definition: CreateTableInput,
  { name }: AttributeNote,
  members: Members,
  note: Note,
): boolean {
  const isKey = definition.KeySchema.some((element) => element.AttributeName === name)
  if (isKey)
    note('left', members.pathOf('NonKeyAttributes'), `${name} is listed there, but it is a key attribute.`)
  return isKey
}

function guessKeyType(
  name: string,
  attributes: AttributeNote[],
  table: JsonObject,
): ScalarAttributeType | undefined {
  const declared = attributes.find((attribute) => attribute.name === name)?.type
  if (declared !== undefined) return parseKeyType(declared)
  for (const item of rawItems(table)) {
    const value = isJsonObject(item) ? item[name] : undefined
    const type = isJsonObject(value) ? parseKeyType(Object.keys(value)[0]) : undefined
    if (type !== undefined) return type
  }
  return undefined
}

function rawItems(table: JsonObject): unknown[] {
  const facets = Array.isArray(table.TableFacets) ? table.TableFacets.filter(isJsonObject) : []
  return [table, ...facets].flatMap(({ TableData }) => (Array.isArray(TableData) ? TableData : []))
}

function readItems(members: Members, table: TableDesign, note: Note): Item[] {
  const { definition } = table
  const facets = readFacets(members, definition.TableName, definition, note)
  const own: ItemList = {
    list: members.takeList('TableData'),
    path: members.pathOf('TableData'),
    place: memberPath(definition.TableName, 'TableData'),
  }
  const lists = [...facets.map((facet) => facet.items), own]
  const { placed, unplaced } = placeItems(lists, definition, declaredTypes(table), note)
  table.unplaced = unplaced
  if (facets.length === 0) {
    const items = placed[0] ?? []
    table.entities = inferEntities(table, items)
    return items
  }
  table.entities = entitiesOfFacets(facets, placed.slice(0, facets.length), definition)
  return facetByFacet(table, facets, placed.flat())
}

// The order in which an export writes them.
function facetByFacet(table: TableDesign, facets: ReadFacet[], items: Item[]): Item[] {
  const lists = new Map<string | undefined, Item[]>(facets.map((facet) => [facet.entity.name, []]))
  lists.set(undefined, [])
  // A copy: the design is not finished, and classifyItem remembers the designs it has seen.
  const seen = { ...table }
  for (const item of items) lists.get(classifyItem(seen, item)?.name)!.push(item)
  return [...lists.values()].flat()
}

function declaredTypes(table: TableDesign): Map<string, AttributeType> {
  const types = new Map<string, AttributeType>()
  for (const { name, type } of table.attributes) if (type !== undefined) types.set(name, type)
  for (const each of table.definition.AttributeDefinitions) types.set(each.AttributeName, each.AttributeType)
  return types
}

/** Our extension; kept as an unknown member where it is not in order. */
function readExtension(members: Members): Partial<CreateTableInput> {
  const json = members.peek(extensionName)
  if (!isJsonObject(json) || !isJsonObject(json.CreateTable)) return {}
  const { CreateTable } = json
  if (!Object.entries(CreateTable).every(([name, value]) => isExtensionMember(name, value))) return {}
  members.take(extensionName)
  return CreateTable as Partial<CreateTableInput>
}

function isExtensionMember(name: string, value: unknown): boolean {
  if (!(extensionMembers as readonly string[]).includes(name)) return false
  if (name === 'StreamSpecification') {
    return isJsonObject(value) && value.StreamEnabled === true && typeof value.StreamViewType === 'string'
  }
  if (name === 'DeletionProtectionEnabled') return typeof value === 'boolean'
  if (name === 'TableClass' || name === 'ResourcePolicy') return typeof value === 'string'
  return name === 'Tags' ? Array.isArray(value) : isJsonObject(value)
}

function tableRest(members: Members, keyExtra: Extra): Extra {
  if (isDefaultDataAccess(members.peek('DataAccess'))) members.take('DataAccess')
  const rest = members.rest(['DataAccess'])
  return Object.keys(keyExtra).length > 0 ? { ...rest, KeyAttributes: keyExtra } : rest
}
