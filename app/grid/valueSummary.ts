// An attribute value on one line: the whole value when it is short, the beginning of it when it is long.
// It never walks further than the text that it gives, however large or deep the value is.

import { type AttributeType, type AttributeValue, typeOf } from '../../engine/value/attributeValue.ts'

/** Text of a value in at most about `limit` characters. */
export function valueSummary(value: AttributeValue, limit = 120): string {
  if ('S' in value) return shortened(isMistakable(value.S) ? JSON.stringify(value.S) : value.S, limit)
  return nestedText(value, limit)
}

/** A string that would read as a value of another type, such as "42", "true" or "". */
export function isMistakable(text: string): boolean {
  return (
    text === '' ||
    /^(true|false|null|[-+]?\.?\d[\d.]*(e[-+]?\d+)?|[[{].*)$/i.test(text) ||
    text.trim() !== text
  )
}

/** What stands beside a value so that its type can be told without colour; S, N, BOOL and NULL show it themselves. */
export function typeMark(value: AttributeValue): string | undefined {
  const type = typeOf(value)
  return MARKED.has(type) ? type : undefined
}

const MARKED: ReadonlySet<AttributeType> = new Set(['B', 'SS', 'NS', 'BS', 'L', 'M'])

function nestedText(value: AttributeValue, limit: number): string {
  if ('S' in value) return JSON.stringify(shortened(value.S, limit))
  if ('N' in value) return shortened(value.N, limit)
  if ('B' in value) return shortened(value.B === '' ? 'empty' : value.B, limit)
  if ('BOOL' in value) return String(value.BOOL)
  if ('NULL' in value) return 'null'
  if ('L' in value) return joined('[', ']', value.L, limit, nestedText)
  if ('M' in value) return mapText(value.M, limit)
  if ('SS' in value) return joined('{', '}', value.SS, limit, (text) => text)
  const members = 'NS' in value ? value.NS : value.BS
  return joined('{', '}', members, limit, (text) => text)
}

function mapText(map: { [name: string]: AttributeValue }, limit: number): string {
  const names = Object.keys(map)
  const entryText = (name: string, room: number) => `${name}: ${nestedText(map[name]!, room)}`
  return joined('{', '}', names, limit, entryText)
}

function joined<Member>(
  open: string,
  close: string,
  members: readonly Member[],
  limit: number,
  textOf: (member: Member, room: number) => string,
): string {
  let text = open
  for (let place = 0; place < members.length; place++) {
    if (text.length >= limit) return `${text}, +${members.length - place}${close}`
    text += (place === 0 ? '' : ', ') + textOf(members[place]!, limit - text.length)
  }
  return text + close
}

function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, Math.max(1, limit))}…` : text
}
