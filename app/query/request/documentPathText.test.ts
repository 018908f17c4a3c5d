import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathElements } from '../testing/formArbitraries.ts'
import { parsePathText, printPathText } from './documentPathText.ts'

test('a printed path reads as itself', () => {
  fc.assert(
    fc.property(pathElements, (path) => {
      expect(parsePathText(printPathText(path))).toEqual(path)
    }),
  )
})

test.each([
  ['address.city', ['address', 'city']],
  ['items[0].sku', ['items', 0, 'sku']],
  ['"odd.name"[2]', ['odd.name', 2]],
  ['a b', ['a b']],
])('%s', (text, path) => {
  expect(parsePathText(text)).toEqual(path)
})

test.each(['', '.', 'a.', '.a', 'a..b', '[0]', 'a[', 'a[x]', 'a[-1]', 'a]b', '"open', '""', 'a[0]b'])(
  '%s is no path',
  (text) => {
    expect(parsePathText(text)).toBeUndefined()
  },
)
