// Reads one item collection, of a table or of an index, in the order of its sort key.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html

import type { Key, QueryInput } from '../api.ts'
import {
  type BoundExpressions,
  type KeyRange,
  resolveKeyCondition,
  topLevelNames,
} from '../expression/expressions.ts'
import type { KeyInterval } from '../table/sortedItems.ts'
import { equalValues } from '../value/compareValues.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import { detected } from './checkConstraints.ts'
import { flag, structure, terse, text, unread } from './constraints.ts'
import {
  bindParameters,
  checkExpressionParameters,
  type ExpressionRules,
  readPlaceholderValues,
} from './expressionParameters.ts'
import { findItemTable } from './findTable.ts'
import { conditionInterval } from './keyInterval.ts'
import { checkExpressionPaths } from './keyPaths.ts'
import type { Operation } from './operation.ts'
import { readPage } from './readPage.ts'
import { findSource, positionBytes, type ReadSource } from './readSource.ts'
import { pagedReadMembers, positiveInteger, TableName } from './requestShapes.ts'
import { checkProjected, checkSelectedIndex, checkSelectedProjection, fetchesItems } from './select.ts'
import { checkStartKey, readStartKey } from './startKey.ts'

const rules: ExpressionRules = {
  legacy: ['AttributesToGet', 'QueryFilter', 'ConditionalOperator', 'KeyConditions'],
  expressions: ['ProjectionExpression', 'FilterExpression', 'KeyConditionExpression'],
  valued: ['FilterExpression', 'KeyConditionExpression'],
}

export const query: Operation<'Query'> = {
  name: 'Query',
  constraints: structure('QueryInput', {
    TableName,
    ...pagedReadMembers,
    Limit: terse(positiveInteger),
    ScanIndexForward: flag,
    KeyConditionExpression: text(),
    KeyConditions: unread,
    QueryFilter: unread,
  }),
  plan(context, input) {
    const { bound, startKey } = readParameters(input)
    const table = findItemTable(context, input.TableName)
    const source = findSource(table, input.IndexName, input.ConsistentRead ?? false)
    if (startKey) checkStartKey(source, startKey, 'Query')
    const range = resolveKeyCondition(bound.keyCondition!, source.keys, input.IndexName)
    const forward = input.ScanIndexForward ?? true
    const hasMore = !isSingleItem(source, range)
    if (startKey && !hasMore) {
      throw validationError('The query can return at most one row and cannot be restarted')
    }
    const interval = queryInterval(source, range, startKey, forward)
    checkAgainstSchema(source, input, bound)
    const fetches = fetchesItems(source, input.Select, bound)
    return {
      output: readPage({ source, interval, forward, bound, hasMore, fetchesItems: fetches, input }),
      changes: [],
    }
  },
}

function readParameters(input: QueryInput): { bound: BoundExpressions; startKey: Key | undefined } {
  checkExpressionParameters(rules, input)
  const values = readPlaceholderValues(input)
  const startKey = readStartKey(input.ExclusiveStartKey)
  const bound = bindParameters(input, values)
  if (!bound.keyCondition) {
    throw validationError(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    )
  }
  checkQuerySelect(input)
  return { bound, startKey }
}

/** What Query and Scan say alike of Select and ProjectionExpression, Query wraps. */
function checkQuerySelect(input: QueryInput): void {
  try {
    checkSelectedProjection(input)
  } catch (error) {
    throw error instanceof DynamoDBError ? validationError(detected([error.message])) : error
  }
  checkSelectedIndex(input)
}

/** In a table, not in an index, equality on all keys is but one item. */
function isSingleItem({ index, keys }: ReadSource, { hash, range }: KeyRange): boolean {
  return !index && hash.length + range.length === keys.length
}

/** The interval of the key condition, cut off at the start key. */
function queryInterval(
  source: ReadSource,
  range: KeyRange,
  startKey: Key | undefined,
  forward: boolean,
): KeyInterval {
  const interval = conditionInterval(range)
  if (!startKey) return interval
  const start = positionBytes(source, startKey)
  checkWithinCondition(source, range, interval, startKey, start)
  return forward ? { from: `${start}\0`, to: interval.to } : { from: interval.from, to: start }
}

function checkWithinCondition(
  source: ReadSource,
  range: KeyRange,
  interval: KeyInterval,
  startKey: Key,
  start: string,
): void {
  const hashKeys = source.keys.filter((key) => key.keyType === 'HASH')
  if (hashKeys.some(({ name }, i) => !equalValues(startKey[name]!, range.hash[i]!))) {
    throw validationError(
      'The provided starting key is outside query boundaries based on provided conditions',
    )
  }
  if (start < interval.from || start >= interval.to) {
    throw validationError('The provided starting key does not match the range key predicate')
  }
}

function checkAgainstSchema(source: ReadSource, input: QueryInput, bound: BoundExpressions): void {
  checkExpressionPaths(source.table, bound.projection)
  if (bound.filter) {
    const names = topLevelNames(bound.filter)
    const key = source.keys.find(({ name }) => names.includes(name))
    if (key) {
      throw validationError(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key.name}`,
      )
    }
  }
  checkProjected(source, input.Select, bound)
  checkExpressionPaths(source.table, bound.filter)
}
