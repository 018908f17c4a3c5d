import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './testing/arbitraries.ts'
import { codePointAt, compareUtf8, toWellFormedText, utf8SizeBytes } from './utf8.ts'

describe('utf8SizeBytes', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['é', 2],
    ['語', 3],
    ['😀', 4],
    ['a😀é', 7],
    ['\ud83d', 3],
    ['\ude00\ud83d', 6],
    ['é'.repeat(20_000), 40_000],
    [`${'x'.repeat(16_383)}😀${'語'.repeat(16_384)}`, 16_383 + 4 + 3 * 16_384],
  ])('%.20j', (text, size) => {
    expect(utf8SizeBytes(text)).toBe(size)
  })

  test('is the length of the encoded text, short or long', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        expect(utf8SizeBytes(text)).toBe(Buffer.byteLength(text))
      }),
    )
  })
})

describe('compareUtf8', () => {
  test('sorts by code points, where UTF-16 units would not', () => {
    const sorted = ['', 'A', 'Z', 'a', 'aa', 'b', 'é', '\ud7ff', '\ue000', '\uffff', '😀', '\u{10ffff}']
    expect(sorted.toReversed().sort(compareUtf8)).toEqual(sorted)
    expect(sorted.toReversed().sort()).not.toEqual(sorted)
  })

  test('orders as the encoded bytes do, surrogates without partners included', () => {
    fc.assert(
      fc.property(anyText(), anyText(), anyText(4), (a, b, prefix) => {
        const order = Buffer.compare(Buffer.from(a), Buffer.from(b))
        expect(Math.sign(compareUtf8(a, b))).toBe(order)
        const [longA, longB] = [prefix + a, prefix + b]
        expect(Math.sign(compareUtf8(longA, longB))).toBe(
          Buffer.compare(Buffer.from(longA), Buffer.from(longB)),
        )
      }),
      { numRuns: 3000 },
    )
  })
})

test('a surrogate without its partner reads as the replacement character', () => {
  expect(codePointAt('\ud800a', 0)).toBe(0xfffd)
  expect(codePointAt('\udc00', 0)).toBe(0xfffd)
  expect(codePointAt('😀', 0)).toBe(0x1f600)
  expect(toWellFormedText('a\ud800b')).toBe('a\ufffdb')
  expect(toWellFormedText('a😀b')).toBe('a😀b')
})
