// A key condition against the key schema of a table or index: which part of which item collection it wants.
// Every partition key attribute needs an equality; sort key attributes are used from the left without gaps,
// and only the last one used may be anything but an equality.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html

import { type AttributeValue, type ScalarAttributeType, typeOf } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import type { KeyComparison, KeyOperator } from './boundKeyCondition.ts'

export interface KeyAttributeSchema {
  name: string
  type: ScalarAttributeType
  keyType: 'HASH' | 'RANGE'
}

export interface KeyRange {
  hash: AttributeValue[]
  /** Equalities on the first sort key attributes. */
  range: AttributeValue[]
  /** The comparison of the next sort key attribute, unless it is another equality. */
  last?: { operator: KeyOperator; values: AttributeValue[] }
}

/** Throws the messages of a request whose table is known. */
export function planKeyRange(comparisons: readonly KeyComparison[], schema: KeyAttributeSchema[]): KeyRange {
  checkCount(comparisons, schema)
  const hash = schema.filter(({ keyType }) => keyType === 'HASH')
  const range = schema.filter(({ keyType }) => keyType === 'RANGE')
  checkPartition(comparisons, hash, schema)
  const used = checkSortPrefix(comparisons, range, hash.length)
  checkTypes(comparisons, schema)
  return createRange(hash.map(byName(comparisons)), used)
}

function checkCount(comparisons: readonly KeyComparison[], schema: KeyAttributeSchema[]): void {
  if (comparisons.length > Math.max(2, schema.length)) {
    throw validationError('Conditions can be of length 1 or 2 only')
  }
  if (comparisons.length > schema.length) throw notSupported()
}

function checkPartition(
  comparisons: readonly KeyComparison[],
  hash: KeyAttributeSchema[],
  schema: KeyAttributeSchema[],
): void {
  const find = byMaybeName(comparisons)
  if (hash.some(({ name }) => (find(name)?.operator ?? '=') !== '=')) throw notSupported()
  const missed = hash.find(({ name }) => find(name) === undefined)
  if (missed !== undefined) throw missedElement(missed.name)
  const strange = comparisons.some(({ name }) => schema.every((key) => key.name !== name))
  const unused = schema.find(({ name }) => find(name) === undefined)
  if (strange && unused !== undefined) throw missedElement(unused.name)
}

/** The comparisons of sort key attributes, in the order of the schema. */
function checkSortPrefix(
  comparisons: readonly KeyComparison[],
  range: KeyAttributeSchema[],
  hashCount: number,
): KeyComparison[] {
  const find = byMaybeName(comparisons)
  const used: KeyComparison[] = []
  for (const { name } of range.slice(0, comparisons.length - hashCount)) {
    const comparison = find(name)
    if (comparison === undefined) throw missedElement(name)
    const previous = used[used.length - 1]
    if (previous !== undefined && previous.operator !== '=') throw notSupported()
    used.push(comparison)
  }
  return used
}

function checkTypes(comparisons: readonly KeyComparison[], schema: KeyAttributeSchema[]): void {
  const find = byMaybeName(comparisons)
  for (const { name, type } of schema) {
    if (find(name)?.values.some((value) => typeOf(value) !== type)) {
      throw validationError(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      )
    }
  }
}

function createRange(hash: KeyComparison[], sort: KeyComparison[]): KeyRange {
  const values = (comparisons: KeyComparison[]) => comparisons.flatMap((comparison) => comparison.values)
  const last = sort[sort.length - 1]
  if (last === undefined || last.operator === '=') return { hash: values(hash), range: values(sort) }
  const { operator, values: bounds } = last
  return { hash: values(hash), range: values(sort.slice(0, -1)), last: { operator, values: bounds } }
}

function byMaybeName(comparisons: readonly KeyComparison[]) {
  return (name: string): KeyComparison | undefined =>
    comparisons.find((comparison) => comparison.name === name)
}

function byName(comparisons: readonly KeyComparison[]) {
  return ({ name }: KeyAttributeSchema): KeyComparison => byMaybeName(comparisons)(name) as KeyComparison
}

function notSupported(): Error {
  return validationError('Query key condition not supported')
}

function missedElement(name: string): Error {
  return validationError(`Query condition missed key schema element: ${name}`)
}
