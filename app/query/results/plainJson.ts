// Items as plain JSON, without type descriptors: numbers digit by digit as they are stored, sets as
// arrays, binary as base64. Types are lost on the way, so this is for reading, not for writing back.

import { type AttributeMap, type AttributeValue, typeOf } from '../../../engine/value/attributeValue.ts'

const INDENT = '  '

export function printPlainItems(items: readonly AttributeMap[]): string {
  return printArray(
    items.map((item) => printMap(item, INDENT)),
    '',
  )
}

export function printPlainValue(value: AttributeValue, indent = ''): string {
  if ('N' in value) return value.N
  if ('NULL' in value) return 'null'
  if ('M' in value) return printMap(value.M, indent)
  if ('NS' in value) return printArray(value.NS, indent)
  if ('L' in value) {
    return printArray(
      value.L.map((element) => printPlainValue(element, indent + INDENT)),
      indent,
    )
  }
  const payload: unknown = (value as Record<string, unknown>)[typeOf(value)]
  if (Array.isArray(payload)) {
    return printArray(
      payload.map((member) => JSON.stringify(member)),
      indent,
    )
  }
  return JSON.stringify(payload)
}

function printMap(map: AttributeMap, indent: string): string {
  const inner = indent + INDENT
  const lines = Object.entries(map).map(
    ([name, value]) => `${inner}${JSON.stringify(name)}: ${printPlainValue(value, inner)}`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}

function printArray(elements: readonly string[], indent: string): string {
  if (elements.length === 0) return '[]'
  return `[\n${elements.map((element) => `${indent}${INDENT}${element}`).join(',\n')}\n${indent}]`
}
