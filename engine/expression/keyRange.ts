// A key condition against the key schema of a table or index: which part of which item collection it wants.
// Every partition key attribute needs an equality; sort key attributes are used from the left without gaps,
// and only the last one used may be anything but an equality. The order in the text does not matter.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html

import { type AttributeValue, type ScalarAttributeType, typeOf } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import type { KeyComparison, KeyOperator } from './boundKeyCondition.ts'
import { operandTypeProblem } from './checks.ts'
import { expressionError } from './expressionError.ts'

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

/** Throws the messages of a request whose table is known. With indexName the schema is that of an index. */
export function planKeyRange(
  comparisons: readonly KeyComparison[],
  schema: readonly KeyAttributeSchema[],
  indexName?: string,
): KeyRange {
  checkCount(comparisons, schema)
  const keys = new KeyComparisons(comparisons, schema)
  keys.checkPartition()
  keys.checkSortPrefix()
  for (const key of schema) checkType(keys.find(key), key)
  for (const key of schema) checkNotEmpty(keys.find(key), indexName)
  return keys.range()
}

function checkCount(comparisons: readonly KeyComparison[], schema: readonly KeyAttributeSchema[]): void {
  if (comparisons.length > Math.max(2, schema.length)) {
    throw validationError('Conditions can be of length 1 or 2 only')
  }
  if (comparisons.length > schema.length) throw validationError(notSupported)
}

class KeyComparisons {
  readonly #byName: ReadonlyMap<string, KeyComparison>
  readonly #hash: KeyAttributeSchema[]
  readonly #sort: KeyAttributeSchema[]
  readonly #isMultiAttribute: boolean

  constructor(comparisons: readonly KeyComparison[], schema: readonly KeyAttributeSchema[]) {
    this.#byName = new Map(comparisons.map((comparison) => [comparison.name, comparison]))
    this.#hash = schema.filter(({ keyType }) => keyType === 'HASH')
    this.#sort = schema.filter(({ keyType }) => keyType === 'RANGE')
    this.#isMultiAttribute = this.#hash.length > 1 || this.#sort.length > 1
  }

  find(key: KeyAttributeSchema): KeyComparison | undefined {
    return this.#byName.get(key.name)
  }

  checkPartition(): void {
    const rule = 'every HASH key attribute of the index needs an equality condition'
    for (const key of this.#hash) {
      if ((this.find(key)?.operator ?? '=') !== '=') throw this.#explain(notSupported, rule)
    }
    for (const key of this.#hash) {
      if (this.find(key) === undefined) throw this.#explain(missedElement(key), rule)
    }
  }

  /** As many sort key attributes as there are comparisons left, from the left. */
  checkSortPrefix(): void {
    const rule =
      'RANGE key attributes are used from left to right without gaps, all but the last with an equality condition'
    const used = this.#sort.slice(0, this.#byName.size - this.#hash.length)
    for (const key of used) {
      if (this.find(key) === undefined) throw this.#explain(missedElement(key), rule)
    }
    for (const key of used.slice(0, -1)) {
      if (this.find(key)?.operator !== '=') throw this.#explain(notSupported, rule)
    }
  }

  range(): KeyRange {
    const hash = this.#values(this.#hash)
    const used = this.#sort.filter((key) => this.find(key) !== undefined)
    const last = used.length > 0 ? this.find(used[used.length - 1] as KeyAttributeSchema) : undefined
    if (last === undefined || last.operator === '=') return { hash, range: this.#values(used) }
    const { operator, values } = last
    return { hash, range: this.#values(used.slice(0, -1)), last: { operator, values } }
  }

  #values(keys: KeyAttributeSchema[]): AttributeValue[] {
    return keys.flatMap((key) => this.find(key)?.values ?? [])
  }

  /** A key of one or two attributes explains itself. */
  #explain(problem: string, rule: string): Error {
    return validationError(this.#isMultiAttribute ? `${problem}; ${rule}` : problem)
  }
}

function checkType(comparison: KeyComparison | undefined, { type }: KeyAttributeSchema): void {
  if (comparison === undefined) return
  if (comparison.operator === 'begins_with' && type === 'N') {
    throw expressionError('KeyConditionExpression', operandTypeProblem('begins_with', type))
  }
  if (comparison.values.some((value) => typeOf(value) !== type)) {
    throw validationError(
      'One or more parameter values were invalid: Condition parameter type does not match schema type',
    )
  }
}

/** No key is empty; a bound of a range may be. */
function checkNotEmpty(comparison: KeyComparison | undefined, indexName: string | undefined): void {
  if (comparison?.operator !== '=') return
  const type = typeOfEmpty(comparison.values[0] as AttributeValue)
  if (type === undefined) return
  const problem = `The AttributeValue for a key attribute cannot contain an empty ${type} value.`
  throw validationError(
    indexName === undefined
      ? `One or more parameter values are not valid. ${problem} Key: ${comparison.name}`
      : `One or more parameter values are not valid. A value specified for a secondary index key is not supported. ${problem} IndexName: ${indexName}, IndexKey: ${comparison.name}`,
  )
}

function typeOfEmpty(value: AttributeValue): string | undefined {
  if ('S' in value && value.S === '') return 'string'
  return 'B' in value && value.B === '' ? 'binary' : undefined
}

const notSupported = 'Query key condition not supported'

function missedElement({ name }: KeyAttributeSchema): string {
  return `Query condition missed key schema element: ${name}`
}
