// Lines beyond what a browser can hold. Chromium cuts elements at about 33 million pixels, so a longer list
// scrolls inside a shorter element: small steps move pixel by pixel, far jumps (the scrollbar's thumb) move in
// proportion. `offset` is what separates the two: virtual top = scroll top + offset.
// Invariant: a list that fits is never scaled, and then offset is 0; nor is the margin at either end of a
// longer one, so that small steps can always reach the first and the last line.

export interface ScrollSpace {
  /** Height of all lines, in pixels. */
  readonly virtualHeight: number
  /** Height that the element gets, in pixels; never more than maxHeight. */
  readonly height: number
  readonly viewportHeight: number
}

export interface ScrollPlace {
  /** Where the viewport begins among all lines, in pixels. */
  virtualTop: number
  scrollTop: number
  offset: number
}

export const MAX_ELEMENT_HEIGHT = 12_000_000

export const SCROLL_START: ScrollPlace = { virtualTop: 0, scrollTop: 0, offset: 0 }

export function createScrollSpace(
  virtualHeight: number,
  viewportHeight: number,
  maxHeight = MAX_ELEMENT_HEIGHT,
): ScrollSpace {
  return { virtualHeight, viewportHeight, height: Math.min(virtualHeight, maxHeight) }
}

/** The place after the element scrolled to `scrollTop`; the result's own scrollTop may ask for a correction. */
export function followScroll(space: ScrollSpace, before: ScrollPlace, scrollTop: number): ScrollPlace {
  if (space.height === space.virtualHeight) return { virtualTop: scrollTop, scrollTop, offset: 0 }
  const isJump = Math.abs(scrollTop - before.scrollTop) > space.viewportHeight
  if (isJump) return placeAt(space, virtualTopAt(space, scrollTop))
  const virtualTop = clamp(scrollTop + before.offset, 0, maxVirtualTop(space))
  const drift = Math.abs(scrollTop - scrollTopAt(space, virtualTop))
  const nearEdge = Math.min(scrollTop, maxScrollTop(space) - scrollTop) < 2 * space.viewportHeight
  if (nearEdge || drift > space.height / 8) return placeAt(space, virtualTop)
  return { virtualTop, scrollTop, offset: virtualTop - scrollTop }
}

/** The place that shows `virtualTop` at the top, with a scroll top in proportion. */
export function placeAt(space: ScrollSpace, virtualTop: number): ScrollPlace {
  const top = clamp(virtualTop, 0, maxVirtualTop(space))
  if (space.height === space.virtualHeight) return { virtualTop: top, scrollTop: top, offset: 0 }
  const scrollTop = Math.round(scrollTopAt(space, top))
  return { virtualTop: top, scrollTop, offset: top - scrollTop }
}

/** Pixels at either end that are not scaled. */
const MARGIN = 100_000

function scrollTopAt(space: ScrollSpace, virtualTop: number): number {
  return scaled(virtualTop, maxVirtualTop(space), maxScrollTop(space))
}

function virtualTopAt(space: ScrollSpace, scrollTop: number): number {
  return scaled(scrollTop, maxScrollTop(space), maxVirtualTop(space))
}

function scaled(place: number, from: number, to: number): number {
  if (place < MARGIN) return place
  if (place > from - MARGIN) return to - (from - place)
  return MARGIN + ((place - MARGIN) / (from - 2 * MARGIN)) * (to - 2 * MARGIN)
}

function maxVirtualTop(space: ScrollSpace): number {
  return Math.max(0, space.virtualHeight - space.viewportHeight)
}

function maxScrollTop(space: ScrollSpace): number {
  return Math.max(0, space.height - space.viewportHeight)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
