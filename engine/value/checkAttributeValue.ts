// The gate through which values enter: raw JSON becomes a canonical copy, or is refused in DynamoDB's words.
// JSON of the wrong kind is a SerializationException, which the whole value is searched for before any
// ValidationException is let out, because DynamoDB reads a request before it judges one.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html

import {
  type AttributeMap,
  type AttributeType,
  type AttributeValue,
  createAttributeMap,
  type Item,
} from './attributeValue.ts'
import { checkBase64, compareBase64 } from './base64.ts'
import { type DynamoDBError, serializationError, validationError } from './dynamoDBError.ts'
import { canonicalNumber, compareNumbers } from './number.ts'
import { compareUtf8, toWellFormedText } from './utf8.ts'

const maxDepth = 32
const invalid = 'One or more parameter values were invalid: '

export function checkAttributeValue(json: unknown): AttributeValue {
  return checkValue(json, 1)
}

/** A map of attributes, such as an item or a key. */
export function checkItem(json: unknown): Item {
  return checkMap(json, 1)
}

function checkMap(json: unknown, depth: number): AttributeMap {
  if (typeof json !== 'object' || json === null) throw serializationError('Unexpected field type')
  if (Array.isArray(json)) throw unrecognizedCollection(mapType)
  const map = createAttributeMap()
  for (const name in json) {
    map[toWellFormedText(name)] = checkValue((json as Record<string, unknown>)[name], depth)
  }
  return map
}

const mapType = 'java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>'

const checks: Record<AttributeType, (json: unknown, depth: number) => AttributeValue> = {
  S: (json) => ({ S: toWellFormedText(checkString(json)) }),
  N: (json) => ({ N: canonicalNumber(checkString(json)) }),
  B: (json) => ({ B: checkBinary(json) }),
  BOOL: (json) => ({ BOOL: checkBoolean(json) }),
  NULL: (json) => {
    if (!checkBoolean(json)) {
      throw validationError(`${invalid}Null attribute value types must have the value of true`)
    }
    return { NULL: true }
  },
  SS: (json) => ({ SS: checkStringSet(json) }),
  NS: (json) => ({ NS: checkNumberSet(json) }),
  BS: (json) => ({ BS: checkBinarySet(json) }),
  L: (json, depth) => ({ L: checkArray(json).map((element) => checkValue(element, depth + 1)) }),
  M: (json, depth) => ({ M: checkMap(json, depth + 1) }),
}

function checkValue(json: unknown, depth: number): AttributeValue {
  if (json !== null && typeof json !== 'object') throw serializationError('Unexpected value type in payload')
  if (Array.isArray(json))
    throw unrecognizedCollection('class com.amazonaws.dynamodb.v20120810.AttributeValue')
  if (depth > maxDepth) throw tooDeep()
  let value: AttributeValue | undefined
  let count = 0
  for (const descriptor in json) {
    const payload = (json as Record<string, unknown>)[descriptor]
    if (payload === null || payload === undefined || !Object.hasOwn(checks, descriptor)) continue
    value = checks[descriptor as AttributeType](payload, depth)
    count += 1
  }
  if (value === undefined) {
    throw validationError(
      'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
    )
  }
  if (count > 1) {
    throw validationError(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    )
  }
  return value
}

function checkString(json: unknown): string {
  if (typeof json === 'string') return json
  throw wrongScalar(json, 'String')
}

function checkBoolean(json: unknown): boolean {
  if (typeof json === 'boolean') return json
  if (typeof json === 'string') {
    const word = json.toLowerCase()
    if (word === 'true' || word === '1' || word === 'yes') return true
    if (word === 'false' || word === '0' || word === 'no') return false
    throw serializationError('Unexpected token received from parser')
  }
  throw wrongScalar(json, 'Boolean')
}

function checkBinary(json: unknown): string {
  if (typeof json === 'string') return checkBase64(json)
  if (Array.isArray(json)) throw unrecognizedCollection('class java.nio.ByteBuffer')
  if (typeof json === 'object') throw unexpectedStructure()
  throw serializationError('only base-64-encoded strings are convertible to bytes')
}

function checkArray(json: unknown): unknown[] {
  if (Array.isArray(json)) return json
  if (typeof json === 'object') throw unexpectedStructure()
  throw serializationError('Unexpected field type')
}

function checkStringSet(json: unknown): string[] {
  const members = checkArray(json).map((member) => toWellFormedText(checkString(member)))
  if (members.length === 0) throw validationError(`${invalid}An string set  may not be empty`)
  const sorted = [...members].sort(compareUtf8)
  if (hasNeighboursAlike(sorted)) {
    throw validationError(`${invalid}Input collection [${members.join(', ')}] contains duplicates.`)
  }
  return sorted
}

function checkNumberSet(json: unknown): string[] {
  const members = checkArray(json).map((member) => canonicalNumber(checkString(member)))
  if (members.length === 0) throw validationError(`${invalid}An number set  may not be empty`)
  members.sort(compareNumbers)
  if (hasNeighboursAlike(members)) throw validationError('Input collection contains duplicates')
  return members
}

function checkBinarySet(json: unknown): string[] {
  const members = checkArray(json).map(checkBinary)
  if (members.length === 0) throw validationError(`${invalid}Binary sets should not be empty`)
  const sorted = [...members].sort(compareBase64)
  if (hasNeighboursAlike(sorted)) {
    throw validationError(`${invalid}Input collection [${members.join(', ')}]of type BS contains duplicates.`)
  }
  return sorted
}

function hasNeighboursAlike(sorted: string[]): boolean {
  return sorted.some((member, i) => i > 0 && member === sorted[i - 1])
}

function wrongScalar(json: unknown, expected: 'String' | 'Boolean'): DynamoDBError {
  if (Array.isArray(json)) return unrecognizedCollection(`class java.lang.${expected}`)
  if (typeof json === 'object') return unexpectedStructure()
  return serializationError(`${tokenName(json)} cannot be converted to ${expected}`)
}

function tokenName(json: unknown): string {
  if (typeof json === 'boolean') return json ? 'TRUE_VALUE' : 'FALSE_VALUE'
  return Number.isInteger(json) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE'
}

function unexpectedStructure(): DynamoDBError {
  return serializationError('Start of structure or map found where not expected')
}

function unrecognizedCollection(javaType: string): DynamoDBError {
  return serializationError(`Unrecognized collection type ${javaType}`)
}

function tooDeep(): DynamoDBError {
  return validationError(
    'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
  )
}
