import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttributeValue, ScalarAttributeType } from './attributeValue.ts'
import { encodeBase64 } from './base64.ts'
import { checkAttributeValue } from './checkAttributeValue.ts'
import { compareKeyValues } from './compareValues.ts'
import {
  decodeKeyValue,
  encodeKeyValue,
  hashKeyValues,
  type KeyBytes,
  keyValueSizeBytes,
} from './keyBytes.ts'
import { canonicalNumber } from './number.ts'
import {
  anyText,
  binaryValue,
  byteArrays,
  digitsInRange,
  numberText,
  numberValue,
  scientific,
  stringValue,
} from './testing/arbitraries.ts'

describe('encodeKeyValue', () => {
  test.each<[AttributeValue, string]>([
    [{ S: '' }, '00'],
    [{ S: 'abc' }, '61626300'],
    [{ S: 'é😀' }, 'c3a9f09f988000'],
    [{ S: 'a\0b\u0001' }, '61010162010200'],
    [{ B: 'AAEC/w==' }, '0101010202ff00'],
    [{ N: '0' }, '8000'],
    [{ N: '1' }, 'c10200'],
    [{ N: '12.5' }, 'c10d3300'],
    [{ N: '-1' }, '3e6466'],
    [{ N: `0.${'0'.repeat(129)}1` }, '800200'],
  ])('%j', (value, hex) => {
    expect(toHex(encodeKeyValue(value))).toBe(hex)
  })

  test('takes no other types', () => {
    expect(() => encodeKeyValue({ BOOL: true })).toThrow(RangeError)
    expect(() => hashKeyValues([{ SS: ['a'] }])).toThrow(RangeError)
  })

  test('strings sort by their UTF-8 bytes', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (a, b) => {
        expectSameOrder(Buffer.compare(Buffer.from(a), Buffer.from(b)), { S: a }, { S: b })
      }),
      { numRuns: 3000 },
    )
  })

  test('binaries sort by their unsigned bytes', () => {
    fc.assert(
      fc.property(byteArrays(), byteArrays(), (a, b) => {
        expectSameOrder(Buffer.compare(a, b), { B: encodeBase64(a) }, { B: encodeBase64(b) })
      }),
      { numRuns: 3000 },
    )
  })

  test('numbers sort by value over the whole range', () => {
    const close = digitsInRange({ min: -2, max: 3 }).map(scientific)
    const text = fc.oneof(numberText(), close).map(canonicalNumber)
    fc.assert(
      fc.property(text, text, (a, b) => {
        expectSameOrder(new Decimal(a).cmp(b), { N: a }, { N: b })
      }),
      { numRuns: 3000 },
    )
  })

  test('several components sort one after the other', () => {
    fc.assert(
      fc.property(keyPairs(), ([a, b]) => {
        const order = a.map((value, i) => compareKeyValues(value, b[i]!)).find((sign) => sign !== 0) ?? 0
        expect(compareBytes(concatenate(a), concatenate(b))).toBe(Math.sign(order))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('decodeKeyValue', () => {
  test('undoes encoding, wherever the component stands', () => {
    const value = fc.oneof(stringValue(), numberValue(), binaryValue()).map(checkAttributeValue)
    fc.assert(
      fc.property(value, value, value, (before, value, after) => {
        const start = encodeKeyValue(before).length
        const bytes = concatenate([before, value, after])
        const end = start + encodeKeyValue(value).length
        expect(decodeKeyValue(bytes, typeOfKey(value), start)).toEqual({ value, end })
      }),
      { numRuns: 2000 },
    )
  })

  test('says so when there is no end', () => {
    expect(() => decodeKeyValue('abc', 'S')).toThrow('no end')
    expect(() => decodeKeyValue('\xc1\x02', 'N')).toThrow('no end')
    expect(() => decodeKeyValue('', 'N')).toThrow('no end')
  })
})

describe('hashKeyValues', () => {
  test('is the beginning of the salted MD5 of the bytes', () => {
    fc.assert(
      fc.property(anyText(), byteArrays(), (text, bytes) => {
        expect(hashKeyValues([{ S: text }])).toBe(md5(Buffer.from(text)))
        expect(hashKeyValues([{ B: encodeBase64(bytes) }])).toBe(md5(bytes))
      }),
    )
  })

  test.each([
    ['0', '80'],
    ['1', 'c102'],
    ['12', 'c10d'],
    ['100', 'c202'],
    ['0.01', 'c002'],
    ['0.001', 'bf0b'],
    ['-1', '3e6466'],
    ['-0.5', '3f3366'],
    [`-${'9'.repeat(38)}`, `2c${'02'.repeat(19)}66`],
    [`-9.${'9'.repeat(37)}`, `3e5c${'02'.repeat(18)}0b`],
  ])('takes %s as its base-100 digits', (text, hex) => {
    expect(hashKeyValues([{ N: text }])).toBe(md5(Buffer.from(hex, 'hex')))
  })

  test('takes the components of a key together', () => {
    const values = [{ S: 'a' }, { N: '7' }, { B: 'AAE=' }]
    expect(hashKeyValues(values)).toBe(md5(Buffer.from('61c1080001', 'hex')))
  })

  test('remembers hashes without mixing them up', () => {
    const keys = Array.from({ length: 10_000 }, (_, i) => `KEY#${i}`)
    const first = keys.map((S) => hashKeyValues([{ S }]))
    expect(keys.map((S) => hashKeyValues([{ S }]))).toEqual(first)
    expect(first.slice(0, 50)).toEqual(keys.slice(0, 50).map((key) => md5(Buffer.from(key))))
  })
})

test('keyValueSizeBytes counts the bytes of the value', () => {
  expect(keyValueSizeBytes({ S: 'é' })).toBe(2)
  expect(keyValueSizeBytes({ B: 'AAE=' })).toBe(2)
  expect(keyValueSizeBytes({ N: '123' })).toBe(3)
})

// Pairs of keys of the same types, of one to four components, many of them alike in the first ones.
function keyPairs(): fc.Arbitrary<[AttributeValue[], AttributeValue[]]> {
  const [S, N, B] = [stringValue(), numberValue(), binaryValue()]
  const shapes = [[S], [N], [B], [S, S], [N, S], [S, N], [B, B, B], [B, N, S], [N, N, B, S], [S, B, S, N]]
  const pairs = shapes.map((shape) => {
    const key = fc.tuple(...shape).map((values) => values.map(checkAttributeValue))
    return fc
      .tuple(key, key, fc.nat(shape.length))
      .map(([a, b, alike]): [AttributeValue[], AttributeValue[]] => [
        a,
        [...a.slice(0, alike), ...b.slice(alike)],
      ])
  })
  return fc.oneof(...pairs)
}

function expectSameOrder(order: number, a: AttributeValue, b: AttributeValue): void {
  expect(compareBytes(encodeKeyValue(a), encodeKeyValue(b))).toBe(order)
  expect(Math.sign(compareKeyValues(a, b))).toBe(order)
}

function compareBytes(a: KeyBytes, b: KeyBytes): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function concatenate(values: AttributeValue[]): KeyBytes {
  return values.map(encodeKeyValue).join('')
}

function typeOfKey(value: AttributeValue): ScalarAttributeType {
  return Object.keys(value)[0] as ScalarAttributeType
}

function toHex(bytes: KeyBytes): string {
  return Buffer.from(bytes, 'latin1').toString('hex')
}

function md5(bytes: Uint8Array): string {
  return createHash('md5').update('Outliers').update(bytes).digest().subarray(0, 4).toString('latin1')
}
