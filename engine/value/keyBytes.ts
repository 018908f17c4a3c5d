// Key values as byte strings (each character code is one byte), so that `<` orders them as DynamoDB orders
// the values, a Map can look them up, and IndexedDB and JSON can hold them.
// Invariant: an encoded value carries its own end and none is the beginning of another, so the bytes of
// several components, one after the other, sort component by component.
// S and B: the bytes, with 00 and 01 escaped as 01 01 and 01 02, and 00 as the end.
// N: pairs of decimal digits behind a base-100 exponent, all turned over for negative numbers; this is
// also the form in which numbers enter the partition hash.

import { md5 } from '@noble/hashes/legacy.js'
import type { AttributeValue, ScalarAttributeType } from './attributeValue.ts'
import { valueSizeBytes } from './itemSize.ts'
import { parseNumber, printNumber } from './number.ts'
import { codePointAt } from './utf8.ts'

export type KeyBytes = string

/** The value must be an S, an N or a B. */
export function encodeKeyValue(value: AttributeValue): KeyBytes {
  if ('S' in value) return `${escapeBytes(utf8Bytes(value.S))}\0`
  if ('N' in value) return encodeNumber(value.N)
  if ('B' in value) return `${escapeBytes(atob(value.B))}\0`
  throw notAKey()
}

/** Reads the value that begins at start; end is where the next component begins. */
export function decodeKeyValue(
  bytes: KeyBytes,
  type: ScalarAttributeType,
  start = 0,
): { value: AttributeValue; end: number } {
  if (type === 'N') return decodeNumber(bytes, start)
  const terminator = bytes.indexOf('\0', start)
  if (terminator < 0) throw new RangeError('These key bytes have no end.')
  const raw = unescapeBytes(bytes.slice(start, terminator))
  const value = type === 'S' ? { S: utf8Text(raw) } : { B: btoa(raw) }
  return { value, end: terminator + 1 }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys */
export const MAX_KEY_BYTES = { HASH: 2048, RANGE: 1024 } as const

/** Bytes of a key value, as MAX_KEY_BYTES counts them. */
export function keyValueSizeBytes(value: AttributeValue): number {
  return valueSizeBytes(value)
}

/** Four bytes that place a partition key: the beginning of MD5("Outliers" + the key's bytes). */
export function hashKeyValues(values: AttributeValue[]): KeyBytes {
  let raw = ''
  for (const value of values) raw += hashedBytes(value)
  const known = recentHashes.get(raw) ?? olderHashes.get(raw)
  if (known !== undefined) return known
  return rememberHash(raw, hashBytes(raw))
}

// Two generations of remembered hashes: when the younger is full, the older is forgotten.
const generationLength = 2048
const longestRemembered = 2048
let recentHashes = new Map<string, KeyBytes>()
let olderHashes = new Map<string, KeyBytes>()

function rememberHash(raw: string, hash: KeyBytes): KeyBytes {
  if (raw.length > longestRemembered) return hash
  if (recentHashes.size >= generationLength) {
    olderHashes = recentHashes
    recentHashes = new Map()
  }
  recentHashes.set(raw, hash)
  return hash
}

function hashBytes(raw: string): KeyBytes {
  const salted = `Outliers${raw}`
  const bytes = new Uint8Array(salted.length)
  for (let i = 0; i < salted.length; i++) bytes[i] = salted.charCodeAt(i)
  const digest = md5(bytes)
  return String.fromCharCode(digest[0]!, digest[1]!, digest[2]!, digest[3]!)
}

function hashedBytes(value: AttributeValue): string {
  if ('S' in value) return utf8Bytes(value.S)
  if ('B' in value) return atob(value.B)
  if ('N' in value) return hashedNumber(encodeNumber(value.N))
  throw notAKey()
}

const maxNegativePairs = 20

// Short negative numbers keep their end in the hash: so does dynalite (hashPrefix in its db/index.js), which
// reproduces the order in which the service scans partition keys.
function hashedNumber(bytes: KeyBytes): string {
  const pairs = bytes.length - 2
  const keepsEnd = bytes.charCodeAt(0) < zeroExponentByte && pairs < maxNegativePairs
  return keepsEnd ? bytes : bytes.slice(0, -1)
}

const zeroExponentByte = 0x80
const exponentBias = 192
const negativeEnd = 102

function encodeNumber(text: string): KeyBytes {
  const { negative, digits, exponent } = parseNumber(text)
  if (digits === '') return '\x80\0'
  // Pairs are aligned with the decimal point.
  const aligned = (exponent % 2 === 0 ? '' : '0') + digits
  const pairExponent = Math.ceil(exponent / 2)
  const first = exponentBias + pairExponent
  let bytes = String.fromCharCode(negative ? 255 - first : first)
  for (let i = 0; i < aligned.length; i += 2) {
    const pair =
      (aligned.charCodeAt(i) - 48) * 10 + (i + 1 < aligned.length ? aligned.charCodeAt(i + 1) - 48 : 0)
    bytes += String.fromCharCode(negative ? 101 - pair : pair + 1)
  }
  return bytes + String.fromCharCode(negative ? negativeEnd : 0)
}

function decodeNumber(bytes: KeyBytes, start: number): { value: AttributeValue; end: number } {
  const first = bytes.charCodeAt(start)
  const negative = first < zeroExponentByte
  const terminator = negative ? negativeEnd : 0
  let digits = ''
  let position = start + 1
  for (; bytes.charCodeAt(position) !== terminator; position++) {
    if (position >= bytes.length) throw new RangeError('These key bytes have no end.')
    const byte = bytes.charCodeAt(position)
    digits += String(negative ? 101 - byte : byte - 1).padStart(2, '0')
  }
  const exponent = ((negative ? 255 - first : first) - exponentBias) * 2
  const leading = digits.startsWith('0') ? 1 : 0
  const number = { negative, digits: digits.slice(leading).replace(/0+$/, ''), exponent: exponent - leading }
  return { value: { N: printNumber(number) }, end: position + 1 }
}

function utf8Bytes(text: string): string {
  let i = 0
  while (i < text.length && text.charCodeAt(i) < 0x80) i += 1
  if (i === text.length) return text
  let bytes = text.slice(0, i)
  while (i < text.length) {
    const point = codePointAt(text, i)
    bytes += codePointBytes(point)
    i += point > 0xffff ? 2 : 1
  }
  return bytes
}

function codePointBytes(point: number): string {
  if (point < 0x80) return String.fromCharCode(point)
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), tail(point))
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), tail(point >> 6), tail(point))
  return String.fromCharCode(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point))
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function utf8Text(bytes: string): string {
  const octets = new Uint8Array(bytes.length)
  let seen = 0
  for (let i = 0; i < bytes.length; i++) {
    octets[i] = bytes.charCodeAt(i)
    seen |= octets[i]!
  }
  return seen < 0x80 ? bytes : decoder.decode(octets)
}

function escapeBytes(bytes: string): string {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes.charCodeAt(i) < 2) return bytes.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01')
  }
  return bytes
}

function unescapeBytes(bytes: string): string {
  return bytes.includes('\x01') ? bytes.replaceAll('\x01\x01', '\0').replaceAll('\x01\x02', '\x01') : bytes
}

function notAKey(): RangeError {
  return new RangeError('A key value is an S, an N or a B.')
}
