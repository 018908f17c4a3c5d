// What items weigh, by DynamoDB's rules: attribute names in UTF-8 plus values, with the small overheads of
// lists and maps. Limits, capacity units and item collection sizes all rest on these numbers.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html

import type { AttributeValue, Item } from './attributeValue.ts'
import { base64SizeBytes } from './base64.ts'
import { utf8SizeBytes } from './utf8.ts'

const documentOverheadBytes = 3
const elementOverheadBytes = 1

export function itemSizeBytes(item: Item): number {
  let size = 0
  for (const name in item) size += attributeSizeBytes(name, item[name]!)
  return size
}

export function attributeSizeBytes(name: string, value: AttributeValue): number {
  return utf8SizeBytes(name) + valueSizeBytes(value)
}

/** The value without the name of its attribute. */
export function valueSizeBytes(value: AttributeValue): number {
  if ('S' in value) return utf8SizeBytes(value.S)
  if ('N' in value) return numberSizeBytes(value.N)
  if ('B' in value) return base64SizeBytes(value.B)
  if ('M' in value) return mapSizeBytes(value.M)
  if ('L' in value) return listSizeBytes(value.L)
  if ('SS' in value) return sumOf(value.SS, utf8SizeBytes)
  if ('NS' in value) return sumOf(value.NS, numberSizeBytes)
  if ('BS' in value) return sumOf(value.BS, base64SizeBytes)
  return 1
}

function listSizeBytes(elements: AttributeValue[]): number {
  let size = documentOverheadBytes
  for (const element of elements) size += elementOverheadBytes + valueSizeBytes(element)
  return size
}

function mapSizeBytes(map: Item): number {
  let size = documentOverheadBytes
  for (const name in map) size += elementOverheadBytes + attributeSizeBytes(name, map[name]!)
  return size
}

function sumOf(members: string[], sizeBytes: (member: string) => number): number {
  let size = 0
  for (const member of members) size += sizeBytes(member)
  return size
}

// One byte, and one for every two significant digits on each side of the decimal point, and one for "-".
function numberSizeBytes(text: string): number {
  if (text === '0') return 1
  const start = text.charCodeAt(0) === minus ? 1 : 0
  const point = text.indexOf('.')
  if (point < 0) return 1 + start + bytesForDigits(endOfDigits(text) - start)
  const integerDigits = text.charCodeAt(start) === zero ? 0 : point - start
  const fractionStart = integerDigits === 0 ? startOfDigits(text, point + 1) : point + 1
  return 1 + start + bytesForDigits(integerDigits) + bytesForDigits(text.length - fractionStart)
}

const minus = 0x2d
const zero = 0x30

function bytesForDigits(count: number): number {
  return (count + 1) >> 1
}

function startOfDigits(text: string, position: number): number {
  let start = position
  while (text.charCodeAt(start) === zero) start += 1
  return start
}

function endOfDigits(text: string): number {
  let end = text.length
  while (text.charCodeAt(end - 1) === zero) end -= 1
  return end
}
