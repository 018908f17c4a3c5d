// Reads a whole table or index, by itself or as one of several segments.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html

import type { Key, ScanInput } from '../api.ts'
import type { BoundExpressions } from '../expression/expressions.ts'
import type { KeyInterval } from '../table/sortedItems.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { integer, structure, unread } from './constraints.ts'
import {
  bindParameters,
  checkExpressionParameters,
  type ExpressionRules,
  readPlaceholderValues,
} from './expressionParameters.ts'
import { findItemTable } from './findTable.ts'
import { segmentInterval } from './keyInterval.ts'
import { checkExpressionPaths } from './keyPaths.ts'
import type { Operation } from './operation.ts'
import { readPage } from './readPage.ts'
import { findSource, positionBytes, type ReadSource } from './readSource.ts'
import { pagedReadMembers, positiveInteger, TableName } from './requestShapes.ts'
import { checkProjected, checkSelectedIndex, checkSelectedProjection, fetchesItems } from './select.ts'
import { checkStartKey, readStartKey } from './startKey.ts'

const rules: ExpressionRules = {
  legacy: ['AttributesToGet', 'ScanFilter', 'ConditionalOperator'],
  expressions: ['ProjectionExpression', 'FilterExpression'],
  valued: ['FilterExpression'],
}

export const scan: Operation<'Scan'> = {
  name: 'Scan',
  constraints: structure('ScanInput', {
    TableName,
    ...pagedReadMembers,
    Limit: positiveInteger,
    Segment: integer({ min: 0, max: 999_999 }),
    TotalSegments: integer({ min: 1, max: 1_000_000 }),
    ScanFilter: unread,
  }),
  plan(context, input) {
    const { bound, startKey } = readParameters(input)
    const table = findItemTable(context, input.TableName)
    const source = findSource(table, input.IndexName, input.ConsistentRead ?? false)
    if (startKey) checkStartKey(source, startKey, 'Scan')
    checkProjected(source, input.Select, bound)
    const interval = scanInterval(source, input, startKey)
    checkExpressionPaths(table, bound.projection, bound.filter)
    const fetches = fetchesItems(source, input.Select, bound)
    return {
      output: readPage({
        source,
        interval,
        forward: true,
        bound,
        hasMore: true,
        fetchesItems: fetches,
        input,
      }),
      changes: [],
    }
  },
}

function readParameters(input: ScanInput): { bound: BoundExpressions; startKey: Key | undefined } {
  checkExpressionParameters(rules, input)
  const values = readPlaceholderValues(input)
  const startKey = readStartKey(input.ExclusiveStartKey)
  const bound = bindParameters(input, values)
  checkSelectedProjection(input)
  checkSelectedIndex(input)
  checkSegments(input)
  return { bound, startKey }
}

function checkSegments({ Segment: segment, TotalSegments: total }: ScanInput): void {
  if (segment === undefined && total === undefined) return
  if (total === undefined) {
    throw validationError(
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
    )
  }
  if (segment === undefined) {
    throw validationError(
      'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
    )
  }
  if (segment >= total) {
    throw validationError(
      'The Segment parameter is zero-based and must be less than parameter TotalSegments: ' +
        `Segment: ${segment} is not less than TotalSegments: ${total}`,
    )
  }
}

/** The segment, cut off at the start key. */
function scanInterval(source: ReadSource, input: ScanInput, startKey: Key | undefined): KeyInterval {
  const { Segment: segment = 0, TotalSegments: total = 1 } = input
  const interval = segmentInterval(segment, total)
  if (!startKey) return interval
  const start = positionBytes(source, startKey)
  if (start < interval.from || start >= interval.to) {
    throw validationError(
      'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with ' +
        `correct Segment. TotalSegments: ${total} Segment: ${segment}`,
    )
  }
  return { from: `${start}\0`, to: interval.to }
}
