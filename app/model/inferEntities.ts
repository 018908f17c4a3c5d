// The entities that items show without anyone having named them: by a type attribute whose values divide
// the items, else by the prefixes of their keys. Where neither convinces, none.
// Invariant: the order of the items makes no difference.

import type { Item } from '../../engine/value/attributeValue.ts'
import type { Entity, EntityMatch, TableDesign } from './design.ts'
import { entityNameOf, findKeyPrefix, isPlainWord, isSurePrefix } from './keyPrefix.ts'
import { keyNamesOf } from './keyText.ts'
import { findTypeAttributes, isPlainTypeAttribute, typeText } from './typeAttribute.ts'

const mostEntities = 24

interface Group {
  name: string
  /** Sorts the groups. */
  order: string
  match: EntityMatch
  items: Item[]
}

export function inferEntities(table: TableDesign, items: Item[]): Entity[] {
  if (items.length < 2) return []
  const groups = groupByType(table, items) ?? groupByPrefix(table, items) ?? []
  groups.sort(byOrder)
  return groups.map((group, color) => ({
    name: group.name,
    color,
    inferred: true,
    attributes: attributeNames(group.items, keyNamesOf(table.definition)),
    match: group.match,
    members: [],
    extra: {},
  }))
}

function groupByType(table: TableDesign, items: Item[]): Group[] | undefined {
  for (const name of findTypeAttributes(items, keyNamesOf(table.definition))) {
    const groups = new Map<string, Item[]>()
    for (const item of items) {
      const type = typeText(item, name)
      if (type !== undefined) push(groups, type, item)
    }
    const convincing = isPlainTypeAttribute(name) || differInShape([...groups.values()])
    if (covers(groups, items, 0.9) && convincing) return typeGroups(name, groups)
  }
  return undefined
}

function typeGroups(attributeName: string, groups: Map<string, Item[]>): Group[] {
  const result: Group[] = []
  for (const [type, items] of groups) {
    const match = { typeAttribute: { name: attributeName, value: { S: type } } }
    result.push({ name: entityNameOf(type), order: type, match, items })
  }
  return withDistinctNames(result, (group) => group.order)
}

interface Prefixes {
  partition: string | undefined
  sort: string | undefined
}

function groupByPrefix(table: TableDesign, items: Item[]): Group[] | undefined {
  const prefixesOf = createPrefixReader(table, items)
  const groups = new Map<string, Item[]>()
  const prefixes = new Map<string, Prefixes>()
  for (const item of items) {
    const found = prefixesOf(item)
    if (found.partition === undefined && found.sort === undefined) continue
    const id = JSON.stringify([found.partition ?? '', found.sort ?? ''])
    prefixes.set(id, found)
    push(groups, id, item)
  }
  if (!covers(groups, items, 0.8)) return undefined
  const sure = [...prefixes.values()].every(isSure)
  if (!sure && !differInShape([...groups.values()])) return undefined
  return prefixGroups(groups, prefixes)
}

function prefixGroups(groups: Map<string, Item[]>, prefixes: Map<string, Prefixes>): Group[] {
  const result: Group[] = []
  for (const [id, items] of groups) {
    const { partition, sort } = prefixes.get(id)!
    const match: EntityMatch = {}
    if (partition !== undefined) match.partitionKeyPrefix = partition
    if (sort !== undefined) match.sortKeyPrefix = sort
    result.push({ name: prefixName(partition, sort), order: id, match, items })
  }
  // Of two entities named User, the one in the partition USER# is the user.
  return withDistinctNames(result, ({ name, match: { partitionKeyPrefix = '', sortKeyPrefix } }) =>
    isItself(partitionKeyPrefix, sortKeyPrefix)
      ? name
      : entityNameOf(`${partitionKeyPrefix} ${sortKeyPrefix}`),
  )
}

// Sort keys that say "the thing itself" leave the name to the partition key.
const itself = /^\W*(meta|metadata|info|detail|details|root|self|main|header|record|data)\W*$/i

function prefixName(partition: string | undefined, sort: string | undefined): string {
  return entityNameOf((isItself(partition, sort) ? partition : sort) ?? '')
}

function isItself(partition: string | undefined, sort: string | undefined): boolean {
  return sort === undefined || sort === partition || (partition !== undefined && itself.test(sort))
}

function isSure({ partition, sort }: Prefixes): boolean {
  return [partition, sort].every((prefix) => prefix === undefined || isSurePrefix(prefix))
}

function createPrefixReader(table: TableDesign, items: Item[]): (item: Item) => Prefixes {
  const [partitionKey, sortKey] = keyNamesOf(table.definition)
  const partitionWords = repeatedWords(items, partitionKey, sortKey)
  const sortWords = repeatedWords(items, sortKey, partitionKey)
  return (item) => ({
    partition: prefixOf(item, partitionKey, partitionWords),
    sort: prefixOf(item, sortKey, sortWords),
  })
}

function prefixOf(item: Item, name: string | undefined, words: Set<string>): string | undefined {
  const text = name === undefined ? undefined : typeText(item, name)
  if (text === undefined) return undefined
  return findKeyPrefix(text) ?? (words.has(text) ? text : undefined)
}

/** Plain words that stand in several items, whose other key attribute differs. */
function repeatedWords(items: Item[], name: string | undefined, otherName: string | undefined): Set<string> {
  const repeated = new Set<string>()
  if (name === undefined || otherName === undefined) return repeated
  const others = new Map<string, string>()
  for (const item of items) {
    const text = typeText(item, name)
    if (text === undefined || !isPlainWord(text)) continue
    const other = JSON.stringify(item[otherName])
    if ((others.get(text) ?? other) !== other) repeated.add(text)
    others.set(text, other)
  }
  return repeated
}

function covers(groups: Map<string, Item[]>, items: Item[], share: number): boolean {
  if (groups.size < 2 || groups.size > mostEntities) return false
  let count = 0
  for (const group of groups.values()) count += group.length
  return count >= items.length * share
}

/** At least half of the groups have a set of attributes of their own. */
function differInShape(groups: Item[][]): boolean {
  const shapes = new Set(groups.map((items) => attributeNames(items, []).join('\n')))
  return shapes.size >= 2 && shapes.size >= groups.length / 2
}

function attributeNames(items: Item[], without: readonly string[]): string[] {
  const names = new Set<string>()
  for (const item of items) for (const name in item) names.add(name)
  for (const name of without) names.delete(name)
  return [...names].sort()
}

function withDistinctNames(groups: Group[], longer: (group: Group) => string): Group[] {
  const counts = new Map<string, number>()
  for (const { name } of groups) counts.set(name, (counts.get(name) ?? 0) + 1)
  const taken = new Set<string>()
  return [...groups].sort(byOrder).map((group) => {
    const base = counts.get(group.name) === 1 ? group.name : longer(group)
    let name = base
    for (let number = 2; taken.has(name); number++) name = `${base} ${number}`
    taken.add(name)
    return { ...group, name }
  })
}

function byOrder(a: Group, b: Group): number {
  return a.order < b.order ? -1 : 1
}

function push<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
