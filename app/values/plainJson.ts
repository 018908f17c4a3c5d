// Items as plain JSON, without type descriptors, there and back. Numbers keep all their digits. What plain
// JSON cannot tell (sets, binary) is taken from the item as it was: an attribute that was a set stays one.
// An object that has a member twice says two things at once, and is refused.

import {
  type AttributeMap,
  type AttributeValue,
  createAttributeMap,
  type Item,
} from '../../engine/value/attributeValue.ts'
import { parseJson } from './parseJson.ts'

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

export function printPlainValue(value: AttributeValue, indent = ''): string {
  if ('N' in value) return value.N
  if ('NULL' in value) return 'null'
  if ('BOOL' in value) return String(value.BOOL)
  if ('S' in value) return JSON.stringify(value.S)
  if ('B' in value) return JSON.stringify(value.B)
  if ('M' in value) return printMap(value.M, indent)
  const inner = indent + INDENT
  if ('L' in value) {
    return printList(
      value.L.map((element) => printPlainValue(element, inner)),
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
    ([name, value]) => `${inner}${JSON.stringify(name)}: ${printPlainValue(value, inner)}`,
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

/** JSON whose numbers keep their digits; throws a SyntaxError, also where a member stands twice in an object. */
export function parseExactJson(text: string): unknown {
  const { value, twice } = parseExactJsonNoting(text)
  const [first] = twice.values()
  if (first !== undefined) throw new SyntaxError(first)
  return value
}

/** JSON as JSON.parse reads it, such as DynamoDB JSON; throws a SyntaxError, also where a member stands twice. */
export function parseStrictJson(text: string): unknown {
  const { value, notes } = parseJson(text, { numberOf: Number })
  const twice = notes.find(({ kind }) => kind === 'left')
  if (twice) throw new SyntaxError(twiceText(twice.path))
  return value
}

const twiceText = (path: string) => `${path} stands twice: which of the two counts?`

export interface ExactJson {
  value: unknown
  /** Objects in which a member stands twice, with what is to be said of each. The later member counts. */
  twice: ReadonlyMap<object, string>
}

/** The same for those who refuse only a part of the text; throws a SyntaxError where it is no JSON. */
export function parseExactJsonNoting(text: string): ExactJson {
  const { value, notes } = parseJson(text, { numberOf: (digits) => new NumberText(digits) })
  const twice = new Map<object, string>()
  for (const { object, path } of notes) {
    if (object && !twice.has(object)) twice.set(object, twiceText(path))
  }
  return { value, twice }
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
