// Up to 25 puts and deletes, of items in one or several tables. Each stands for itself: there are no
// conditions; what is wrong with one of them refuses all.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html

import type {
  BatchWriteItemInput,
  BatchWriteItemOutput,
  ItemCollectionMetrics,
  WriteRequest,
} from '../api.ts'
import { addCapacityUse, capacityUse, consumedCapacity } from '../capacity/consumedCapacity.ts'
import type { ItemChange, Table } from '../table/table.ts'
import type { Item } from '../value/attributeValue.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import type { KeyBytes } from '../value/keyBytes.ts'
import { listOf, mapOf, required, structure } from './constraints.ts'
import { findItemTable } from './findTable.ts'
import { gatherPageFaults } from './gatherPageFaults.ts'
import { findCollectionMetrics } from './itemCollectionMetrics.ts'
import { checkItemLimits } from './itemLimits.ts'
import { checkItemKeys, checkKey } from './keys.ts'
import type { Operation, OperationContext } from './operation.ts'
import {
  attributeMap,
  ReturnConsumedCapacity,
  ReturnItemCollectionMetrics,
  requestItemsKeys,
} from './requestShapes.ts'
import { writeCapacity } from './writeCapacity.ts'

const MAX_REQUESTS = 25

export const batchWriteItem: Operation<'BatchWriteItem'> = {
  name: 'BatchWriteItem',
  constraints: structure('BatchWriteItemInput', {
    RequestItems: mapOf(
      listOf(
        structure('WriteRequest', {
          PutRequest: structure('PutRequest', { Item: required(attributeMap) }),
          DeleteRequest: structure('DeleteRequest', { Key: required(attributeMap) }),
        }),
      ),
      'java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>',
      { keys: requestItemsKeys, valueLength: { minLength: 1, maxLength: MAX_REQUESTS } },
    ),
    ReturnConsumedCapacity,
    ReturnItemCollectionMetrics,
  }),
  plan(context, input) {
    const writes = findTables(context, readParameters(input))
    const changes = gatherPageFaults(writes, planWrite)
    return {
      output: respond(input, writes, changes),
      changes: changes.flatMap((change) => (change ? [{ kind: 'item', change }] : [])),
    }
  },
}

interface Write {
  tableName: string
  /** The item to put, or the key to delete. */
  item: Item
  isPut: boolean
}

interface FoundWrite extends Write {
  table: Table
  key: KeyBytes
}

function readParameters({ RequestItems: requests }: BatchWriteItemInput): Write[] {
  if (!requests || Object.keys(requests).length === 0) {
    throw validationError('The requestItems parameter is required for BatchWriteItem')
  }
  const writes = Object.entries(requests).flatMap(([tableName, tableRequests]) =>
    tableRequests.map((request) => readRequest(tableName, request)),
  )
  if (writes.length > MAX_REQUESTS) {
    throw validationError('Too many items requested for the BatchWriteItem call')
  }
  return writes
}

function readRequest(tableName: string, { PutRequest: put, DeleteRequest: del }: WriteRequest): Write {
  if (put && !del) {
    const item = checkItem(put.Item)
    checkItemLimits(item)
    return { tableName, item, isPut: true }
  }
  if (del && !put) return { tableName, item: checkItem(del.Key), isPut: false }
  throw validationError(
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  )
}

/** All tables first, then all keys: nothing is written before everything is known to be sound. */
function findTables(context: OperationContext, writes: readonly Write[]): FoundWrite[] {
  const tables = writes.map(({ tableName }) => findItemTable(context, tableName))
  const seen = new Map<Table, Set<KeyBytes>>()
  return writes.map((write, place) => {
    const table = tables[place]!
    if (write.isPut) checkItemKeys(table, write.item, true)
    else checkKey(table, write.item)
    const key = table.primaryKey(write.item)
    const keys = seen.get(table) ?? new Set()
    if (keys.has(key)) throw validationError('Provided list of item keys contains duplicates')
    seen.set(table, keys.add(key))
    return { ...write, table, key }
  })
}

function planWrite({ table, key, item, isPut }: FoundWrite): ItemChange | undefined {
  const before = table.items.get(key)
  return isPut || before ? table.planWrite(before, isPut ? item : undefined) : undefined
}

function respond(
  input: BatchWriteItemInput,
  writes: readonly FoundWrite[],
  changes: readonly (ItemChange | undefined)[],
): BatchWriteItemOutput {
  const { ReturnConsumedCapacity: detail = 'NONE', ReturnItemCollectionMetrics: metrics = 'NONE' } = input
  const output: BatchWriteItemOutput = { UnprocessedItems: {} }
  if (metrics === 'SIZE') {
    const byTable = collectionMetrics(writes)
    if (byTable) output.ItemCollectionMetrics = byTable
  }
  if (detail !== 'NONE') {
    output.ConsumedCapacity = Object.keys(input.RequestItems).map((tableName) => {
      const use = capacityUse(0)
      for (const [place, write] of writes.entries()) {
        if (write.tableName === tableName) addCapacityUse(use, writeCapacity(changes[place]))
      }
      return consumedCapacity(tableName, use, detail)
    })
  }
  return output
}

/** One for each item collection that is written to. */
function collectionMetrics(
  writes: readonly FoundWrite[],
): Record<string, ItemCollectionMetrics[]> | undefined {
  const byTable = Object.create(null) as Record<string, ItemCollectionMetrics[]>
  const seen = new Set<string>()
  for (const { table, tableName, item } of writes) {
    const metrics = findCollectionMetrics(table, item)
    const collection = `${tableName} ${table.collectionPrefix(item)}`
    if (!metrics || seen.has(collection)) continue
    seen.add(collection)
    byTable[tableName] = [...(byTable[tableName] ?? []), metrics]
  }
  return seen.size > 0 ? byTable : undefined
}
