// Many items through BatchWriteItem, as any client does it: 25 requests a call, several calls in flight,
// what comes back unprocessed is sent again after a pause. Can be cancelled between calls.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html

import type { BatchWriteItemOutput, Call, WriteRequest } from '../../engine/api.ts'

export interface BatchWriteOptions {
  call: Call
  signal?: AbortSignal | undefined
  /** Called with the number of requests that were processed so far. */
  onProgress?: ((done: number) => void) | undefined
}

const BATCH = 25
const IN_FLIGHT = 16
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 2_000

/** Rejects with the first error, or with the signal's reason, when no call is in flight any more. */
export async function writeInBatches(
  table: string,
  requests: readonly WriteRequest[],
  options: BatchWriteOptions,
): Promise<void> {
  let next = 0
  let done = 0
  let failure: { error: unknown } | undefined
  const work = async () => {
    while (next < requests.length && !failure) {
      const batch = requests.slice(next, next + BATCH)
      next += batch.length
      try {
        await writeBatch(table, batch, options)
        done += batch.length
        options.onProgress?.(done)
      } catch (error) {
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  if (failure) throw failure.error
}

async function writeBatch(table: string, batch: WriteRequest[], options: BatchWriteOptions): Promise<void> {
  let left: WriteRequest[] | undefined = batch
  for (
    let pauseMs = FIRST_PAUSE_MS;
    left && left.length > 0;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  ) {
    options.signal?.throwIfAborted()
    const output: BatchWriteItemOutput = await options.call('BatchWriteItem', {
      RequestItems: tableMap(table, left),
    })
    left = findOwn(output.UnprocessedItems, table)
    if (left && left.length > 0) await pause(pauseMs)
  }
}

/** A map of one table; `__proto__` is a name as any other. */
export function tableMap<Value>(table: string, value: Value): Record<string, Value> {
  return Object.fromEntries([[table, value]])
}

/** The value of a table in a map that an engine answered. */
export function findOwn<Value>(map: Readonly<Record<string, Value>>, table: string): Value | undefined {
  return Object.hasOwn(map, table) ? map[table] : undefined
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs))
}
