import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBase64 } from '../../../engine/value/base64.ts'
import { parseBinary, printBinary } from './binaryText.ts'

test('hexadecimal and base64 give back any bytes, text gives back any text', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const base64 = encodeBase64(bytes)
      expect(parseBinary(printBinary(base64, 'hex')!, 'hex')).toBe(base64)
      expect(parseBinary(printBinary(base64, 'base64')!, 'base64')).toBe(base64)
      const text = printBinary(base64, 'text')
      if (text !== undefined) expect(parseBinary(text, 'text')).toBe(base64)
    }),
  )
})

test('hexadecimal is taken as people write it', () => {
  expect(parseBinary('00 01 FF', 'hex')).toBe('AAH/')
  expect(parseBinary('0x00:01', 'hex')).toBe('AAE=')
  expect(parseBinary('0', 'hex')).toBeUndefined()
  expect(parseBinary('zz', 'hex')).toBeUndefined()
})

test('bytes that are not UTF-8 have no text', () => expect(printBinary('/w==', 'text')).toBeUndefined())
