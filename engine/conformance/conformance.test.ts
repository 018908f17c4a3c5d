import { describe, expect, it } from 'vitest'
import { type Engine, openEngine } from '../engine.ts'
import { createMemoryStore } from '../storage/memoryStore.ts'
import { DynamoDBError } from '../value/dynamoDBError.ts'
import type { Vector, VectorStep } from './vector.ts'
import { batchVectors } from './vectors/batch.ts'
import { capacityVectors } from './vectors/capacity.ts'
import { createTableVectors } from './vectors/createTable.ts'
import { deleteItemVectors } from './vectors/deleteItem.ts'
import { getItemVectors } from './vectors/getItem.ts'
import { putItemVectors } from './vectors/putItem.ts'
import { queryVectors } from './vectors/query.ts'
import { scanVectors } from './vectors/scan.ts'
import { tableVectors } from './vectors/tables.ts'
import { updateItemVectors } from './vectors/updateItem.ts'
import { updateTableVectors } from './vectors/updateTable.ts'

const families: Record<string, Vector[]> = {
  CreateTable: createTableVectors,
  'DescribeTable, ListTables, DeleteTable': tableVectors,
  UpdateTable: updateTableVectors,
  PutItem: putItemVectors,
  GetItem: getItemVectors,
  UpdateItem: updateItemVectors,
  DeleteItem: deleteItemVectors,
  'BatchGetItem, BatchWriteItem': batchVectors,
  Query: queryVectors,
  Scan: scanVectors,
  'Consumed capacity': capacityVectors,
}

describe.each(Object.entries(families))('%s', (_, vectors) => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, vector) => {
    const { messages = '2026', tableDelayMs = 0 } = vector
    const engine = await openEngine({ store: createMemoryStore(), messages, tableDelayMs })
    try {
      for (const each of vector.steps) await check(engine, each)
    } finally {
      await engine.close()
    }
  })
})

it('names a source for every vector, and no two vectors alike', () => {
  const vectors = Object.values(families).flat()
  expect(vectors.filter(({ source }) => source.trim() === '')).toEqual([])
  for (const family of Object.values(families)) {
    const names = family.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  }
})

async function check(
  engine: Engine,
  { operation, input, output, includes, error }: VectorStep,
): Promise<void> {
  const answer = await engine.call(operation, input).catch((thrown: unknown) => {
    if (thrown instanceof DynamoDBError) return thrown
    throw thrown
  })
  if (answer instanceof DynamoDBError) {
    const { name, message, details } = answer
    expect({ name, message, details }).toEqual(error && { details: {}, ...error })
    return
  }
  const response = JSON.parse(JSON.stringify(answer))
  expect(error, `${operation} was expected to fail, but answered ${JSON.stringify(response)}`).toBeUndefined()
  if (output !== undefined) expect(response).toEqual(output)
  if (includes !== undefined) expect(response).toMatchObject(includes as object)
}
