// Values as the service prints them inside its messages: the toString of its Java objects.

import type { Shape, StructureShape } from './constraints.ts'

export function javaText(shape: Shape, value: unknown): string {
  if (value === undefined || value === null) return 'null'
  switch (shape.type) {
    case 'List':
      return `[${(value as unknown[]).map((element) => javaText(shape.of, element)).join(', ')}]`
    case 'Map':
      return `{${Object.entries(value)
        .map(([key, element]) => `${key}=${javaText(shape.of, element)}`)
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
    ([name, member]) => `${javaName(name)}=${javaText(member.shape, value[name])}`,
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
  return typeof payload === 'object' ? JSON.stringify(payload) : String(payload)
}
