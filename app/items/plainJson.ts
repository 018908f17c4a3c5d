// Items as plain JSON, without type descriptors, there and back. Numbers keep all their digits. What plain
// JSON cannot tell (sets, binary) is taken from the item as it was: an attribute that was a set stays one.

import {
  type AttributeMap,
  type AttributeValue,
  createAttributeMap,
  type Item,
} from '../../engine/value/attributeValue.ts'

const INDENT = '  '

export function printPlainItem(item: Item): string {
  return printMap(item, '')
}

export function printPlainItems(items: readonly Item[]): string {
  return printList(
    items.map((item) => printMap(item, INDENT)),
    '',
  )
}

function printValue(value: AttributeValue, indent: string): string {
  if ('N' in value) return value.N
  if ('NULL' in value) return 'null'
  if ('BOOL' in value) return String(value.BOOL)
  if ('S' in value) return JSON.stringify(value.S)
  if ('B' in value) return JSON.stringify(value.B)
  if ('M' in value) return printMap(value.M, indent)
  const inner = indent + INDENT
  if ('L' in value) {
    return printList(
      value.L.map((element) => printValue(element, inner)),
      indent,
    )
  }
  if ('NS' in value) return printList(value.NS, indent)
  const members = 'SS' in value ? value.SS : value.BS
  return printList(
    members.map((member) => JSON.stringify(member)),
    indent,
  )
}

function printMap(map: AttributeMap, indent: string): string {
  const inner = indent + INDENT
  const lines = Object.entries(map).map(
    ([name, value]) => `${inner}${JSON.stringify(name)}: ${printValue(value, inner)}`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}

function printList(elements: readonly string[], indent: string): string {
  if (elements.length === 0) return '[]'
  const inner = indent + INDENT
  return `[\n${elements.map((element) => inner + element).join(',\n')}\n${indent}]`
}

/** A number in the text of JSON, digit by digit. */
export class NumberText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type ReviverWithSource = (
  this: unknown,
  key: string,
  value: unknown,
  context?: { source?: string },
) => unknown

/** JSON whose numbers keep their digits where the platform gives them; throws a SyntaxError. */
export function parseExactJson(text: string): unknown {
  const revive: ReviverWithSource = (_key, value, context) =>
    typeof value === 'number' ? new NumberText(context?.source ?? String(value)) : value
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown)
}

/** An attribute value of parsed plain JSON; `before` is what stood there. */
export function valueOfPlain(json: unknown, before?: AttributeValue): AttributeValue {
  if (json instanceof NumberText) return { N: json.text }
  if (json === null) return { NULL: true }
  if (typeof json === 'boolean') return { BOOL: json }
  if (typeof json === 'string') return before && 'B' in before ? { B: json } : { S: json }
  if (Array.isArray(json)) return setOfPlain(json, before) ?? { L: listOfPlain(json, before) }
  return { M: mapOfPlain(json as Record<string, unknown>, before && 'M' in before ? before.M : undefined) }
}

export function mapOfPlain(json: Record<string, unknown>, before?: AttributeMap): AttributeMap {
  const map = createAttributeMap()
  for (const [name, value] of Object.entries(json)) map[name] = valueOfPlain(value, before?.[name])
  return map
}

function listOfPlain(json: readonly unknown[], before: AttributeValue | undefined): AttributeValue[] {
  const elements = before && 'L' in before ? before.L : []
  return json.map((element, place) => valueOfPlain(element, elements[place]))
}

function setOfPlain(
  json: readonly unknown[],
  before: AttributeValue | undefined,
): AttributeValue | undefined {
  if (!before || json.length === 0) return undefined
  const isText = json.every((member) => typeof member === 'string')
  if (isText && 'SS' in before) return { SS: json as string[] }
  if (isText && 'BS' in before) return { BS: json as string[] }
  const isNumeric = json.every((member) => member instanceof NumberText)
  return isNumeric && 'NS' in before ? { NS: json.map((member) => (member as NumberText).text) } : undefined
}
