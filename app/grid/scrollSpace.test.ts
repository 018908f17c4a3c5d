import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createScrollSpace, followScroll, placeAt, SCROLL_START } from './scrollSpace.ts'

describe('a list that fits', () => {
  const space = createScrollSpace(28_000, 600)

  test('is not scaled', () => {
    expect(space.height).toBe(28_000)
    expect(followScroll(space, SCROLL_START, 5_000)).toEqual({
      virtualTop: 5_000,
      scrollTop: 5_000,
      offset: 0,
    })
  })

  test('stops at its end', () => {
    expect(placeAt(space, 99_999).virtualTop).toBe(27_400)
  })
})

describe('a list taller than an element may be', () => {
  const space = createScrollSpace(280_000_000, 600)

  test('moves pixel by pixel in small steps', () => {
    const start = placeAt(space, 100_000_000)
    const next = followScroll(space, start, start.scrollTop + 100)
    expect(next.virtualTop).toBe(start.virtualTop + 100)
    expect(next.scrollTop).toBe(start.scrollTop + 100)
  })

  test('moves in proportion when the thumb is dragged', () => {
    const half = followScroll(space, SCROLL_START, (space.height - 600) / 2)
    expect(half.virtualTop).toBeCloseTo((280_000_000 - 600) / 2, -2)
  })

  test('reaches its first and its last line', () => {
    expect(followScroll(space, placeAt(space, 1_000_000), 0).virtualTop).toBe(0)
    expect(followScroll(space, SCROLL_START, space.height - 600).virtualTop).toBe(280_000_000 - 600)
  })

  test('never strands small steps at an edge of the element', () => {
    let place = placeAt(space, 5_000)
    for (let step = 0; step < 60; step++)
      place = followScroll(space, place, Math.max(0, place.scrollTop - 100))
    expect(place.virtualTop).toBeLessThan(100)
  })

  test('keeps every place inside the list and the element', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: space.height - 600 }), { maxLength: 50 }),
        (scrollTops) => {
          let place = SCROLL_START
          for (const scrollTop of scrollTops) {
            place = followScroll(space, place, scrollTop)
            expect(place.virtualTop).toBeGreaterThanOrEqual(0)
            expect(place.virtualTop).toBeLessThanOrEqual(280_000_000 - 600)
            expect(place.scrollTop).toBeGreaterThanOrEqual(0)
            expect(place.scrollTop).toBeLessThanOrEqual(space.height - 600)
            expect(place.offset).toBeCloseTo(place.virtualTop - place.scrollTop, 3)
          }
        },
      ),
    )
  })
})
