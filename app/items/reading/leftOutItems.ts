// The items that an index leaves out, found by a Scan of the table with a filter, page by page on demand.
// A page of a Scan reads up to 1 MB and may find nothing, so one demand goes on until it has found enough.

import type { Input, Key, Output } from '../../../engine/api.ts'
import type { Item } from '../../../engine/value/attributeValue.ts'
import type { TableShape } from '../tableShape.ts'
import { leftOutFilter } from './indexMembership.ts'

export type ScanCall = (input: Input<'Scan'>) => Promise<Output<'Scan'>>

export interface LeftOutState {
  items: readonly Item[]
  /** Items read so far, found or not. */
  scannedCount: number
  status: 'idle' | 'reading' | 'failed'
  /** Everything has been read. */
  isComplete: boolean
  error: Error | undefined
}

const ENOUGH = 50
const PAGES_PER_DEMAND = 20
const NOTHING: LeftOutState = {
  items: [],
  scannedCount: 0,
  status: 'idle',
  isComplete: false,
  error: undefined,
}

export class LeftOutItems {
  state: LeftOutState = NOTHING
  readonly #shape: TableShape
  readonly #scan: ScanCall
  #startKey: Key | undefined
  #turn = 0
  readonly #listeners = new Set<() => void>()

  constructor(shape: TableShape, scan: ScanCall) {
    this.#shape = shape
    this.#scan = scan
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads on until it has found some more, or everything was read. */
  async readMore(): Promise<void> {
    const { status, isComplete } = this.state
    if (status === 'reading' || isComplete) return
    await this.#read(this.#turn, [...this.state.items], this.state.scannedCount)
  }

  /** Something has changed: reads again as far as was read before, showing the old items meanwhile. */
  async readAgain(): Promise<void> {
    if (this.state === NOTHING) return
    this.#startKey = undefined
    await this.#read(++this.#turn, [], 0, Math.max(ENOUGH, this.state.items.length))
  }

  async #read(turn: number, items: Item[], scanned: number, enough = items.length + ENOUGH): Promise<void> {
    let scannedCount = scanned
    this.#publish({ ...this.state, status: 'reading', error: undefined })
    try {
      for (let page = 0; page < PAGES_PER_DEMAND && items.length < enough; page++) {
        const output = await this.#readPage()
        if (turn !== this.#turn) return
        items.push(...(output.Items ?? []))
        scannedCount += output.ScannedCount
        this.#startKey = output.LastEvaluatedKey
        if (!this.#startKey) break
      }
      this.#publish({ items, scannedCount, status: 'idle', isComplete: !this.#startKey, error: undefined })
    } catch (error) {
      if (turn !== this.#turn) return
      const failure = error instanceof Error ? error : new Error(String(error))
      this.#publish({ ...this.state, status: 'failed', error: failure })
    }
  }

  #readPage(): Promise<Output<'Scan'>> {
    const start = this.#startKey ? { ExclusiveStartKey: this.#startKey } : {}
    return this.#scan({ TableName: this.#shape.tableName, ...leftOutFilter(this.#shape), ...start })
  }

  #publish(state: LeftOutState): void {
    this.state = state
    for (const listener of this.#listeners) listener()
  }
}
