// The picture of a table or index: item collections as bands, in each its items in sort-key order, unlike
// items side by side. All lines are equally high and come by position, so the scrollbar is true for any
// number of items; what is in view is read by a CollectionWindow.

import {
  type CSSProperties,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { useLineWindow } from '../../grid/useLineWindow.ts'
import type { CollectionEntry } from '../reading/collectionSource.ts'
import type { CollectionWindow } from '../reading/collectionWindow.ts'
import type { LeftOutItems } from '../reading/leftOutItems.ts'
import { CellBook } from './cellBook.ts'
import styles from './Picture.module.css'
import { LINE_HEIGHT, PictureBody } from './PictureBody.tsx'
import { PictureHead } from './PictureHead.tsx'
import { bookedLine, PictureLines } from './pictureLines.ts'
import type { PictureProps } from './pictureProps.ts'
import type { Scene } from './pictureScene.ts'
import { usePictureKeys } from './usePictureKeys.ts'

const HEAD_HEIGHT = 30

export function Picture(props: PictureProps) {
  const { shape, design, window, leftOut } = props
  useSyncExternalStore(window.subscribe, () => window.version)
  useSyncExternalStore(leftOut?.subscribe ?? subscribeToNothing, () => leftOut?.state)
  const pictureLines = new PictureLines(window, leftOut)
  const scrollRef = useRef<HTMLDivElement>(null)
  const lines = useLineWindow({
    scrollRef,
    lineCount: pictureLines.count,
    lineHeight: LINE_HEIGHT,
    headHeight: HEAD_HEIGHT,
    overscan: 6,
  })
  const book = useMemo(() => new CellBook(shape, design), [shape, design])
  book.learn(visibleEntries(pictureLines, lines.first, lines.end))
  const keys = usePictureKeys(props, pictureLines, book, lines, scrollRef)
  useShown(window, leftOut, pictureLines, lines.first, lines.end)
  useImperativeHandle(props.ref, () => ({
    focus: () => scrollRef.current?.focus({ preventScroll: true }),
    reveal: keys.reveal,
  }))
  const gridId = useId()
  const scene: Scene = { props, book, lines, pictureLines, gridId, cursor: keys.cursor }
  const width = useContentWidth(scene)
  return (
    <div
      ref={scrollRef}
      className={styles.picture}
      role="grid"
      tabIndex={0}
      aria-label={shape.indexName ? `Items in index ${shape.indexName}` : `Items of ${shape.tableName}`}
      aria-rowcount={pictureLines.count + 1}
      aria-multiselectable
      aria-activedescendant={
        pictureLines.count > 0 ? `${gridId}-${keys.cursor.line}-${keys.cursor.cell}` : undefined
      }
      data-index={shape.indexName ? true : undefined}
      data-sorted={shape.rangeKeys.length > 0 || undefined}
      onCopy={props.onCopy}
      onPaste={props.onPaste}
      {...keys.handlers}
    >
      <div className={styles.content} style={contentStyle(book, width)}>
        <PictureHead shape={shape} />
        <div className={styles.body} style={{ height: lines.height }}>
          <PictureBody scene={scene} />
        </div>
      </div>
    </div>
  )
}

function contentStyle(book: CellBook, cellsWidth: number): CSSProperties {
  const { hash, range } = book.keyWidths
  return {
    '--cells': `${cellsWidth}px`,
    '--hash-key': `${hash}px`,
    '--range-key': `${range}px`,
  } as CSSProperties
}

function subscribeToNothing(): () => void {
  return () => {}
}

/** Has what is in view read, the left-out items too once they come near. */
function useShown(
  window: CollectionWindow,
  leftOut: LeftOutItems | undefined,
  { itemCount, leftOutCount }: PictureLines,
  first: number,
  end: number,
): void {
  useEffect(() => window.show(first, end), [window, first, end])
  const isNear = leftOutCount > 0 && end > itemCount
  useEffect(() => {
    if (isNear && leftOut && leftOut.state.scannedCount === 0) void leftOut.readMore()
  }, [isNear, leftOut])
}

/** The widest line seen so far: a content that never becomes narrower does not jump while it scrolls. */
function useContentWidth({ book, pictureLines, lines }: Scene): number {
  const widest = useRef({ book, width: 0 })
  if (widest.current.book !== book) widest.current = { book, width: 0 }
  for (let line = lines.first; line < lines.end; line++) {
    const booked = bookedLine(book, pictureLines, line)
    if (booked) widest.current.width = Math.max(widest.current.width, booked.width)
  }
  return widest.current.width
}

function visibleEntries(lines: PictureLines, first: number, end: number): (CollectionEntry | undefined)[] {
  const entries: (CollectionEntry | undefined)[] = []
  for (let line = first; line < end; line++) {
    const found = lines.at(line)
    if (found.kind === 'entry') entries.push(found.entry)
    else if (found.kind === 'leftOut') entries.push({ item: found.item, dropped: [], sizeBytes: 0 })
  }
  return entries
}
