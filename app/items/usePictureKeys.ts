// Keyboard and mouse on the picture: one cell is active, the focus stays on the grid itself
// (aria-activedescendant), so that lines may come and go under it.

import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import { type GridCursor, moveCursor } from '../grid/gridCursor.ts'
import { type Pick, pickMode } from '../grid/useLineSelection.ts'
import type { LineWindow } from '../grid/useLineWindow.ts'
import { writeValueTip } from '../grid/ValueText.tsx'
import type { CellBook } from './cellBook.ts'
import type { PictureCell, PictureProps } from './Picture.tsx'
import { bookedLine, type PictureLines } from './pictureLines.ts'

export function usePictureKeys(
  props: PictureProps,
  pictureLines: PictureLines,
  book: CellBook,
  lines: LineWindow,
  scrollRef: RefObject<HTMLElement | null>,
) {
  const [wanted, setCursor] = useState<GridCursor>({ line: 0, cell: 0 })
  const anchorRef = useRef(0)
  const cellCount = (line: number) => bookedLine(book, pictureLines, line)?.cells.length ?? 1
  const cursor = boundedCursor(wanted, pictureLines.count, cellCount)

  const cellAt = ({ line, cell: place }: GridCursor): PictureCell | undefined => {
    const item = pictureLines.itemAt(line)
    const cell = bookedLine(book, pictureLines, line)?.cells[place]
    if (!item || !cell) return undefined
    const [name = ''] = cell.names
    return { line, item, kind: cell.kind, name, isComposed: cell.names.length > 1, value: cell.value }
  }
  const pick = (line: number, mode: Pick['mode']) => {
    const anchor = mode === 'range' ? anchorRef.current : line
    anchorRef.current = anchor
    props.onPick({ mode, first: Math.min(anchor, line), last: Math.max(anchor, line) })
  }
  const act = (place: GridCursor, how: 'onEditCell' | 'onExpandCell') => {
    const cell = cellAt(place)
    const element = findCell(scrollRef.current, place)
    if (cell && element) props[how](cell, element)
  }
  const goTo = (place: GridCursor) => {
    setCursor(place)
    lines.showLine(place.line)
    requestAnimationFrame(() => showCell(scrollRef.current, place))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    props.onKeyDown?.(event, cellAt(cursor))
    if (event.defaultPrevented) return
    const isControl = event.ctrlKey || event.metaKey
    const moved = event.altKey
      ? undefined
      : moveCursor(cursor, event.key, isControl, {
          lineCount: pictureLines.count,
          pageLines: lines.pageLines,
          cellCount,
        })
    if (moved) {
      goTo(moved)
      if (event.shiftKey && moved.line !== cursor.line) pick(moved.line, 'range')
    } else if (event.key === ' ') pick(cursor.line, event.shiftKey ? 'range' : 'toggle')
    else if (event.key === 'ArrowDown' && event.altKey) act(cursor, 'onExpandCell')
    else if (event.key === 'Enter' || event.key === 'F2') act(cursor, 'onEditCell')
    else return
    event.preventDefault()
  }
  const onMouse = (event: MouseEvent, how: 'click' | 'edit' | 'menu') => {
    const place = placeOf(event.target)
    if (!place) return pickBand(event, how)
    setCursor(place)
    const isExpand = event.target instanceof Element && event.target.closest('[data-expand]') !== null
    if (how === 'click' && isExpand) act(place, 'onExpandCell')
    else if (how === 'click') pick(place.line, pickMode(event))
    else if (how === 'edit') act(place, 'onEditCell')
    else {
      const cell = cellAt(place)
      if (cell) props.onMenu(cell, event)
    }
  }
  const pickBand = ({ target }: MouseEvent, how: 'click' | 'edit' | 'menu') => {
    const band = target instanceof Element ? target.closest<HTMLElement>('[data-band]') : null
    if (!band || how !== 'click') return
    const first = Number(band.dataset.band)
    anchorRef.current = first
    setCursor({ line: first, cell: 0 })
    props.onPick({ mode: 'range', first, last: first + Number(band.dataset.bandCount) - 1 })
  }
  const reveal = (line: number) => {
    setCursor({ line, cell: 0 })
    anchorRef.current = line
    lines.showLine(line, 'center')
  }
  const onPointerOver = ({ target }: { target: EventTarget }) => {
    const place = placeOf(target)
    const cell = place && cellAt(place)
    const element = place && findCell(scrollRef.current, place)
    if (cell && cell.kind !== 'ghost' && element) writeValueTip(element, cell.name, cell.value)
  }
  return { cursor, onKeyDown, onMouse, onPointerOver, reveal }
}

function boundedCursor(wanted: GridCursor, count: number, cellCount: (line: number) => number): GridCursor {
  const line = Math.max(0, Math.min(wanted.line, count - 1))
  return { line, cell: Math.max(0, Math.min(wanted.cell, cellCount(line) - 1)) }
}

function placeOf(target: EventTarget): GridCursor | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  return cell ? { line: Number(cell.dataset.line), cell: Number(cell.dataset.cell) } : undefined
}

function findCell(grid: HTMLElement | null, { line, cell }: GridCursor): HTMLElement | undefined {
  return grid?.querySelector<HTMLElement>(`[data-line="${line}"][data-cell="${cell}"]`) ?? undefined
}

/** Scrolls sideways until the cell stands between the keys and the size; these are its scroll padding. */
function showCell(grid: HTMLElement | null, place: GridCursor): void {
  const cell = findCell(grid, place)
  if (cell && getComputedStyle(cell).position !== 'sticky') {
    cell.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }
}
