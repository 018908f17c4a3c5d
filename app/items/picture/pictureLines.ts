// The lines of the picture from top to bottom: the entries of the table or index, then a heading and the
// items that the index leaves out, as far as they were read, then a line that reads more of them.

import type { Item } from '../../../engine/value/attributeValue.ts'
import type { CollectionEntry } from '../reading/collectionSource.ts'
import type { CollectionWindow } from '../reading/collectionWindow.ts'
import type { LeftOutItems } from '../reading/leftOutItems.ts'
import type { BookedLine, CellBook } from './cellBook.ts'

export type PictureLine =
  | { kind: 'entry'; entry: CollectionEntry }
  | { kind: 'loading' }
  | { kind: 'heading' }
  | { kind: 'leftOut'; item: Item }
  | { kind: 'more' }

export class PictureLines {
  readonly itemCount: number
  /** Items that the index leaves out. */
  readonly leftOutCount: number
  readonly #window: CollectionWindow
  readonly #leftOut: readonly Item[]
  readonly #hasMore: boolean

  constructor(window: CollectionWindow, leftOut: LeftOutItems | undefined) {
    const { itemCount = 0, tableItemCount = 0 } = window.totals ?? {}
    this.#window = window
    this.itemCount = itemCount
    this.leftOutCount = leftOut ? Math.max(0, tableItemCount - itemCount) : 0
    this.#leftOut = this.leftOutCount > 0 ? (leftOut?.state.items ?? []) : []
    this.#hasMore = this.leftOutCount > 0 && !leftOut?.state.isComplete
  }

  get count(): number {
    if (this.leftOutCount === 0) return this.itemCount
    return this.itemCount + 1 + this.#leftOut.length + (this.#hasMore ? 1 : 0)
  }

  at(line: number): PictureLine {
    if (line < this.itemCount) {
      const entry = this.#window.entryAt(line)
      return entry ? { kind: 'entry', entry } : { kind: 'loading' }
    }
    if (line === this.itemCount) return { kind: 'heading' }
    const item = this.#leftOut[line - this.itemCount - 1]
    return item ? { kind: 'leftOut', item } : { kind: 'more' }
  }

  itemAt(line: number): Item | undefined {
    const found = this.at(line)
    if (found.kind === 'entry') return found.entry.item
    return found.kind === 'leftOut' ? found.item : undefined
  }
}

export function bookedLine(book: CellBook, lines: PictureLines, line: number): BookedLine | undefined {
  const found = lines.at(line)
  if (found.kind === 'entry') return book.lineOf(found.entry)
  return found.kind === 'leftOut'
    ? book.lineOf({ item: found.item, dropped: [], isLeftOut: true })
    : undefined
}
