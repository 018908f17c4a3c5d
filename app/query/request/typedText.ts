// A value as it is typed: a type and a text. S, N and B are typed as they are; sets, lists and maps are
// typed as the JSON of their payload. Law: typedTextOfValue(valueOfTypedText(t)) stands for the
// same value. Unlike a ValueDraft it is one line of a form, plain JSON, kept with the form.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html

import { type AttributeType, type AttributeValue, typeOf } from '../../../engine/value/attributeValue.ts'
import { findValueProblem } from '../../values/findValueProblem.ts'

export interface TypedText {
  type: AttributeType
  text: string
}

/** The value as it goes on the wire, not yet judged by DynamoDB; undefined when the text is not JSON. */
export function valueOfTypedText({ type, text }: TypedText): AttributeValue | undefined {
  switch (type) {
    case 'S':
      return { S: text }
    case 'N':
      return { N: text }
    case 'B':
      return { B: text }
    case 'BOOL':
      return { BOOL: text === 'true' }
    case 'NULL':
      return { NULL: true }
    default:
      return parsePayload(type, text)
  }
}

export function typedTextOfValue(value: AttributeValue): TypedText {
  const type = typeOf(value)
  const payload: unknown = Object.values(value)[0]
  if (type === 'NULL') return { type, text: '' }
  return { type, text: typeof payload === 'string' ? payload : JSON.stringify(payload) }
}

/** What is wrong with the typed value, in DynamoDB's words where it has some; undefined when nothing is. */
export function findTypedTextProblem(typed: TypedText): string | undefined {
  const value = valueOfTypedText(typed)
  return value ? findValueProblem(value) : (payloadHints[typed.type] ?? 'This is not JSON.')
}

const payloadHints: Partial<Record<AttributeType, string>> = {
  SS: 'A string set is written as JSON: ["red", "blue"]',
  NS: 'A number set is written as JSON text members: ["1", "2.5"]',
  BS: 'A binary set is written as JSON, base64 members: ["AQI="]',
  L: 'A list is written as DynamoDB JSON: [{"S": "a"}, {"N": "1"}]',
  M: 'A map is written as DynamoDB JSON: {"city": {"S": "Oslo"}}',
}

export function payloadHint(type: AttributeType): string | undefined {
  return payloadHints[type]
}

function parsePayload(type: AttributeType, text: string): AttributeValue | undefined {
  try {
    const payload: unknown = JSON.parse(text)
    const fits = type === 'M' ? isObject(payload) : Array.isArray(payload)
    return fits ? ({ [type]: payload } as unknown as AttributeValue) : undefined
  } catch {
    return undefined
  }
}

function isObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
