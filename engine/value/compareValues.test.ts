import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttributeValue } from './attributeValue.ts'
import { checkAttributeValue } from './checkAttributeValue.ts'
import { compareKeyValues, equalValues } from './compareValues.ts'
import { rawValue } from './testing/arbitraries.ts'

test.each<[AttributeValue, AttributeValue]>([
  [{ N: '1000' }, { N: '1e3' }],
  [{ NS: ['1', '2.50'] }, { NS: ['2.5', '1.0'] }],
  [{ SS: ['a', 'b'] }, { SS: ['b', 'a'] }],
  [{ BS: ['AA==', 'AQ=='] }, { BS: ['AQ==', 'AA=='] }],
  [{ M: { a: { N: '1' }, b: { S: 'x' } } }, { M: { b: { S: 'x' }, a: { N: '1.0' } } }],
  [{ L: [{ SS: ['a', 'b'] }] }, { L: [{ SS: ['b', 'a'] }] }],
])('%j equals %j', (a, b) => {
  expect(equalValues(checkAttributeValue(a), checkAttributeValue(b))).toBe(true)
})

test.each<[AttributeValue, AttributeValue]>([
  [{ S: '1' }, { N: '1' }],
  [{ S: 'AA==' }, { B: 'AA==' }],
  [{ S: 'a' }, { S: 'A' }],
  [{ BOOL: true }, { BOOL: false }],
  [{ BOOL: true }, { NULL: true }],
  [{ SS: ['a'] }, { SS: ['a', 'b'] }],
  [{ SS: ['a', 'b'] }, { SS: ['a', 'c'] }],
  [{ SS: ['1'] }, { NS: ['1'] }],
  [{ L: [] }, { M: {} }],
  [{ L: [{ S: 'a' }, { S: 'b' }] }, { L: [{ S: 'b' }, { S: 'a' }] }],
  [{ M: { a: { S: '' } } }, { M: {} }],
  [{ M: { a: { S: '' } } }, { M: { b: { S: '' } } }],
  [{ M: { a: { S: '' } } }, { M: { a: { S: '' }, b: { S: '' } } }],
  [{ N: '1' }, { N: '1.0000000000000000000000000000000000001' }],
])('%j does not equal %j', (a, b) => {
  expect(equalValues(checkAttributeValue(a), checkAttributeValue(b))).toBe(false)
  expect(equalValues(checkAttributeValue(b), checkAttributeValue(a))).toBe(false)
})

test('sets are equal in any order, sorted or not', () => {
  expect(equalValues({ SS: ['b', 'a'] }, { SS: ['a', 'b'] })).toBe(true)
})

test('a value equals its copy and nothing else that reads differently', () => {
  fc.assert(
    fc.property(rawValue(), rawValue(), (rawA, rawB) => {
      const [a, b] = [checkAttributeValue(rawA), checkAttributeValue(rawB)]
      expect(equalValues(a, checkAttributeValue(rawA))).toBe(true)
      expect(equalValues(a, b)).toBe(sortedText(a) === sortedText(b))
    }),
  )
})

test('compareKeyValues refuses what has no order', () => {
  expect(() => compareKeyValues({ S: 'a' }, { N: '1' })).toThrow(RangeError)
  expect(() => compareKeyValues({ BOOL: true }, { BOOL: true })).toThrow(RangeError)
})

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
  })
}
