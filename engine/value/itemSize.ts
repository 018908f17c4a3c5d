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
  const signBytes = text.startsWith('-') ? 1 : 0
  const [integer = '', fraction = ''] = text.slice(signBytes).split('.')
  const integerDigits = integer === '0' ? 0 : fraction === '' ? trimmedEnd(integer) : integer.length
  const fractionDigits = integer === '0' ? fraction.length - leadingZeros(fraction) : fraction.length
  return 1 + Math.ceil(integerDigits / 2) + Math.ceil(fractionDigits / 2) + signBytes
}

function trimmedEnd(digits: string): number {
  let length = digits.length
  while (digits.charCodeAt(length - 1) === 0x30) length -= 1
  return length
}

function leadingZeros(digits: string): number {
  let count = 0
  while (digits.charCodeAt(count) === 0x30) count += 1
  return count
}
