// The part of a table or index that is in memory: chunks of entries around what is in view, the least
// recently shown forgotten first. After a change all chunks are stale: they go on being shown until their
// successors have come, so that nothing flickers.
// Invariant: at most two reads are under way, and what is in view is read first.

import type {
  CollectionEntry,
  CollectionExtent,
  CollectionSource,
  ReadCollectionsOutput,
} from './collectionSource.ts'

interface Chunk {
  output: ReadCollectionsOutput
  generation: number
}

export interface CollectionTotals {
  itemCount: number
  sizeBytes: number
  /** Items of the table, be they in the index or not. */
  tableItemCount: number
}

const FIRST_COUNT = 64
const LONGEST_CHUNK = 200
const CHUNK_BYTES = 400_000
const KEPT_CHUNKS = 24
const READS_AT_ONCE = 2

export class CollectionWindow {
  /** Undefined until the first read has come back. */
  totals: CollectionTotals | undefined
  error: Error | undefined
  /** Grows whenever something that is shown has changed. */
  version = 0
  readonly source: CollectionSource
  #chunkLength = FIRST_COUNT
  #chunks = new Map<number, Chunk>()
  #reading = new Set<number>()
  #generation = 0
  #shown = { first: 0, end: 1 }
  #listeners = new Set<() => void>()

  constructor(source: CollectionSource) {
    this.source = source
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  entryAt(position: number): CollectionEntry | undefined {
    return this.#chunkAt(position)?.output.entries[position % this.#chunkLength]
  }

  /** The item collection that the entry at this position belongs to. */
  collectionAt(position: number): CollectionExtent | undefined {
    const collections = this.#chunkAt(position)?.output.collections ?? []
    return collections.find(({ position: first, count }) => position >= first && position < first + count)
  }

  /** Says what is in view, so that it is read. */
  show(first: number, end: number): void {
    this.#shown = { first, end: Math.max(end, first + 1) }
    this.#readOn()
  }

  /** Reads what is in view again: something has changed. */
  refresh(): void {
    this.#generation++
    this.#readOn()
  }

  #chunkAt(position: number): Chunk | undefined {
    return this.#chunks.get(position - (position % this.#chunkLength))
  }

  #readOn(): void {
    const { first, end } = this.#shown
    const length = this.#chunkLength
    const last = Math.min(end, this.totals?.itemCount ?? end)
    for (let start = first - (first % length); start < Math.max(last, 1); start += length) {
      if (this.#reading.size >= READS_AT_ONCE) return
      const isFresh = this.#chunks.get(start)?.generation === this.#generation
      if (!isFresh && !this.#reading.has(start)) void this.#read(start)
    }
  }

  async #read(start: number): Promise<void> {
    const generation = this.#generation
    this.#reading.add(start)
    try {
      this.#take(start, { output: await this.source.read(start, this.#chunkLength), generation })
      this.error = undefined
    } catch (error) {
      this.error = error instanceof Error ? error : new Error(String(error))
      // What cannot be read is not asked for again before the next change.
      this.#chunks.set(start, { output: EMPTY_OUTPUT, generation })
    } finally {
      this.#reading.delete(start)
    }
    this.#publish()
    this.#readOn()
  }

  #take(start: number, chunk: Chunk): void {
    const { itemCount, sizeBytes, tableItemCount } = chunk.output
    this.totals = { itemCount, sizeBytes, tableItemCount }
    this.#chunks.delete(start)
    this.#chunks.set(start, chunk)
    for (const [place] of this.#chunks) {
      const isBeyond = place > 0 && place >= itemCount
      if (isBeyond || this.#chunks.size > KEPT_CHUNKS) this.#chunks.delete(place)
    }
    if (this.#chunkLength === FIRST_COUNT) this.#adoptLength(chunk)
  }

  /** Once the average size of an item is known, chunks are as long as their bytes allow. */
  #adoptLength({ output, generation }: Chunk): void {
    const averageBytes = output.sizeBytes / Math.max(1, output.itemCount)
    const length = Math.min(LONGEST_CHUNK, Math.max(8, Math.floor(CHUNK_BYTES / Math.max(1, averageBytes))))
    if (length === FIRST_COUNT) return
    this.#chunkLength = length
    this.#chunks.clear()
    // The head of the first chunk is shown until the whole of it has come.
    const isWhole = output.entries.length >= Math.min(length, output.itemCount - output.position)
    const start = output.position - (output.position % length)
    if (start === output.position) this.#chunks.set(start, { output, generation: isWhole ? generation : -1 })
  }

  #publish(): void {
    this.version++
    for (const listener of this.#listeners) listener()
  }
}

const EMPTY_OUTPUT: ReadCollectionsOutput = {
  itemCount: 0,
  sizeBytes: 0,
  tableItemCount: 0,
  position: 0,
  entries: [],
  collections: [],
}
