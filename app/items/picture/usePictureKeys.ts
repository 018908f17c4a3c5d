// Keyboard and mouse on the picture: those of any grid, and a press on a band's label selects its items.

import type { MouseEvent, RefObject } from 'react'
import type { GridCursor } from '../../grid/gridCursor.ts'
import { useGridKeys } from '../../grid/useGridKeys.ts'
import type { LineWindow } from '../../grid/useLineWindow.ts'
import type { CellBook } from './cellBook.ts'
import { bookedLine, type PictureLines } from './pictureLines.ts'
import type { PictureCell, PictureProps } from './pictureProps.ts'

export function usePictureKeys(
  props: PictureProps,
  pictureLines: PictureLines,
  book: CellBook,
  lines: LineWindow,
  scrollRef: RefObject<HTMLElement | null>,
) {
  const { cursor, reveal, handlers } = useGridKeys<PictureCell>({
    scrollRef,
    lines,
    lineCount: pictureLines.count,
    cellCount: (line) => bookedLine(book, pictureLines, line)?.cells.length ?? 1,
    cellAt: (place) => cellAt(pictureLines, book, place),
    onKeyDown: props.onKeyDown,
    onPick: props.onPick,
    onEdit: props.onEditCell,
    onExpand: props.onExpandCell,
    onMenu: props.onMenu,
  })
  const onClick = (event: MouseEvent) => {
    const band = findBand(event.target)
    if (!band) return handlers.onClick(event)
    const last = band.first + band.count - 1
    props.onPick({ mode: 'range', first: band.first, last })
  }
  return { cursor, reveal, handlers: { ...handlers, onClick } }
}

function cellAt(pictureLines: PictureLines, book: CellBook, place: GridCursor): PictureCell | undefined {
  const { line } = place
  const item = pictureLines.itemAt(line)
  const cell = bookedLine(book, pictureLines, line)?.cells[place.cell]
  if (!item || !cell) return undefined
  const [name = ''] = cell.names
  return { line, item, kind: cell.kind, name, isComposed: cell.names.length > 1, value: cell.value }
}

function findBand(target: EventTarget): { first: number; count: number } | undefined {
  const band = target instanceof Element ? target.closest<HTMLElement>('[data-band]') : null
  return band ? { first: Number(band.dataset.band), count: Number(band.dataset.bandCount) } : undefined
}
