// One reply to a read, in the same shape for GetItem, Query and Scan, with what its request asked for.

import type { ConsumedCapacity, GetItemOutput, Key, PagedReadOutput } from '../../../engine/api.ts'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../../engine/value/itemSize.ts'
import type { ReadRequest } from '../request/readRequest.ts'

export interface ReadPage {
  request: ReadRequest
  items: Item[]
  /** Of the items as they came back, not as they were read. */
  itemsSizeBytes: number
  /** Items that passed the filter; with Select COUNT there are no items to show for them. */
  count: number
  scannedCount: number
  lastEvaluatedKey: Key | undefined
  consumed: ConsumedCapacity | undefined
  durationMs: number
}

export function createReadPage(
  request: ReadRequest,
  output: GetItemOutput | PagedReadOutput,
  durationMs: number,
): ReadPage {
  const items = itemsOf(output)
  const isPaged = 'Count' in output
  return {
    request,
    items,
    itemsSizeBytes: items.reduce((sum, item) => sum + itemSizeBytes(item), 0),
    count: isPaged ? output.Count : items.length,
    scannedCount: isPaged ? output.ScannedCount : items.length,
    lastEvaluatedKey: isPaged ? output.LastEvaluatedKey : undefined,
    consumed: output.ConsumedCapacity,
    durationMs,
  }
}

function itemsOf(output: GetItemOutput | PagedReadOutput): Item[] {
  if ('Count' in output) return output.Items ?? []
  return output.Item ? [output.Item] : []
}

/** The request for what comes after the page; undefined when it was the last. */
export function nextRequest({ request, lastEvaluatedKey }: ReadPage): ReadRequest | undefined {
  if (!lastEvaluatedKey || request.operation === 'GetItem') return undefined
  return { ...request, input: { ...request.input, ExclusiveStartKey: lastEvaluatedKey } } as ReadRequest
}

export interface ReadTotals {
  pages: number
  count: number
  scannedCount: number
  itemsSizeBytes: number
  capacityUnits: number | undefined
  durationMs: number
}

export function totalsOf(pages: readonly ReadPage[]): ReadTotals {
  const sum = (amount: (page: ReadPage) => number) => pages.reduce((total, page) => total + amount(page), 0)
  return {
    pages: pages.length,
    count: sum((page) => page.count),
    scannedCount: sum((page) => page.scannedCount),
    itemsSizeBytes: sum((page) => page.itemsSizeBytes),
    capacityUnits: pages.some((page) => page.consumed)
      ? sum((page) => page.consumed?.CapacityUnits ?? 0)
      : undefined,
    durationMs: sum((page) => page.durationMs),
  }
}
