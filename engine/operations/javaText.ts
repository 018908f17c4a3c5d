// Values as the service prints them inside its messages: the toString of its Java objects.

import type { Shape, StructureShape } from './constraints.ts'

/** Long enough for a batch of ordinary items; requests can have megabytes. */
const MAX_TEXT_LENGTH = 65_536
const MAX_PAYLOAD_DEPTH = 128

/** What goes on for too long, or too deep, ends in `…`. */
export function javaText(shape: Shape, value: unknown): string {
  const text = valueText(shape, value)
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text
}

function valueText(shape: Shape, value: unknown): string {
  if (value === undefined || value === null) return 'null'
  switch (shape.type) {
    case 'List':
      return `[${(value as unknown[]).map((element) => valueText(shape.of, element)).join(', ')}]`
    case 'Map':
      return `{${Object.entries(value)
        .map(([key, element]) => `${key}=${valueText(shape.of, element)}`)
        .join(', ')}}`
    case 'Structure':
      return structureText(shape, value as Record<string, unknown>)
    case 'AttributeValue':
      return attributeValueText(value as Record<string, unknown>)
    default:
      return String(value)
  }
}

/** AWS prints member names with a small first letter, in paths too. */
export function javaName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function structureText(shape: StructureShape, value: Record<string, unknown>): string {
  const members = [...shape.members].map(
    ([name, member]) => `${javaName(name)}=${valueText(member.shape, value[name])}`,
  )
  return `${shape.name}(${members.join(', ')})`
}

const VALUE_DESCRIPTORS = ['S', 'N', 'B', 'SS', 'NS', 'BS', 'M', 'L', 'NULL', 'BOOL']

function attributeValueText(value: Record<string, unknown>): string {
  const members = VALUE_DESCRIPTORS.map((name) => `${javaName(name)}=${payloadText(value[name])}`)
  return `AttributeValue(${members.join(', ')})`
}

function payloadText(payload: unknown): string {
  if (payload === undefined) return 'null'
  return typeof payload === 'object' ? JSON.stringify(pruned(payload)) : String(payload)
}

/** JSON can be nested deeper than the stack of the program is high. */
function pruned(json: unknown, depth = 0): unknown {
  if (typeof json !== 'object' || json === null) return json
  if (depth === MAX_PAYLOAD_DEPTH) return '…'
  if (Array.isArray(json)) return json.map((element) => pruned(element, depth + 1))
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, pruned(value, depth + 1)]))
}
