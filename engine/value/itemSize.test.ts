import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttributeValue } from './attributeValue.ts'
import { checkAttributeValue, checkItem } from './checkAttributeValue.ts'
import { attributeSizeBytes, itemSizeBytes, valueSizeBytes } from './itemSize.ts'
import { canonicalNumber } from './number.ts'
import { rawItem } from './testing/arbitraries.ts'

// Measured on DynamoDB at the 400 KB limit, eu-west-2, August 2026, by nubo-db/dynamodb-conformance.
test.each([
  ['0', 1],
  ['1', 2],
  ['12', 2],
  ['123', 3],
  ['1234', 3],
  ['12345678901234567890123456789012345678', 20],
  ['0042', 2],
  ['100', 2],
  ['1010', 3],
  ['0.0000001', 2],
  ['1E125', 2],
  ['1E-100', 2],
  ['1.5', 3],
  ['15', 2],
  ['1.2', 3],
  ['1.200', 3],
  ['1.234', 4],
  ['3.14159', 5],
  ['123456', 4],
  ['100.5', 4],
  ['0.15', 2],
  ['-42', 3],
  ['-0', 1],
])('the number %s takes %d bytes', (text, size) => {
  expect(valueSizeBytes({ N: canonicalNumber(text) })).toBe(size)
})

test.each<[AttributeValue, number]>([
  [{ S: '' }, 0],
  [{ S: 'é😀' }, 6],
  [{ B: '' }, 0],
  [{ B: 'AAEC' }, 3],
  [{ BOOL: false }, 1],
  [{ NULL: true }, 1],
  [{ SS: ['a', 'éé'] }, 5],
  [{ NS: ['0', '-42', '123'] }, 7],
  [{ BS: ['AA==', 'AAE='] }, 3],
  [{ L: [] }, 3],
  [{ M: {} }, 3],
  [{ L: [{ S: 'ab' }, { NULL: true }] }, 3 + 1 + 2 + 1 + 1],
  [{ M: { né: { S: 'ab' }, list: { L: [] } } }, 3 + 1 + 3 + 2 + 1 + 4 + 3],
])('%j takes %d bytes', (value, size) => {
  expect(valueSizeBytes(value)).toBe(size)
})

describe('items', () => {
  test('count the UTF-8 bytes of their attribute names', () => {
    expect(attributeSizeBytes('größe', { S: 'x' })).toBe(8)
    expect(itemSizeBytes({ pk: { S: 'a' }, größe: { N: '1' } })).toBe(3 + 9)
    expect(itemSizeBytes({})).toBe(0)
  })

  test('are the sum of their attributes, and a map of them three and one each more', () => {
    fc.assert(
      fc.property(rawItem(), (raw) => {
        const item = checkItem(raw)
        const sizes = Object.keys(item).map((name) => attributeSizeBytes(name, item[name]!))
        const sum = sizes.reduce((total, size) => total + size, 0)
        expect(itemSizeBytes(item)).toBe(sum)
        expect(valueSizeBytes(checkAttributeValue({ M: raw }))).toBe(3 + sizes.length + sum)
      }),
    )
  })
})
