import { describe, expect, test } from 'vitest'
import type { BatchWriteItemInput, BatchWriteItemOutput, Call, WriteRequest } from '../../engine/api.ts'
import { writeInBatches } from './batchWrite.ts'

const put = (id: number): WriteRequest => ({ PutRequest: { Item: { id: { N: String(id) } } } })
const idOf = (request: WriteRequest) => JSON.stringify(request.PutRequest?.Item.id)
const puts = (count: number) => Array.from({ length: count }, (_, id) => put(id))

/** An endpoint that answers each call as told and keeps what it stored. */
function endpoint(answer: (requests: WriteRequest[], call: number) => WriteRequest[] | Error) {
  const stored: string[] = []
  let calls = 0
  let inFlight = 0
  let mostInFlight = 0
  const call = (async (_operation: string, input: BatchWriteItemInput): Promise<BatchWriteItemOutput> => {
    mostInFlight = Math.max(mostInFlight, ++inFlight)
    await new Promise((resolve) => setTimeout(resolve))
    inFlight--
    const requests = input.RequestItems.orders ?? []
    expect(requests.length).toBeLessThanOrEqual(25)
    const left = answer(requests, calls++)
    if (left instanceof Error) throw left
    for (const request of requests) if (!left.includes(request)) stored.push(idOf(request))
    return { UnprocessedItems: left.length > 0 ? { orders: left } : {} }
  }) as Call
  return { call, stored, counts: () => ({ calls, mostInFlight }) }
}

describe('writeInBatches', () => {
  test('writes each request once, 25 a call, 16 calls at a time', async () => {
    const { call, stored, counts } = endpoint(() => [])
    const seen: number[] = []
    await writeInBatches('orders', puts(1010), { call, onProgress: (done) => seen.push(done) })
    expect(new Set(stored).size).toBe(1010)
    expect(stored).toHaveLength(1010)
    expect(counts()).toEqual({ calls: 41, mostInFlight: 16 })
    expect(seen.at(-1)).toBe(1010)
  })

  test('sends again what came back unprocessed', async () => {
    const { call, stored } = endpoint((requests, number) => (number < 3 ? requests.slice(10) : []))
    await writeInBatches('orders', puts(40), { call })
    expect(new Set(stored).size).toBe(40)
  })

  test('rejects with the first error, when nothing is in flight any more', async () => {
    const { call, counts } = endpoint((_requests, number) =>
      number === 2 ? new Error('ValidationException') : [],
    )
    await expect(writeInBatches('orders', puts(5000), { call })).rejects.toThrow('ValidationException')
    const { calls } = counts()
    expect(calls).toBeLessThan(60)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(counts().calls).toBe(calls)
  })

  test('stops between calls when it is cancelled', async () => {
    const abort = new AbortController()
    const { call, counts } = endpoint(() => [])
    const onProgress = () => abort.abort(new Error('cancelled'))
    const writing = writeInBatches('orders', puts(5000), { call, signal: abort.signal, onProgress })
    await expect(writing).rejects.toThrow('cancelled')
    expect(counts().calls).toBeLessThan(40)
  })
})
