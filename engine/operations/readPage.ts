// One page of a Query or Scan: entries are read in order until the limit, the megabyte or the end; then the
// filter drops some and the projection trims the rest. Limit, size and cost are of what was read.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html

import type { PagedReadOutput, QueryInput } from '../api.ts'
import { type CapacityUse, capacityUse, consumedCapacity } from '../capacity/consumedCapacity.ts'
import { readUnits } from '../capacity/readUnits.ts'
import { type BoundExpressions, matchesCondition, projectItem } from '../expression/expressions.ts'
import type { Entry, KeyInterval } from '../table/sortedItems.ts'
import type { Item } from '../value/attributeValue.ts'
import { itemSizeBytes } from '../value/itemSize.ts'
import { positionOf, type ReadSource } from './readSource.ts'

const PAGE_BYTES = 1024 * 1024

export interface PageRequest {
  source: ReadSource
  interval: KeyInterval
  forward: boolean
  bound: BoundExpressions
  /** Whether there is anything to read after an entry: not so for a query of one item by its whole key. */
  hasMore: boolean
  /** Whether to read the items behind the entries of a local index. */
  fetchesItems: boolean
  input: Pick<QueryInput, 'TableName' | 'Limit' | 'Select' | 'ConsistentRead' | 'ReturnConsumedCapacity'>
}

export function readPage(request: PageRequest): PagedReadOutput {
  const { source, bound, input } = request
  const page = new ReadingPage(request)
  const entries = request.forward
    ? source.entries.ascend(request.interval)
    : source.entries.descend(request.interval)
  for (const entry of entries) {
    page.add(entry)
    if (page.isFull) break
  }
  const detail = input.ReturnConsumedCapacity ?? 'NONE'
  const { projection } = bound
  const items = projection ? page.items.map((item) => projectItem(projection, item)) : page.items
  return {
    ...(input.Select !== 'COUNT' && { Items: items }),
    Count: page.items.length,
    ScannedCount: page.scannedCount,
    ...(request.hasMore && page.isFull && page.last && { LastEvaluatedKey: positionOf(source, page.last) }),
    ...(detail !== 'NONE' && {
      ConsumedCapacity: consumedCapacity(input.TableName, page.capacity, detail),
    }),
  }
}

/** A page of results while it is being read. */
class ReadingPage {
  readonly items: Item[] = []
  scannedCount = 0
  last: Item | undefined
  readonly #request: PageRequest
  readonly #limit: number
  #sizeBytes = 0
  #fetchedBytes = 0
  #fetchUnits = 0

  constructor(request: PageRequest) {
    this.#request = request
    this.#limit = request.input.Limit ?? Infinity
  }

  /** The entry that goes beyond the megabyte still belongs to the page. */
  get isFull(): boolean {
    return this.scannedCount >= this.#limit || this.#sizeBytes + this.#fetchedBytes >= PAGE_BYTES
  }

  add({ item: entry, sizeBytes }: Entry): void {
    this.scannedCount += 1
    this.#sizeBytes += sizeBytes
    this.last = entry
    const item = this.#request.fetchesItems ? this.#fetch(entry) : entry
    const { filter } = this.#request.bound
    if (!filter || matchesCondition(filter, item)) this.items.push(item)
  }

  /** Each fetched item is a read of its own. */
  #fetch(entry: Item): Item {
    const item = this.#request.source.table.getItem(entry) ?? entry
    const sizeBytes = itemSizeBytes(item)
    this.#fetchedBytes += sizeBytes
    this.#fetchUnits += readUnits(sizeBytes, this.#isConsistent)
    return item
  }

  get capacity(): CapacityUse {
    const { index } = this.#request.source
    const units = readUnits(this.#sizeBytes, this.#isConsistent)
    const use = capacityUse(index ? this.#fetchUnits : units)
    if (index) (index.kind === 'LSI' ? use.localIndexes : use.globalIndexes).set(index.name, units)
    return use
  }

  get #isConsistent(): boolean {
    return this.#request.input.ConsistentRead ?? false
  }
}
