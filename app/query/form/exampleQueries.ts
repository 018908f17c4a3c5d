// Queries to begin with, taken from what the table holds: for each kind of item its collection, narrowed to
// the sort keys of its kind where they share a beginning.

import { type AttributeValue, type Item, typeOf } from '../../../engine/value/attributeValue.ts'
import { classifyItem } from '../../model/classifyItem.ts'
import type { Entity, TableDesign } from '../../model/design.ts'
import type { KeyCondition } from '../request/queryForm.ts'
import { partitionKeysOf, type QueryTarget, sortKeysOf } from '../request/queryTarget.ts'
import { typedTextOfValue } from '../request/typedText.ts'
import { code, type Phrase, phrase } from '../words/phrase.ts'

export interface ExampleQuery {
  words: Phrase
  keys: KeyCondition[]
}

const MOST_EXAMPLES = 4

export function exampleQueries(
  target: QueryTarget,
  design: TableDesign | undefined,
  items: readonly Item[],
): ExampleQuery[] {
  const examples = new Map<string, ExampleQuery>()
  for (const item of items) {
    if (examples.size === MOST_EXAMPLES) break
    const entity = design && classifyItem(design, item)
    const kind = entity?.name ?? ''
    const example = examples.has(kind) ? undefined : exampleOf(target, item, entity)
    if (example) examples.set(kind, example)
  }
  return [...examples.values()]
}

function exampleOf(target: QueryTarget, item: Item, entity: Entity | undefined): ExampleQuery | undefined {
  const partition = partitionKeysOf(target).map(({ name }) => conditionOn(name, item[name]))
  if (partition.some((condition) => condition === undefined)) return undefined
  const keys = partition as KeyCondition[]
  const collection = code(keys.map(({ values }) => values[0]?.text).join(', '))
  const [sortKey] = sortKeysOf(target)
  const prefix = target.kind === 'table' ? entity?.match.sortKeyPrefix : undefined
  if (!entity || !sortKey || !prefix) return { words: phrase`Everything in ${collection}`, keys }
  const range: KeyCondition = {
    name: sortKey.name,
    operator: 'begins_with',
    values: [{ type: 'S', text: prefix }],
  }
  return { words: phrase`${entity.name} in ${collection}`, keys: [...keys, range] }
}

function conditionOn(name: string, value: AttributeValue | undefined): KeyCondition | undefined {
  if (!value || !'SNB'.includes(typeOf(value))) return undefined
  return { name, operator: '=', values: [typedTextOfValue(value)] }
}
