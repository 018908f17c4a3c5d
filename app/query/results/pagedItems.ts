// The items of several pages as one list for the grid, each page after the first headed by a line of its
// own that says where the page before ended. Found by position without copying the pages together.

import { createAttributeMap, type Item } from '../../../engine/value/attributeValue.ts'
import type { ReadPage } from './readPage.ts'

export interface PagedItems {
  readonly count: number
  itemAt(position: number): Item | undefined
  /** The page that a heading line heads; undefined for an item. */
  pageHeadedBy(line: Item): { page: ReadPage; number: number } | undefined
}

export function createPagedItems(pages: readonly ReadPage[]): PagedItems {
  const headings = new Map<Item, { page: ReadPage; number: number }>()
  const starts: number[] = []
  const lines: Item[] = []
  let count = 0
  pages.forEach((page, index) => {
    const heading = createAttributeMap()
    headings.set(heading, { page, number: index + 1 })
    lines.push(heading)
    starts.push(count)
    count += page.items.length + (index > 0 ? 1 : 0)
  })
  return {
    count,
    itemAt(position) {
      const index = findPage(starts, position)
      const page = pages[index]
      const place = position - (starts[index] ?? 0)
      if (index === 0) return page?.items[place]
      return place === 0 ? lines[index] : page?.items[place - 1]
    },
    pageHeadedBy: (line) => headings.get(line),
  }
}

/** The last page that starts at or before the position. */
function findPage(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}
