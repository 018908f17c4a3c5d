// Why a read consumed what it did, in one sentence with the numbers of this read. Where all that was read
// came back, its size is known and the rounding is told; where a filter, a projection or COUNT hides what
// was read, the units themselves tell how many blocks of 4 KB it was.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html

import type { Capacity, ConsumedCapacity } from '../../../engine/api.ts'
import { readUnits } from '../../../engine/capacity/readUnits.ts'
import { plural } from '../../workspace/plural.ts'
import { formatBytes, formatCount, formatUnits } from '../words/amounts.ts'
import { code, type Phrase, phrase } from '../words/phrase.ts'
import { type ReadPage, totalsOf } from './readPage.ts'

const BLOCK_BYTES = 4096

/** Undefined when the reply did not say what it consumed. */
export function explainCapacity(pages: readonly ReadPage[]): Phrase | undefined {
  const [first] = pages
  if (!first?.consumed) return undefined
  return pages.length === 1 ? explainPage(first, first.consumed) : explainPages(pages)
}

export interface CapacityArm {
  /** Undefined is the table's own arm. */
  indexName: string | undefined
  units: number
}

/** The table's share and that of each index that took part. */
export function capacityArms(pages: readonly ReadPage[]): CapacityArm[] {
  const arms = new Map<string | undefined, number>()
  const add = (name: string | undefined, { CapacityUnits }: Capacity) =>
    arms.set(name, (arms.get(name) ?? 0) + CapacityUnits)
  for (const { consumed } of pages) {
    if (consumed?.Table) add(undefined, consumed.Table)
    for (const [name, capacity] of indexArms(consumed)) add(name, capacity)
  }
  return [...arms].map(([indexName, units]) => ({ indexName, units }))
}

function indexArms(consumed: ConsumedCapacity | undefined): [string, Capacity][] {
  return [
    ...Object.entries(consumed?.LocalSecondaryIndexes ?? {}),
    ...Object.entries(consumed?.GlobalSecondaryIndexes ?? {}),
  ]
}

function explainPage(page: ReadPage, consumed: ConsumedCapacity): Phrase {
  const [index] = indexArms(consumed)
  const fetched = consumed.Table?.CapacityUnits ?? 0
  if (index === undefined || fetched === 0) return phrase`${explainUnits(page, consumed.CapacityUnits)}.`
  const [indexName, { CapacityUnits }] = index
  return phrase`${code(indexName)}: ${explainUnits(page, CapacityUnits)}. The index does not hold all the attributes asked for, so ${fetchedAfter(page)} from the table${page.scannedCount === 1 ? '' : ', each rounded up by itself'}: ${formatUnits(fetched)} RCU.`
}

function fetchedAfter({ scannedCount }: ReadPage): string {
  return `${plural(scannedCount, 'item')} ${scannedCount === 1 ? 'was' : 'were'} then fetched`
}

function explainUnits(page: ReadPage, units: number): Phrase {
  const isConsistent = page.request.input.ConsistentRead === true
  const blocks = isConsistent ? units : units * 2
  const factor = isConsistent ? '× 1 (strongly consistent)' : '× 0.5 (eventually consistent)'
  const cost = phrase`${formatCount(blocks)} × 4 KB → ${factor} = ${formatUnits(units)} RCU`
  if (page.scannedCount === 0) return phrase`${nothingRead(page)}, which costs the minimum: ${cost}`
  const size = sizeRead(page, units, isConsistent, blocks)
  return phrase`${plural(page.scannedCount, 'item')} read, ${size} = ${cost}`
}

function nothingRead({ request }: ReadPage): string {
  return request.operation === 'GetItem' ? 'No item has this key' : 'Nothing was there to read'
}

function sizeRead(page: ReadPage, units: number, isConsistent: boolean, blocks: number): string {
  const isExact = wasReadWhole(page) && readUnits(page.itemsSizeBytes, isConsistent) === units
  const rounded = formatBytes(blocks * BLOCK_BYTES)
  if (isExact) return `${formatBytes(page.itemsSizeBytes)} together → rounded up to ${rounded}`
  return blocks === 1 ? `up to ${rounded}` : `${formatBytes((blocks - 1) * BLOCK_BYTES)} to ${rounded}`
}

/** Whether the items that came back are all that was read, with all their attributes. */
function wasReadWhole({ request, count, scannedCount, items }: ReadPage): boolean {
  return request.input.ProjectionExpression === undefined && count === scannedCount && items.length === count
}

function explainPages(pages: readonly ReadPage[]): Phrase {
  const { capacityUnits = 0, scannedCount } = totalsOf(pages)
  const each = pages.map((page) => formatUnits(page.consumed?.CapacityUnits ?? 0))
  const total = `${formatUnits(capacityUnits)} RCU`
  const read = phrase`${plural(scannedCount, 'item')} in ${plural(pages.length, 'page')}, each page rounded up by itself`
  if (pages.length <= 4) return phrase`${read}: ${each.join(' + ')} = ${total}.`
  return phrase`${read}: about ${formatUnits(capacityUnits / pages.length)} RCU a page, ${total} in all.`
}
