// Which entity an item belongs to. A table design is prepared once (it never changes, see design.ts):
// members by key first, then entities from the most to the least particular match.

import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import type { Entity, TableDesign } from './design.ts'
import { keyText } from './keyText.ts'

type Classifier = (item: Item) => Entity | undefined

const classifiers = new WeakMap<TableDesign, Classifier>()

export function classifyItem(table: TableDesign, item: Item): Entity | undefined {
  let classify = classifiers.get(table)
  if (classify === undefined) {
    classify = createClassifier(table)
    classifiers.set(table, classify)
  }
  return classify(item)
}

function createClassifier(table: TableDesign): Classifier {
  const members = new Map<string, Entity>()
  for (const entity of table.entities) for (const key of entity.members) members.set(key, entity)
  const matchers = createMatchers(table)
  const byMatch = (item: Item) => matchers.find((matcher) => matcher.matches(item))?.entity
  if (members.size === 0) return byMatch
  return (item) => members.get(keyText(table.definition, item)) ?? byMatch(item)
}

interface Matcher {
  entity: Entity
  /** The greater, the more particular. */
  weight: number
  matches(item: Item): boolean
}

function createMatchers(table: TableDesign): Matcher[] {
  const partitionKey = table.definition.KeySchema.find((key) => key.KeyType === 'HASH')?.AttributeName
  const sortKey = table.definition.KeySchema.find((key) => key.KeyType === 'RANGE')?.AttributeName
  const matchers: Matcher[] = []
  for (const entity of table.entities) {
    const { partitionKeyPrefix, sortKeyPrefix, typeAttribute } = entity.match
    const tests: ((item: Item) => boolean)[] = []
    if (typeAttribute) tests.push((item) => sameScalar(item[typeAttribute.name], typeAttribute.value))
    if (partitionKeyPrefix) tests.push(prefixTest(partitionKey, partitionKeyPrefix))
    if (sortKeyPrefix) tests.push(prefixTest(sortKey, sortKeyPrefix))
    if (tests.length === 0) continue
    const prefixLength = (partitionKeyPrefix?.length ?? 0) + (sortKeyPrefix?.length ?? 0)
    const weight = prefixLength + (typeAttribute ? 1_000_000 : 0)
    matchers.push({ entity, weight, matches: (item) => tests.every((test) => test(item)) })
  }
  return matchers.sort((a, b) => b.weight - a.weight)
}

function prefixTest(attributeName: string | undefined, prefix: string): (item: Item) => boolean {
  if (attributeName === undefined) return () => false
  return (item) => {
    const value = item[attributeName]
    return value !== undefined && 'S' in value && value.S.startsWith(prefix)
  }
}

function sameScalar(value: AttributeValue | undefined, expected: AttributeValue): boolean {
  if (value === undefined) return false
  if ('S' in expected) return 'S' in value && value.S === expected.S
  if ('N' in expected) return 'N' in value && value.N === expected.N
  return 'BOOL' in expected && 'BOOL' in value && value.BOOL === expected.BOOL
}
