import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64SizeBytes, checkBase64, compareBase64, decodeBase64, encodeBase64 } from './base64.ts'
import { byteArrays } from './testing/arbitraries.ts'

describe('checkBase64', () => {
  test.each(['', 'YQ==', 'YWI=', 'YWJj', '+/+/'])('%j passes as it is', (text) => {
    expect(checkBase64(text)).toBe(text)
  })

  test.each([
    ['abc', 'Base64 encoded length is expected a multiple of 4 bytes but found: 3'],
    ['23456', 'Base64 encoded length is expected a multiple of 4 bytes but found: 5'],
    ['=+/=', 'Invalid last non-pad Base64 character dectected'],
    ['+/+=', 'Invalid last non-pad Base64 character dectected'],
    ['YR==', 'Invalid last non-pad Base64 character dectected'],
    ['YW-j', 'only base-64-encoded strings are convertible to bytes'],
    ['YWJj\nYWJ', 'only base-64-encoded strings are convertible to bytes'],
    ['====', 'only base-64-encoded strings are convertible to bytes'],
    ['YQ==YQ==', 'only base-64-encoded strings are convertible to bytes'],
    ['éééé', 'only base-64-encoded strings are convertible to bytes'],
  ])('%j is refused', (text, message) => {
    expect(() => checkBase64(text)).toThrow(
      expect.objectContaining({ name: 'SerializationException', message }),
    )
  })

  test('accepts exactly the texts that encoding gives back', () => {
    const text = fc.string({
      unit: fc.constantFrom('A', 'Q', 'g', 'w', '/', '='),
      minLength: 4,
      maxLength: 8,
    })
    fc.assert(
      fc.property(text, (candidate) => {
        const isCanonical = Buffer.from(candidate, 'base64').toString('base64') === candidate
        if (isCanonical) expect(checkBase64(candidate)).toBe(candidate)
        else expect(() => checkBase64(candidate)).toThrow()
      }),
      { numRuns: 2000 },
    )
  })
})

test('decoding undoes encoding, and the size is known without either', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = encodeBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(decodeBase64(text)).toEqual(bytes)
      expect(base64SizeBytes(text)).toBe(bytes.length)
      expect(checkBase64(text)).toBe(text)
    }),
  )
})

test('encodes more bytes than fit into one call', () => {
  const bytes = Uint8Array.from({ length: 400_000 }, (_, i) => i)
  expect(Buffer.compare(decodeBase64(encodeBase64(bytes)), bytes)).toBe(0)
})

test('compareBase64 orders by unsigned bytes', () => {
  fc.assert(
    fc.property(byteArrays(), byteArrays(), (a, b) => {
      expect(Math.sign(compareBase64(encodeBase64(a), encodeBase64(b)))).toBe(Buffer.compare(a, b))
    }),
    { numRuns: 2000 },
  )
})
