// One item of the source, repaired where its meaning is plain and checked as PutItem would check it.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html

import type { CreateTableInput, KeyType } from '../../engine/api.ts'
import {
  type AttributeType,
  type AttributeValue,
  type Item,
  type ScalarAttributeType,
  typeOf,
} from '../../engine/value/attributeValue.ts'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'
import { itemSizeBytes } from '../../engine/value/itemSize.ts'
import { keyValueSizeBytes } from '../../engine/value/keyBytes.ts'
import {
  defineMember,
  isJsonObject,
  type JsonObject,
  memberPath,
  nameOfJsonType,
  quoteJson,
} from '../values/jsonDocument.ts'
import { readNumber, repairValue } from './repairValue.ts'
import type { Note } from './report.ts'

export const largestItemBytes = 409_600
const largestKeyBytes: Record<KeyType, number> = { HASH: 2048, RANGE: 1024 }

export interface ItemRules {
  keys: KeyRule[]
  /** Types that the source states outside its items. */
  declaredTypes: ReadonlyMap<string, AttributeType>
}

export interface KeyRule {
  name: string
  keyType: KeyType
  type: ScalarAttributeType
  /** The index whose key it is; undefined for the table's own. */
  indexName?: string
}

export function itemRulesOf(
  definition: CreateTableInput,
  declaredTypes: ReadonlyMap<string, AttributeType>,
): ItemRules {
  const keys: KeyRule[] = []
  const indexes = [...(definition.LocalSecondaryIndexes ?? []), ...(definition.GlobalSecondaryIndexes ?? [])]
  for (const owner of [definition, ...indexes]) {
    for (const { AttributeName: name, KeyType: keyType } of owner.KeySchema) {
      const type = definition.AttributeDefinitions.find((each) => each.AttributeName === name)?.AttributeType
      if (type === undefined) throw new RangeError(`The key attribute ${name} has no AttributeDefinition.`)
      keys.push({ name, keyType, type, ...('IndexName' in owner && { indexName: owner.IndexName }) })
    }
  }
  return { keys, declaredTypes }
}

export type ReadItem = { item: Item } | { reason: string }

/** The reason continues "because …". */
export function readItem(json: unknown, path: string, rules: ItemRules, note: Note): ReadItem {
  if (!isJsonObject(json))
    return { reason: `it is ${nameOfJsonType(json)} (${quoteJson(json)}), not an item` }
  const attributes: JsonObject = {}
  for (const name of Object.keys(json)) {
    if (name === '') return { reason: `an attribute (${quoteJson(json[name])}) has no name` }
    const value = repairValue(json[name], memberPath(path, name), note, rules.declaredTypes.get(name))
    defineMember(attributes, name, value)
  }
  for (const rule of rules.keys) {
    const reason = checkKey(attributes as Item, rule, path, note)
    if (reason !== undefined) return { reason }
  }
  return finishItem(attributes)
}

function finishItem(attributes: JsonObject): ReadItem {
  try {
    const item = checkItem(attributes)
    const sizeBytes = itemSizeBytes(item)
    if (sizeBytes <= largestItemBytes) return { item }
    const size = `${sizeBytes.toLocaleString('en')} bytes`
    return {
      reason: `it takes up ${size}, and DynamoDB's limit is 400 KB (${largestItemBytes.toLocaleString('en')} bytes)`,
    }
  } catch (error) {
    return { reason: `DynamoDB refuses it: ${(error as Error).message}` }
  }
}

/** Repairs the attribute, or gives the reason against the item. */
function checkKey(item: Item, rule: KeyRule, path: string, note: Note): string | undefined {
  const value = Object.hasOwn(item, rule.name) ? item[rule.name] : undefined
  if (value === undefined) return rule.indexName === undefined ? `it lacks the ${describe(rule)}` : undefined
  if (rule.indexName !== undefined && isNothing(value)) return dropIndexKey(item, rule, value, path, note)
  const fitting = fitKey(value, rule, memberPath(path, rule.name), note)
  if (fitting === undefined) {
    return `the ${describe(rule)} has type ${typeOf(value)} (${quoteJson(Object.values(value)[0])}) instead of ${rule.type}`
  }
  defineMember(item, rule.name, fitting)
  return checkKeySize(fitting, rule)
}

// A blank cell: DynamoDB would refuse the item, though all that was meant is "not in this index".
function dropIndexKey(item: Item, rule: KeyRule, value: AttributeValue, path: string, note: Note): undefined {
  delete item[rule.name]
  const message = `${quoteJson(value)} cannot be the ${describe(rule)}: the attribute was left out, so the index leaves the item out.`
  note('repaired', memberPath(path, rule.name), message)
}

function isNothing(value: AttributeValue): boolean {
  return 'NULL' in value || ('S' in value && value.S === '') || ('B' in value && value.B === '')
}

function fitKey(value: AttributeValue, rule: KeyRule, path: string, note: Note): AttributeValue | undefined {
  const type = typeOf(value)
  if (type === rule.type) return value
  if (rule.type === 'S' && 'N' in value) {
    note('repaired', path, `The ${describe(rule)} is text: the number ${value.N} was read as text.`)
    return { S: value.N }
  }
  if (rule.type !== 'N' || !('S' in value)) return undefined
  const { number } = readNumber(value.S)
  if (number === undefined) return undefined
  note('repaired', path, `The ${describe(rule)} is a number: the text ${quoteJson(value.S)} was read as one.`)
  return { N: number }
}

function checkKeySize(value: AttributeValue, rule: KeyRule): string | undefined {
  const sizeBytes = keyValueSizeBytes(value)
  if (sizeBytes === 0) return `the ${describe(rule)} is empty`
  const largest = largestKeyBytes[rule.keyType]
  if (sizeBytes <= largest) return undefined
  return `the ${describe(rule)} takes up ${sizeBytes} bytes, and DynamoDB's limit is ${largest}`
}

function describe({ name, keyType, indexName }: KeyRule): string {
  const kind = keyType === 'HASH' ? 'partition key' : 'sort key'
  return indexName === undefined ? `${kind} ${name}` : `${kind} ${name} of the index ${indexName}`
}
