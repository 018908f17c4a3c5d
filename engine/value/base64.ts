// Binary values as base64 text, in the one spelling that DynamoDB accepts: standard alphabet, padded, no
// line breaks, unused bits zero. Texts of that spelling compare and measure without being decoded.

import { serializationError } from './dynamoDBError.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const notInAlphabet = 0xff
const sextets = new Uint8Array(128).fill(notInAlphabet)
for (let i = 0; i < 64; i++) sextets[alphabet.charCodeAt(i)] = i

const padding = 0x3d

/** The text itself when it is base64 in DynamoDB's spelling; throws a SerializationException otherwise. */
export function checkBase64(text: string): string {
  const length = text.length
  if (length % 4 !== 0) {
    throw serializationError(`Base64 encoded length is expected a multiple of 4 bytes but found: ${length}`)
  }
  const end = length - paddingLength(text)
  if (hasUnusedBits(text, end)) throw serializationError('Invalid last non-pad Base64 character dectected')
  for (let i = 0; i < end; i++) {
    if (sextetAt(text, i) === notInAlphabet) {
      throw serializationError('only base-64-encoded strings are convertible to bytes')
    }
  }
  return text
}

/** Number of bytes that canonical base64 text stands for. */
export function base64SizeBytes(text: string): number {
  return (text.length / 4) * 3 - paddingLength(text)
}

export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(base64SizeBytes(text))
  let position = 0
  for (let i = 0; i < text.length; i += 4) {
    const group =
      (sextetAt(text, i) << 18) |
      (sextetAt(text, i + 1) << 12) |
      ((sextetAt(text, i + 2) & 63) << 6) |
      (sextetAt(text, i + 3) & 63)
    // Writes past the end, where padding stands for nothing, are ignored by the array.
    bytes[position++] = group >> 16
    bytes[position++] = group >> 8
    bytes[position++] = group
  }
  return bytes
}

export function encodeBase64(bytes: Uint8Array): string {
  const chunkLength = 0x2000
  let binary = ''
  for (let i = 0; i < bytes.length; i += chunkLength) {
    binary += String.fromCharCode(...bytes.subarray(i, i + chunkLength))
  }
  return btoa(binary)
}

/** Compares the bytes that two canonical base64 texts stand for, as unsigned numbers. */
export function compareBase64(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i)
    const unitB = b.charCodeAt(i)
    if (unitA !== unitB) return rank(unitA) - rank(unitB)
  }
  return a.length - b.length
}

// The end of the bytes sorts before any further byte.
function rank(unit: number): number {
  return unit === padding ? -1 : sextets[unit]!
}

function sextetAt(text: string, position: number): number {
  const unit = text.charCodeAt(position)
  return unit < 128 ? sextets[unit]! : notInAlphabet
}

function paddingLength(text: string): number {
  const length = text.length
  if (length === 0 || text.charCodeAt(length - 1) !== padding) return 0
  return text.charCodeAt(length - 2) === padding ? 2 : 1
}

// The last character before padding stands for more bits than there are bytes; the surplus must be zero.
function hasUnusedBits(text: string, end: number): boolean {
  const surplus = end % 4 === 2 ? 0b1111 : end % 4 === 3 ? 0b11 : 0
  const sextet = surplus === 0 ? 0 : sextetAt(text, end - 1)
  return sextet !== notInAlphabet && (sextet & surplus) !== 0
}
