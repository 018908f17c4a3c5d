// The entries of a table or of an index in the order in which DynamoDB reads them: by hash of the partition
// key, then by key bytes. A partition is a contiguous range of hashes, an item collection a contiguous range
// of keys, so both are runs of neighbouring entries. Pages cut that order into pieces that storage can hold.
// Invariant: pages are in order, and a page's firstKey is at most its first entry's key. A page that was
// emptied stays where it is until dropEmptyPages: were it to go at once, its keys would belong to the page
// before, which a write that follows in the same step may not have in memory.

import type { Item } from '../value/attributeValue.ts'
import type { KeyBytes } from '../value/keyBytes.ts'
import { createPage, type Page, type PageEntries, PageFault } from './page.ts'

/** A page is cut in two above this. As JSON text it then stays under the 60 KB up to which one IndexedDB record is cheap. */
const MAX_PAGE_BYTES = 36 * 1024
/** How many pages one fault asks for: neighbours are most often read next. */
const READ_AHEAD_PAGES = 8
/** How many pages are fetched at once by who needs them all. */
const PAGES_AT_ONCE = 256

export interface Entry {
  key: KeyBytes
  item: Item
  sizeBytes: number
}

/** Half open: from ≤ key < to. To start after a key, append '\0' to it; see prefixRange for a prefix. */
export interface KeyInterval {
  from: KeyBytes
  to: KeyBytes
}

/** Sorts after every key. */
export const END_OF_KEYS: KeyBytes = '\u{100}'

/** All keys that begin with these bytes. */
export function prefixRange(prefix: KeyBytes): KeyInterval {
  return { from: prefix, to: prefixEnd(prefix) }
}

function prefixEnd(prefix: KeyBytes): KeyBytes {
  for (let end = prefix.length; end > 0; end--) {
    const last = prefix.charCodeAt(end - 1)
    if (last < 0xff) return prefix.slice(0, end - 1) + String.fromCharCode(last + 1)
  }
  return END_OF_KEYS
}

export class SortedItems {
  readonly pages: Page[]
  /** Storage numbers of pages that are gone since the last checkpoint. */
  readonly removedPages: number[] = []
  #count = 0
  #sizeBytes = 0
  #starts: { counts: number[]; bytes: number[] } | undefined

  constructor(pages: Page[] = []) {
    this.pages = pages
    for (const page of pages) {
      this.#count += page.count
      this.#sizeBytes += page.sizeBytes
    }
  }

  get count(): number {
    return this.#count
  }

  get sizeBytes(): number {
    return this.#sizeBytes
  }

  get(key: KeyBytes): Item | undefined {
    const pageIndex = this.#findPage(key)
    if (pageIndex < 0) return undefined
    const { keys, items } = this.#entries(pageIndex)
    const place = lowerBound(keys, key)
    return keys[place] === key ? items[place] : undefined
  }

  /** Makes sure that a write to this key will find its page in memory; throws PageFault. */
  touch(key: KeyBytes): void {
    const pageIndex = this.#findPage(key)
    if (pageIndex >= 0) this.#entries(pageIndex)
    else if (this.pages.length > 0) this.#entries(0)
  }

  *ascend({ from, to }: KeyInterval): IterableIterator<Entry> {
    let pageIndex = Math.max(0, this.#findPage(from))
    if (pageIndex >= this.pages.length) return
    let place = lowerBound(this.#entries(pageIndex, 1).keys, from)
    for (; pageIndex < this.pages.length; pageIndex++, place = 0) {
      if (this.pages[pageIndex]!.firstKey >= to) return
      const { keys, items, sizesBytes } = this.#entries(pageIndex, 1)
      for (; place < keys.length; place++) {
        const key = keys[place]!
        if (key >= to) return
        yield { key, item: items[place]!, sizeBytes: sizesBytes[place]! }
      }
    }
  }

  *descend({ from, to }: KeyInterval): IterableIterator<Entry> {
    let pageIndex = this.#findPage(to)
    if (pageIndex < 0) return
    let place = lowerBound(this.#entries(pageIndex, -1).keys, to) - 1
    for (;;) {
      const { keys, items, sizesBytes } = this.#entries(pageIndex, -1)
      for (; place >= 0; place--) {
        const key = keys[place]!
        if (key < from) return
        yield { key, item: items[place]!, sizeBytes: sizesBytes[place]! }
      }
      pageIndex--
      if (pageIndex < 0) return
      place = this.#entries(pageIndex, -1).keys.length - 1
    }
  }

  /** The entries from a position on, counted from 0 in read order. */
  *at(position: number, count: number): IterableIterator<Entry> {
    const starts = this.#pageStarts()
    let pageIndex = Math.max(0, upperBound(starts.counts, position) - 1)
    let place = position - (starts.counts[pageIndex] ?? 0)
    for (let left = count; left > 0 && pageIndex < this.pages.length; pageIndex++, place = 0) {
      const { keys, items, sizesBytes } = this.#entries(pageIndex, 1)
      for (; place < keys.length && left > 0; place++, left--) {
        yield { key: keys[place]!, item: items[place]!, sizeBytes: sizesBytes[place]! }
      }
    }
  }

  /** How many entries, and how many bytes of them, come before this key. */
  rank(key: KeyBytes): { position: number; bytesBefore: number } {
    const pageIndex = this.#findPage(key)
    if (pageIndex < 0) return { position: 0, bytesBefore: 0 }
    const { keys, sizesBytes } = this.#entries(pageIndex)
    const place = lowerBound(keys, key)
    const starts = this.#pageStarts()
    let bytesBefore = starts.bytes[pageIndex]!
    for (let before = 0; before < place; before++) bytesBefore += sizesBytes[before]!
    return { position: starts.counts[pageIndex]! + place, bytesBefore }
  }

  /** Puts an entry in its place. The page must be in memory: see touch. */
  set(key: KeyBytes, item: Item, sizeBytes: number): void {
    const pageIndex = this.#pageForWrite(key)
    const page = this.pages[pageIndex]!
    const { keys, items, sizesBytes } = this.#entries(pageIndex)
    const place = keys.length > 0 && key > keys[keys.length - 1]! ? keys.length : lowerBound(keys, key)
    if (keys[place] === key) {
      this.#grow(page, 0, sizeBytes - sizesBytes[place]!)
      items[place] = item
      sizesBytes[place] = sizeBytes
    } else {
      keys.splice(place, 0, key)
      items.splice(place, 0, item)
      sizesBytes.splice(place, 0, sizeBytes)
      this.#grow(page, 1, sizeBytes)
    }
    if (page.sizeBytes > MAX_PAGE_BYTES && page.count > 1) this.#splitPage(pageIndex, place)
  }

  /** Takes an entry out, if it is there. The page must be in memory: see touch. */
  delete(key: KeyBytes): void {
    const pageIndex = this.#findPage(key)
    if (pageIndex < 0) return
    const page = this.pages[pageIndex]!
    const { keys, items, sizesBytes } = this.#entries(pageIndex)
    const place = lowerBound(keys, key)
    if (keys[place] !== key) return
    this.#grow(page, -1, -sizesBytes[place]!)
    keys.splice(place, 1)
    items.splice(place, 1)
    sizesBytes.splice(place, 1)
  }

  /** Between two steps only: see the invariant. */
  dropEmptyPages(): void {
    for (let place = this.pages.length - 1; place >= 0; place--) {
      const page = this.pages[place]!
      if (page.count > 0) continue
      this.pages.splice(place, 1)
      if (page.id > 0) this.removedPages.push(page.id)
      this.#starts = undefined
    }
  }

  /** Makes sure that all entries can be read; throws PageFault for many pages at once. */
  touchAll(): void {
    const missing = this.pages.filter((page) => !page.entries)
    if (missing.length > 0) throw new PageFault(missing.slice(0, PAGES_AT_ONCE))
  }

  /** The last page whose firstKey is at most this key, or -1. */
  #findPage(key: KeyBytes): number {
    let low = 0
    let high = this.pages.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.pages[middle]!.firstKey <= key) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #entries(pageIndex: number, direction: -1 | 0 | 1 = 0): PageEntries {
    return this.pages[pageIndex]!.entries ?? this.#fault(pageIndex, direction)
  }

  #fault(pageIndex: number, direction: -1 | 0 | 1): never {
    const pages: Page[] = []
    for (let next = pageIndex; pages.length < READ_AHEAD_PAGES; next += direction) {
      const page = this.pages[next]
      if (!page || page.entries) break
      pages.push(page)
      if (direction === 0) break
    }
    throw new PageFault(pages)
  }

  #pageForWrite(key: KeyBytes): number {
    if (this.pages.length === 0) this.pages.push(createPage(key))
    const pageIndex = this.#findPage(key)
    if (pageIndex >= 0) return pageIndex
    this.pages[0]!.firstKey = key
    return 0
  }

  #grow(page: Page, count: number, sizeBytes: number): void {
    page.count += count
    page.sizeBytes += sizeBytes
    page.dirty = true
    this.#count += count
    this.#sizeBytes += sizeBytes
    this.#starts = undefined
  }

  /** Cuts a page in the middle, or behind what was just appended, so that loads in key order fill their pages. */
  #splitPage(pageIndex: number, written: number): void {
    const page = this.pages[pageIndex]!
    const entries = page.entries!
    const cut = written === page.count - 1 ? written : middleByBytes(entries.sizesBytes, page.sizeBytes)
    const upper = createPage(entries.keys[cut]!)
    upper.entries = {
      keys: entries.keys.splice(cut),
      items: entries.items.splice(cut),
      sizesBytes: entries.sizesBytes.splice(cut),
    }
    upper.count = upper.entries.keys.length
    upper.sizeBytes = upper.entries.sizesBytes.reduce((sum, sizeBytes) => sum + sizeBytes, 0)
    page.count -= upper.count
    page.sizeBytes -= upper.sizeBytes
    this.pages.splice(pageIndex + 1, 0, upper)
  }

  #pageStarts(): { counts: number[]; bytes: number[] } {
    if (this.#starts) return this.#starts
    const counts: number[] = []
    const bytes: number[] = []
    let count = 0
    let sizeBytes = 0
    for (const page of this.pages) {
      counts.push(count)
      bytes.push(sizeBytes)
      count += page.count
      sizeBytes += page.sizeBytes
    }
    this.#starts = { counts, bytes }
    return this.#starts
  }
}

function middleByBytes(sizesBytes: readonly number[], totalBytes: number): number {
  let seen = 0
  for (let place = 0; place < sizesBytes.length - 1; place++) {
    seen += sizesBytes[place]!
    if (seen >= totalBytes / 2) return place + 1
  }
  return sizesBytes.length - 1
}

/** The first place whose key is at least this one. */
function lowerBound(keys: readonly KeyBytes[], key: KeyBytes): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

/** The first place whose number is above this one. */
function upperBound(numbers: readonly number[], value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}
