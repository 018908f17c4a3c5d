// The gate through which values enter: raw JSON becomes a canonical copy, or is refused in DynamoDB's words.
// Text without a UTF-8 form (a surrogate without its partner) enters with U+FFFD in its place.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html

import { type AttributeMap, type AttributeValue, createAttributeMap, type Item } from './attributeValue.ts'
import { compareBase64 } from './base64.ts'
import { DynamoDBError, validationError } from './dynamoDBError.ts'
import {
  checkArray,
  checkBinary,
  checkBoolean,
  checkItemShape,
  checkMapObject,
  checkString,
  checkValueObject,
  checkValueShape,
} from './jsonShape.ts'
import { canonicalNumber, compareNumbers } from './number.ts'
import { compareUtf8, toWellFormedText, utf8SizeBytes } from './utf8.ts'

// The value of an attribute is level 1, what is in it level 2.
const maxLevels = 32
const maxNameBytes = 65535

/** Throws a SerializationException or a ValidationException, with the bare text of DynamoDB's message. */
export function checkAttributeValue(json: unknown): AttributeValue {
  try {
    return checkValue(json, 1)
  } catch (error) {
    if (isValidationError(error)) checkValueShape(json)
    throw error
  }
}

/** Checks a map of attributes, such as an item or a key; throws as checkAttributeValue does. */
export function checkItem(json: unknown): Item {
  try {
    return checkMap(json, 1)
  } catch (error) {
    if (isValidationError(error)) checkItemShape(json)
    throw error
  }
}

function isValidationError(error: unknown): boolean {
  return error instanceof DynamoDBError && error.name === 'ValidationException'
}

function checkMap(json: unknown, level: number): AttributeMap {
  const values = checkMapObject(json)
  const map = createAttributeMap()
  for (const name in values) map[checkName(name)] = checkValue(values[name], level)
  return map
}

function checkName(name: string): string {
  if (name === '') throw validationError('Empty attribute name')
  // A UTF-16 unit is at most three bytes.
  if (name.length > maxNameBytes / 3 && utf8SizeBytes(name) > maxNameBytes) {
    throw validationError('Attribute name is too large, must be less than 65536 bytes')
  }
  return toWellFormedText(name)
}

function checkValue(json: unknown, level: number): AttributeValue {
  if (json === null || json === undefined) throw emptyValue()
  const members = checkValueObject(json)
  if (level > maxLevels) throw tooDeep()
  let value: AttributeValue | undefined
  let count = 0
  for (const descriptor in members) {
    const payload = members[descriptor]
    if (payload === null || payload === undefined) continue
    const checked = checkPayload(descriptor, payload, level)
    if (checked === undefined) continue
    value = checked
    count += 1
  }
  if (value === undefined) throw emptyValue()
  if (count > 1) throw severalTypes()
  return value
}

/** Undefined for a descriptor that DynamoDB does not know. */
function checkPayload(descriptor: string, payload: unknown, level: number): AttributeValue | undefined {
  switch (descriptor) {
    case 'S':
      return { S: toWellFormedText(checkString(payload)) }
    case 'N':
      return { N: canonicalNumber(checkString(payload)) }
    case 'B':
      return { B: checkBinary(payload) }
    case 'BOOL':
      return { BOOL: checkBoolean(payload) }
    case 'NULL':
      return checkNull(payload)
    case 'M':
      return { M: checkMap(payload, level + 1) }
    case 'L':
      return { L: checkArray(payload).map((element) => checkValue(element, level + 1)) }
    case 'SS':
      return { SS: checkStringSet(checkArray(payload)) }
    case 'NS':
      return { NS: checkNumberSet(checkArray(payload)) }
    case 'BS':
      return { BS: checkBinarySet(checkArray(payload)) }
    default:
      return undefined
  }
}

function checkNull(json: unknown): AttributeValue {
  if (checkBoolean(json)) return { NULL: true }
  throw invalidParameter('Null attribute value types must have the value of true')
}

function checkStringSet(json: readonly unknown[]): string[] {
  if (json.length === 0) throw invalidParameter('An string set  may not be empty')
  const members = json.map((member) => {
    if (member === null) throw invalidParameter('An string set may not have a null string as a member')
    return toWellFormedText(checkString(member))
  })
  const sorted = members.toSorted(compareUtf8)
  if (hasRepetition(sorted)) {
    throw invalidParameter(`Input collection [${members.join(', ')}] contains duplicates.`)
  }
  return sorted
}

function checkNumberSet(json: readonly unknown[]): string[] {
  if (json.length === 0) throw invalidParameter('An number set  may not be empty')
  const sorted = json.map((member) => canonicalNumber(member === null ? '' : checkString(member)))
  sorted.sort(compareNumbers)
  if (hasRepetition(sorted)) throw validationError('Input collection contains duplicates')
  return sorted
}

function checkBinarySet(json: readonly unknown[]): string[] {
  if (json.length === 0) throw invalidParameter('Binary sets should not be empty')
  const members = json.map((member) => {
    if (member === null) throw invalidParameter('Binary sets may not contain null or empty values')
    return checkBinary(member)
  })
  const sorted = members.toSorted(compareBase64)
  if (hasRepetition(sorted)) {
    // The missing space is DynamoDB's.
    throw invalidParameter(`Input collection [${members.join(', ')}]of type BS contains duplicates.`)
  }
  return sorted
}

function hasRepetition(sorted: readonly string[]): boolean {
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) return true
  return false
}

function invalidParameter(detail: string): DynamoDBError {
  return validationError(`One or more parameter values were invalid: ${detail}`)
}

function emptyValue(): DynamoDBError {
  return validationError(
    'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  )
}

function severalTypes(): DynamoDBError {
  return validationError(
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  )
}

function tooDeep(): DynamoDBError {
  return validationError(
    'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
  )
}
