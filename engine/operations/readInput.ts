// JSON becomes the input of an operation: a copy that has the declared members only, without nulls. JSON of
// the wrong kind is a SerializationException, which outranks whatever else is wrong with the request.

import { checkAttributeValue } from '../value/checkAttributeValue.ts'
import { DynamoDBError, serializationError } from '../value/dynamoDBError.ts'
import {
  checkBoolean,
  checkString,
  unexpectedStructure,
  unrecognizedCollection,
  wrongScalar,
} from '../value/jsonShape.ts'
import type { ListShape, MapShape, Shape, StructureShape } from './constraints.ts'

export function readInput(shape: StructureShape, json: unknown): Record<string, unknown> {
  return readStructure(shape, json)
}

/**
 * Throws the SerializationException that the attribute values of the input deserve, if any. Values are
 * judged while an operation is planned; this lets their types have the first word when planning failed.
 */
export function checkValueTypes(shape: Shape, input: unknown): void {
  if (input === undefined) return
  if (shape.type === 'AttributeValue') checkValueType(input)
  else if (shape.type === 'List') for (const element of input as unknown[]) checkValueTypes(shape.of, element)
  else if (shape.type === 'Map')
    for (const value of Object.values(input as object)) checkValueTypes(shape.of, value)
  else if (shape.type === 'Structure') {
    for (const [name, member] of shape.members) {
      checkValueTypes(member.shape, (input as Record<string, unknown>)[name])
    }
  }
}

function checkValueType(json: unknown): void {
  try {
    checkAttributeValue(json)
  } catch (error) {
    if (error instanceof DynamoDBError && error.name === 'SerializationException') throw error
  }
}

/** null and absent are the same, to AWS too. */
function read(shape: Shape, json: unknown): unknown {
  if (json === null || json === undefined) return undefined
  switch (shape.type) {
    case 'String':
      return checkString(json)
    case 'Integer':
    case 'Long':
      if (typeof json !== 'number') throw wrongScalar(json, shape.type)
      return Math.trunc(json)
    case 'Boolean':
      return checkBoolean(json)
    case 'List':
      return readList(shape, json)
    case 'Map':
      return readMap(shape, json)
    case 'Structure':
      return readStructure(shape, json)
    default:
      return json
  }
}

function readList(shape: ListShape, json: unknown): unknown[] {
  if (Array.isArray(json)) return json.map((element) => readElement(shape.of, element))
  if (typeof json === 'object') throw unexpectedStructure()
  throw serializationError('Unexpected field type')
}

function readMap(shape: MapShape, json: unknown): Record<string, unknown> {
  if (Array.isArray(json)) throw unrecognizedCollection(`java.util.Map<java.lang.String, ${shape.javaValue}>`)
  if (typeof json !== 'object') throw serializationError('Unexpected field type')
  if (shape.of.type === 'AttributeValue') return json as Record<string, unknown>
  const map = Object.create(null) as Record<string, unknown>
  for (const [key, value] of Object.entries(json as object)) {
    const element = readElement(shape.of, value)
    if (element !== undefined) map[key] = element
  }
  return map
}

function readElement(shape: Shape, json: unknown): unknown {
  const isScalar = typeof json !== 'object'
  if (isScalar && shape.type === 'Structure') throw serializationError('Unexpected value type in payload')
  return read(shape, json)
}

function readStructure(shape: StructureShape, json: unknown): Record<string, unknown> {
  if (Array.isArray(json)) {
    throw unrecognizedCollection(`class com.amazonaws.dynamodb.v20120810.${shape.name}`)
  }
  if (typeof json !== 'object' || json === null) throw serializationError('Unexpected field type')
  const input: Record<string, unknown> = {}
  for (const name in json) {
    const member = shape.members.get(name)
    const value = member && read(member.shape, (json as Record<string, unknown>)[name])
    if (value !== undefined) input[name] = value
  }
  return input
}
