// How items that a person sorted into groups can be recognised again: by a type attribute that is constant
// in one group and absent with that value from the others, else by what the keys of a group begin with.

import type { Item } from '../../engine/value/attributeValue.ts'
import type { EntityMatch, TableDesign } from './design.ts'
import { findKeyPrefix } from './keyPrefix.ts'
import { keyNamesOf } from './keyText.ts'
import { findTypeAttributes, typeText } from './typeAttribute.ts'

/** One match for each group, empty where the items show nothing in common. */
export function inferMatches(definition: TableDesign['definition'], groups: Item[][]): EntityMatch[] {
  const keyNames = keyNamesOf(definition)
  const typeNames = findTypeAttributes(groups.flat(), keyNames)
  const owners = new Map(typeNames.map((name) => [name, typeOwners(groups, name)]))
  return groups.map((items, group) => {
    for (const [name, groupOfType] of owners) {
      const type = commonText(items, (item) => typeText(item, name))
      if (type !== undefined && groupOfType.get(type) === group) {
        return { typeAttribute: { name, value: { S: type } } }
      }
    }
    return prefixMatch(items, keyNames)
  })
}

const several = -1

/** The group in which each type stands, or `several`. */
function typeOwners(groups: Item[][], name: string): Map<string, number> {
  const owners = new Map<string, number>()
  groups.forEach((items, group) => {
    for (const item of items) {
      const type = typeText(item, name)
      if (type !== undefined) owners.set(type, (owners.get(type) ?? group) === group ? group : several)
    }
  })
  return owners
}

function prefixMatch(items: Item[], [partitionKey, sortKey]: string[]): EntityMatch {
  const match: EntityMatch = {}
  const partition = commonPrefix(items, partitionKey)
  const sort = commonPrefix(items, sortKey)
  if (partition !== undefined) match.partitionKeyPrefix = partition
  if (sort !== undefined) match.sortKeyPrefix = sort
  return match
}

function commonPrefix(items: Item[], name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  return commonText(items, (item) => findKeyPrefix(typeText(item, name) ?? ''))
}

function commonText(items: Item[], textOf: (item: Item) => string | undefined): string | undefined {
  let common: string | undefined
  for (const item of items) {
    const text = textOf(item)
    if (text === undefined || (common !== undefined && text !== common)) return undefined
    common = text
  }
  return common
}
