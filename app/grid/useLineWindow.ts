// Which lines of a long list stand in its viewport. All lines are equally high, so a line's place is known
// without loading what comes before it; lists beyond the browser's height limit scroll in a ScrollSpace.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  createScrollSpace,
  followScroll,
  placeAt,
  type ScrollPlace,
  type ScrollSpace,
} from './scrollSpace.ts'

export interface LineWindowOptions {
  scrollRef: RefObject<HTMLElement | null>
  lineCount: number
  /** Pixels. */
  lineHeight: number
  /** Pixels at the top of the scrolled content that stay in view (a sticky header). */
  headHeight?: number
  /** Lines rendered beyond each edge of the viewport. */
  overscan?: number
}

export interface LineWindow {
  /** First rendered line. */
  first: number
  /** One past the last rendered line. */
  end: number
  /** Height of the element that holds the lines, in pixels. */
  height: number
  /** Lines that fit the viewport whole. */
  pageLines: number
  /** Top of a line inside that element, in pixels. */
  topOf(line: number): number
  /** Scrolls by as little as shows the line, or puts it in the middle. */
  showLine(line: number, align?: 'nearest' | 'center' | 'start'): void
}

interface Range {
  first: number
  end: number
  offset: number
}

export function useLineWindow(options: LineWindowOptions): LineWindow {
  const { scrollRef, lineCount, lineHeight, headHeight = 0, overscan = 8 } = options
  const viewportHeight = useViewportHeight(scrollRef) - headHeight
  const space = useMemo(
    () => createScrollSpace(lineCount * lineHeight, Math.max(0, viewportHeight)),
    [lineCount, lineHeight, viewportHeight],
  )
  const { range, placeRef, move } = usePlace(scrollRef, space, { lineCount, lineHeight, overscan })

  const showLine = useCallback<LineWindow['showLine']>(
    (line, align = 'nearest') => {
      const top = targetTop(placeRef.current.virtualTop, space, line * lineHeight, lineHeight, align)
      if (top !== placeRef.current.virtualTop) move(placeAt(space, top))
    },
    [lineHeight, move, placeRef, space],
  )
  const { offset } = range
  const topOf = useCallback((line: number) => line * lineHeight - offset, [lineHeight, offset])
  const pageLines = Math.max(1, Math.floor(viewportHeight / lineHeight) - 1)
  return { first: range.first, end: range.end, height: space.height, pageLines, topOf, showLine }
}

function usePlace(
  scrollRef: RefObject<HTMLElement | null>,
  space: ScrollSpace,
  lines: { lineCount: number; lineHeight: number; overscan: number },
) {
  const placeRef = useRef<ScrollPlace>({ virtualTop: 0, scrollTop: 0, offset: 0 })
  const [, render] = useState(0)
  const range = rangeAt(placeRef.current, space, lines)
  const latest = useRef({ space, lines, range })
  latest.current = { space, lines, range }

  const adopt = useCallback((place: ScrollPlace, sync: boolean) => {
    placeRef.current = place
    const { space: nowSpace, lines: nowLines, range: shown } = latest.current
    const next = rangeAt(place, nowSpace, nowLines)
    if (next.first === shown.first && next.end === shown.end && next.offset === shown.offset) return
    const rerender = () => render((count) => count + 1)
    if (sync) flushSync(rerender)
    else rerender()
  }, [])

  const move = useCallback(
    (place: ScrollPlace) => {
      adopt(place, false)
      const element = scrollRef.current
      if (element && element.scrollTop !== place.scrollTop) element.scrollTop = place.scrollTop
    },
    [adopt, scrollRef],
  )

  useEffect(() => {
    const element = scrollRef.current
    if (!element) return
    const onScroll = () => {
      const { scrollTop } = element
      if (scrollTop === placeRef.current.scrollTop) return
      const place = followScroll(latest.current.space, placeRef.current, scrollTop)
      adopt(place, true)
      if (place.scrollTop !== scrollTop) element.scrollTop = place.scrollTop
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [adopt, scrollRef])

  // The list may have become shorter under the viewport.
  useLayoutEffect(() => {
    const bounded = placeAt(space, placeRef.current.virtualTop)
    if (bounded.virtualTop !== placeRef.current.virtualTop) move(bounded)
  }, [space, move])

  return { range, placeRef, move }
}

function rangeAt(
  place: ScrollPlace,
  space: ScrollSpace,
  lines: { lineCount: number; lineHeight: number; overscan: number },
): Range {
  const first = Math.max(0, Math.floor(place.virtualTop / lines.lineHeight) - lines.overscan)
  const bottom = place.virtualTop + space.viewportHeight
  const end = Math.min(lines.lineCount, Math.ceil(bottom / lines.lineHeight) + lines.overscan)
  return { first: Math.min(first, end), end, offset: place.offset }
}

function targetTop(
  virtualTop: number,
  space: ScrollSpace,
  lineTop: number,
  lineHeight: number,
  align: 'nearest' | 'center' | 'start',
): number {
  if (align === 'start') return lineTop
  if (align === 'center') return lineTop - (space.viewportHeight - lineHeight) / 2
  if (lineTop < virtualTop) return lineTop
  const overhang = lineTop + lineHeight - (virtualTop + space.viewportHeight)
  return overhang > 0 ? virtualTop + overhang : virtualTop
}

function useViewportHeight(scrollRef: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(600)
  useLayoutEffect(() => {
    const element = scrollRef.current
    if (!element) return
    setHeight(element.clientHeight)
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scrollRef])
  return height
}
