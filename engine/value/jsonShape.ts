// Which kind of JSON may stand where in an attribute value. DynamoDB reads a whole request before it judges
// any of it, so the wrong kind of JSON anywhere is a SerializationException ahead of every ValidationException:
// checkItemShape and checkValueShape look for it alone, without recursion, however deep the JSON is.
// null counts as absent, and members that DynamoDB does not know are passed over.

import { checkBase64 } from './base64.ts'
import { type DynamoDBError, serializationError } from './dynamoDBError.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** Throws a SerializationException if any part of the map of attributes is the wrong kind of JSON. */
export function checkItemShape(json: unknown): void {
  checkShapes(Object.values(checkMapObject(json)))
}

/** Throws a SerializationException if any part of the attribute value is the wrong kind of JSON. */
export function checkValueShape(json: unknown): void {
  checkShapes([json])
}

// A stack instead of recursion; children go on it in reverse, so that the first fault in the text is found.
function checkShapes(values: readonly unknown[]): void {
  const pending = values.toReversed()
  while (pending.length > 0) {
    const json = pending.pop()
    if (json === null || json === undefined) continue
    const children: unknown[] = []
    for (const [descriptor, payload] of Object.entries(checkValueObject(json))) {
      if (payload === null || payload === undefined) continue
      for (const child of checkPayloadShape(descriptor, payload)) children.push(child)
    }
    while (children.length > 0) pending.push(children.pop())
  }
}

/** Returns the attribute values inside. */
function checkPayloadShape(descriptor: string, payload: unknown): readonly unknown[] {
  switch (descriptor) {
    case 'S':
    case 'N':
      checkString(payload)
      return []
    case 'B':
      checkBinary(payload)
      return []
    case 'BOOL':
    case 'NULL':
      checkBoolean(payload)
      return []
    case 'SS':
    case 'NS':
      for (const member of checkArray(payload)) if (member !== null) checkString(member)
      return []
    case 'BS':
      for (const member of checkArray(payload)) if (member !== null) checkBinary(member)
      return []
    case 'L':
      return checkArray(payload)
    case 'M':
      return Object.values(checkMapObject(payload))
    default:
      return []
  }
}

export function checkValueObject(json: unknown): JsonObject {
  if (typeof json !== 'object' || json === null) throw serializationError('Unexpected value type in payload')
  if (Array.isArray(json)) throw unrecognizedCollection(`class ${attributeValueClass}`)
  return json as JsonObject
}

export function checkMapObject(json: unknown): JsonObject {
  if (typeof json !== 'object' || json === null) throw serializationError('Unexpected field type')
  if (Array.isArray(json)) {
    throw unrecognizedCollection(`java.util.Map<java.lang.String, ${attributeValueClass}>`)
  }
  return json as JsonObject
}

export function checkArray(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json
  if (typeof json === 'object') throw unexpectedStructure()
  throw serializationError('Unexpected field type')
}

export function checkString(json: unknown): string {
  if (typeof json === 'string') return json
  throw wrongScalar(json, 'String')
}

/** DynamoDB also takes the words true, yes, 1, false, no and 0, in any case. */
export function checkBoolean(json: unknown): boolean {
  if (typeof json === 'boolean') return json
  if (typeof json !== 'string') throw wrongScalar(json, 'Boolean')
  const word = json.toLowerCase()
  if (word === 'true' || word === 'yes' || word === '1') return true
  if (word === 'false' || word === 'no' || word === '0') return false
  throw serializationError('Unexpected token received from parser')
}

export function checkBinary(json: unknown): string {
  if (typeof json === 'string') return checkBase64(json)
  if (Array.isArray(json)) throw unrecognizedCollection('class java.nio.ByteBuffer')
  if (typeof json === 'object') throw unexpectedStructure()
  throw serializationError('only base-64-encoded strings are convertible to bytes')
}

const attributeValueClass = 'com.amazonaws.dynamodb.v20120810.AttributeValue'

/** The complaint about JSON that is not the scalar of this Java type. */
export function wrongScalar(json: unknown, expected: string): DynamoDBError {
  if (Array.isArray(json)) return unrecognizedCollection(`class java.lang.${expected}`)
  if (typeof json === 'object') return unexpectedStructure()
  return serializationError(`${tokenName(json)} cannot be converted to ${expected}`)
}

function tokenName(json: unknown): string {
  if (typeof json === 'string') return 'STRING_VALUE'
  if (typeof json === 'boolean') return json ? 'TRUE_VALUE' : 'FALSE_VALUE'
  return Number.isInteger(json) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE'
}

export function unexpectedStructure(): DynamoDBError {
  return serializationError('Start of structure or map found where not expected')
}

export function unrecognizedCollection(javaType: string): DynamoDBError {
  return serializationError(`Unrecognized collection type ${javaType}`)
}
