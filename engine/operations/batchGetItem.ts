// Reads up to 100 items by their keys, from one or several tables, as far as 16 MB go.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html

import type { BatchGetItemInput, BatchGetItemOutput, Key, KeysAndAttributes } from '../api.ts'
import {
  addCapacityUse,
  type CapacityUse,
  capacityUse,
  consumedCapacity,
} from '../capacity/consumedCapacity.ts'
import { readUnits } from '../capacity/readUnits.ts'
import { type BoundProjection, projectItem } from '../expression/expressions.ts'
import type { Table } from '../table/table.ts'
import type { Item } from '../value/attributeValue.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { itemSizeBytes } from '../value/itemSize.ts'
import { flag, listOf, mapOf, required, structure, terse, text, unread } from './constraints.ts'
import { bindParameters, checkExpressionParameters, type ExpressionRules } from './expressionParameters.ts'
import { findItemTable } from './findTable.ts'
import { gatherPageFaults } from './gatherPageFaults.ts'
import { checkExpressionPaths } from './keyPaths.ts'
import { checkKey } from './keys.ts'
import { checkLegacyParameters } from './legacyParameters.ts'
import type { Operation, OperationContext } from './operation.ts'
import {
  attributeMap,
  ExpressionAttributeNames,
  ReturnConsumedCapacity,
  requestItemsKeys,
} from './requestShapes.ts'

const MAX_KEYS = 100
/** Decimal, so that of items of 300 KB 52 are returned, as the API reference has it. */
const MAX_RESPONSE_BYTES = 16_000_000

const rules: ExpressionRules = {
  legacy: ['AttributesToGet'],
  expressions: ['ProjectionExpression'],
  valued: [],
}

export const batchGetItem: Operation<'BatchGetItem'> = {
  name: 'BatchGetItem',
  constraints: structure('BatchGetItemInput', {
    RequestItems: mapOf(
      structure('KeysAndAttributes', {
        Keys: required(terse(listOf(attributeMap, { minLength: 1, maxLength: MAX_KEYS }))),
        ConsistentRead: flag,
        ProjectionExpression: text(),
        ExpressionAttributeNames,
        AttributesToGet: unread,
      }),
      'com.amazonaws.dynamodb.v20120810.KeysAndAttributes',
      { keys: requestItemsKeys },
    ),
    ReturnConsumedCapacity,
  }),
  plan(context, input) {
    const tableReads = readParameters(input).map((read) => findTableOf(context, read))
    const results = gatherPageFaults(tableReads.flatMap(readsOf), ({ table, key }) => table.getItem(key))
    return { output: respond(input, tableReads, results), changes: [] }
  },
}

interface TableRead {
  tableName: string
  request: KeysAndAttributes
  keys: Key[]
  projection: BoundProjection | undefined
}

interface FoundTableRead extends TableRead {
  table: Table
}

function readParameters({ RequestItems: requests }: BatchGetItemInput): TableRead[] {
  if (!requests || Object.keys(requests).length === 0) {
    throw validationError('The requestItems parameter is required for BatchGetItem')
  }
  checkLegacyParameters(rules, ...Object.values(requests))
  const reads = Object.entries(requests).map(([tableName, request]) => {
    checkExpressionParameters(rules, request)
    const keys = request.Keys.map(checkItem)
    const { projection } = bindParameters(request)
    return { tableName, request, keys, projection }
  })
  checkCounts(reads)
  return reads
}

function checkCounts(reads: readonly TableRead[]): void {
  if (reads.reduce((sum, { keys }) => sum + keys.length, 0) > MAX_KEYS) {
    throw validationError('Too many items requested for the BatchGetItem call')
  }
  for (const { keys } of reads) {
    if (new Set(keys.map(keyText)).size < keys.length) {
      throw validationError('Provided list of item keys contains duplicates')
    }
  }
}

/** Canonical values of the same meaning have the same text. */
function keyText(key: Key): string {
  return JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function findTableOf(context: OperationContext, read: TableRead): FoundTableRead {
  const table = findItemTable(context, read.tableName)
  for (const key of read.keys) checkKey(table, key)
  checkExpressionPaths(table, read.projection)
  return { ...read, table }
}

function readsOf(read: FoundTableRead): { table: Table; key: Key }[] {
  return read.keys.map((key) => ({ table: read.table, key }))
}

function respond(
  { ReturnConsumedCapacity: detail = 'NONE' }: BatchGetItemInput,
  reads: readonly FoundTableRead[],
  results: readonly (Item | undefined)[],
): BatchGetItemOutput {
  // A table may be called __proto__.
  const output: BatchGetItemOutput = { Responses: Object.create(null), UnprocessedKeys: Object.create(null) }
  const capacities: { tableName: string; use: CapacityUse }[] = []
  const budget = { bytes: MAX_RESPONSE_BYTES }
  let place = 0
  for (const read of reads) {
    const answer = answerKeys(read, results.slice(place, place + read.keys.length), budget)
    place += read.keys.length
    output.Responses[read.tableName] = answer.items
    if (answer.unprocessed.length > 0) {
      output.UnprocessedKeys[read.tableName] = { ...read.request, Keys: answer.unprocessed }
    }
    capacities.push({ tableName: read.tableName, use: answer.use })
  }
  if (detail !== 'NONE') {
    output.ConsumedCapacity = capacities.map(({ tableName, use }) => consumedCapacity(tableName, use, detail))
  }
  return output
}

interface Answer {
  items: Item[]
  unprocessed: Key[]
  use: CapacityUse
}

/** Each key is a read of its own, whether it finds an item or not. */
function answerKeys(
  { keys, projection, request }: FoundTableRead,
  results: readonly (Item | undefined)[],
  budget: { bytes: number },
): Answer {
  const answer: Answer = { items: [], unprocessed: [], use: capacityUse(0) }
  for (const [place, key] of keys.entries()) {
    const item = results[place]
    const sizeBytes = item ? itemSizeBytes(item) : 0
    if (sizeBytes > budget.bytes) budget.bytes = 0
    if (budget.bytes === 0) {
      answer.unprocessed.push(key)
      continue
    }
    budget.bytes -= sizeBytes
    addCapacityUse(answer.use, capacityUse(readUnits(sizeBytes, request.ConsistentRead ?? false)))
    if (item) answer.items.push(projection ? projectItem(projection, item) : item)
  }
  return answer
}
