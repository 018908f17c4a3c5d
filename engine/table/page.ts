// A page is a run of neighbouring entries, the unit that travels between memory and storage. In memory it
// is either filled (keys, items and sizes side by side) or a stub that knows where it starts and how much
// it holds; touching a stub is a PageFault, which the engine answers by fetching the page and running the
// operation again. Only this file knows the stored form of a page.

import { type Item, stripPrototypes } from '../value/attributeValue.ts'
import { itemSizeBytes } from '../value/itemSize.ts'
import type { KeyBytes } from '../value/keyBytes.ts'

export interface PageEntries {
  keys: KeyBytes[]
  items: Item[]
  sizesBytes: number[]
}

export interface Page {
  /** Its number in storage; 0 until it has been stored once. */
  id: number
  /** A lower bound of its keys, above every key of the page before. */
  firstKey: KeyBytes
  count: number
  sizeBytes: number
  entries: PageEntries | undefined
  /** Whether memory holds something that storage does not. */
  dirty: boolean
}

/** Thrown by reads and plans that meet pages which are not in memory. */
export class PageFault extends Error {
  readonly pages: readonly Page[]

  constructor(pages: readonly Page[]) {
    super('A page is not in memory.')
    this.name = 'PageFault'
    this.pages = pages
  }
}

export function createPage(firstKey: KeyBytes): Page {
  return {
    id: 0,
    firstKey,
    count: 0,
    sizeBytes: 0,
    entries: { keys: [], items: [], sizesBytes: [] },
    dirty: true,
  }
}

/** The stored form: keys and items as JSON text, which IndexedDB keeps better than structured clones. */
export function printPage(page: Page): string {
  if (!page.entries) throw new RangeError('A page that is not in memory cannot be printed.')
  return JSON.stringify([page.entries.keys, page.entries.items])
}

export function fillPage(page: Page, text: string): void {
  const [keys, items] = JSON.parse(text) as [KeyBytes[], Item[]]
  for (const item of items) stripPrototypes(item)
  page.entries = { keys, items, sizesBytes: items.map(itemSizeBytes) }
}
