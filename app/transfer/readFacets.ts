// TableFacets of a NoSQL Workbench table as entities, with the lists of items that they hold. How their
// items are recognised is found afterwards, from the items (entitiesOfFacets).

import type { CreateTableInput } from '../../engine/api.ts'
import type { Item } from '../../engine/value/attributeValue.ts'
import { checkAttributeValue } from '../../engine/value/checkAttributeValue.ts'
import { classifyItem } from '../model/classifyItem.ts'
import { createTableDesign, type Entity, type EntityMatch, type Extra } from '../model/design.ts'
import { inferMatches } from '../model/inferMatches.ts'
import { keyNamesOf, keyText } from '../model/keyText.ts'
import { elementPath, isJsonObject, memberPath, quoteJson } from '../values/jsonDocument.ts'
import { Members } from './members.ts'
import type { Note } from './report.ts'
import type { ItemList } from './sampleItems.ts'
import { extensionName, isDefaultDataAccess } from './workbenchFormat.ts'

export interface ReadFacet {
  entity: Entity
  /** The match that the source states; else it is inferred. */
  match: EntityMatch | undefined
  items: ItemList
}

export function readFacets(
  table: Members,
  tableName: string,
  definition: CreateTableInput,
  note: Note,
): ReadFacet[] {
  const facets: ReadFacet[] = []
  const names = new Set<string>()
  table.takeList('TableFacets').forEach((json, position) => {
    const path = elementPath(table.pathOf('TableFacets'), position)
    if (!isJsonObject(json)) {
      note('kept', path, `${quoteJson(json)} is no facet: not used, but exported again.`)
      table.keepElement('TableFacets', json)
      return
    }
    const members = new Members(json, path, note)
    const name = facetName(members, names, position, note)
    const { entity, match } = readEntity(members, name, facets.length, definition, note)
    const items = {
      list: members.takeList('TableData'),
      path: members.pathOf('TableData'),
      place: facetPlace(tableName, name),
      facet: name,
    }
    entity.extra = facetRest(members, entity.extra)
    facets.push({ entity, match, items })
  })
  return facets
}

export function facetPlace(tableName: string, facet: string): string {
  return memberPath(memberPath(memberPath(tableName, 'TableFacets'), facet), 'TableData')
}

function facetName(members: Members, names: Set<string>, position: number, note: Note): string {
  const given = members.takeName('FacetName')
  const base = given === undefined || given === '' ? `Facet ${position + 1}` : given
  let name = base
  for (let number = 2; names.has(name); number++) name = `${base} ${number}`
  names.add(name)
  if (name !== given) {
    const why = given === undefined || given === '' ? 'The facet has no name' : `${quoteJson(given)} is taken`
    note('repaired', members.pathOf('FacetName'), `${why}: it was named ${name}.`)
  }
  return name
}

function readEntity(
  members: Members,
  name: string,
  position: number,
  definition: CreateTableInput,
  note: Note,
): { entity: Entity; match: EntityMatch | undefined } {
  const extension = readExtension(members)
  const { aliases, extra } = readAliases(members, definition, note)
  const entity: Entity = {
    name,
    color: extension?.color ?? position,
    inferred: false,
    ...aliases,
    attributes: readAttributeNames(members, note),
    match: {},
    members: [],
    extra,
  }
  return { entity, match: extension?.match }
}

function readAliases(
  members: Members,
  definition: CreateTableInput,
  note: Note,
): { aliases: Pick<Entity, 'partitionKeyAlias' | 'sortKeyAlias'>; extra: Extra } {
  const json = members.takeObject('KeyAttributeAlias')
  if (json === undefined) return { aliases: {}, extra: {} }
  const alias = new Members(json, members.pathOf('KeyAttributeAlias'), note)
  const [partitionKey, sortKey] = keyNamesOf(definition)
  const aliases: Pick<Entity, 'partitionKeyAlias' | 'sortKeyAlias'> = {}
  const partitionKeyAlias = alias.takeName('PartitionKeyAlias')
  const sortKeyAlias = alias.takeName('SortKeyAlias')
  // The key's own name is what a facet without aliases is written with.
  if (partitionKeyAlias && partitionKeyAlias !== partitionKey) aliases.partitionKeyAlias = partitionKeyAlias
  if (sortKeyAlias && sortKeyAlias !== sortKey) aliases.sortKeyAlias = sortKeyAlias
  const rest = alias.rest()
  return { aliases, extra: Object.keys(rest).length > 0 ? { KeyAttributeAlias: rest } : {} }
}

function readAttributeNames(members: Members, note: Note): string[] {
  const names = new Set<string>()
  members.takeList('NonKeyAttributes').forEach((json, position) => {
    const path = elementPath(members.pathOf('NonKeyAttributes'), position)
    const name = isJsonObject(json) ? json.AttributeName : json
    if (typeof name !== 'string' || name === '') {
      note('kept', path, `${quoteJson(json)} names no attribute: not used, but exported again.`)
      members.keepElement('NonKeyAttributes', json)
      return
    }
    if (name !== json)
      note('repaired', path, `A facet lists names only: ${quoteJson(json)} was read as ${name}.`)
    if (names.has(name)) note('left', path, `The facet lists ${name} twice.`)
    names.add(name)
  })
  return [...names]
}

function facetRest(members: Members, extra: Extra): Extra {
  if (isDefaultDataAccess(members.peek('DataAccess'))) members.take('DataAccess')
  return { ...members.rest(['DataAccess']), ...extra }
}

/** Our extension; undefined, and kept as an unknown member, where it is not in order. */
function readExtension(members: Members): { match?: EntityMatch; color?: number } | undefined {
  const json = members.peek(extensionName)
  if (!isJsonObject(json)) return undefined
  const { Match, Color } = json
  if (Color !== undefined && !(Number.isInteger(Color) && (Color as number) >= 0)) return undefined
  const match = Match === undefined ? undefined : parseMatch(Match)
  if (Match !== undefined && match === undefined) return undefined
  members.take(extensionName)
  return { ...(match && { match }), ...(Color !== undefined && { color: Color as number }) }
}

function parseMatch(json: unknown): EntityMatch | undefined {
  if (!isJsonObject(json)) return undefined
  const { partitionKeyPrefix, sortKeyPrefix, typeAttribute, ...others } = json
  if (Object.keys(others).length > 0) return undefined
  const match: EntityMatch = {}
  if (typeof partitionKeyPrefix === 'string') match.partitionKeyPrefix = partitionKeyPrefix
  else if (partitionKeyPrefix !== undefined) return undefined
  if (typeof sortKeyPrefix === 'string') match.sortKeyPrefix = sortKeyPrefix
  else if (sortKeyPrefix !== undefined) return undefined
  if (typeAttribute === undefined) return match
  if (!isJsonObject(typeAttribute) || typeof typeAttribute.name !== 'string') return undefined
  try {
    match.typeAttribute = { name: typeAttribute.name, value: checkAttributeValue(typeAttribute.value) }
    return match
  } catch {
    return undefined
  }
}

/** The entities, able to recognise their items: by a match and, where that fails, by key. */
export function entitiesOfFacets(
  facets: ReadFacet[],
  placed: Item[][],
  definition: CreateTableInput,
): Entity[] {
  const inferred = inferMatches(definition, placed)
  const entities = facets.map(({ entity, match }, position) => ({
    ...entity,
    match: match ?? inferred[position] ?? {},
  }))
  const table = { ...createTableDesign(definition), entities }
  return entities.map((entity, position) => {
    const strangers = placed[position]!.filter((item) => classifyItem(table, item) !== entity)
    return { ...entity, members: strangers.map((item) => keyText(definition, item)).sort() }
  })
}
