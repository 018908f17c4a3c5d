// Attribute values as people and tools write them, made into values that DynamoDB takes: `{"N": 5}`,
// `{"S": true}`, bare `"text"`, values with a type inside their type. Every change is noted; what is right
// passes untouched. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html

import type { AttributeMap, AttributeType, AttributeValue } from '../../engine/value/attributeValue.ts'
import { checkBase64, encodeBase64 } from '../../engine/value/base64.ts'
import { canonicalNumber } from '../../engine/value/number.ts'
import { ATTRIBUTE_TYPES } from '../values/attributeTypes.ts'
import {
  defineMember,
  elementPath,
  isJsonObject,
  type JsonObject,
  memberPath,
  nameOfJsonType,
  quoteJson,
} from '../values/jsonDocument.ts'
import type { Note } from './report.ts'

export function isAttributeType(text: unknown): text is AttributeType {
  return (ATTRIBUTE_TYPES as readonly unknown[]).includes(text)
}

interface Repair {
  /** `inside` silences the notes on missing types: the outermost value without one was noted. */
  note: Note
  inside: boolean
}

/** `declared` is the type that the source states elsewhere; it decides between several. */
export function repairValue(
  json: unknown,
  path: string,
  note: Note,
  declared?: AttributeType,
): AttributeValue {
  return repairAny(json, path, { note, inside: false }, declared)
}

function repairAny(json: unknown, path: string, repair: Repair, declared?: AttributeType): AttributeValue {
  if (!isJsonObject(json)) return untyped(json, path, repair)
  const names = Object.keys(json)
  const [name] = names
  if (names.length === 1 && isAttributeType(name)) return repairTyped(name, json[name], path, repair)
  if (names.length > 1 && names.every(isAttributeType)) {
    return chooseType(json, names as AttributeType[], path, repair, declared)
  }
  return untyped(json, path, repair)
}

function untyped(json: unknown, path: string, repair: Repair): AttributeValue {
  const { value, type } = readUntyped(json, path, { note: repair.note, inside: true })
  if (!repair.inside) repair.note('repaired', path, `${quoteJson(json)} has no type: read as ${type}.`)
  return value
}

function readUntyped(json: unknown, path: string, repair: Repair): { value: AttributeValue; type: string } {
  if (typeof json === 'string') return { value: { S: json }, type: 'text (S)' }
  if (typeof json === 'number') {
    const { number } = readNumber(String(json))
    // Double precision reaches further than DynamoDB's numbers.
    if (number === undefined) return { value: { S: String(json) }, type: 'text (S), being out of range' }
    return { value: { N: number }, type: 'a number (N)' }
  }
  if (typeof json === 'boolean') return { value: { BOOL: json }, type: 'true or false (BOOL)' }
  if (Array.isArray(json)) return { value: { L: repairList(json, path, repair) }, type: 'a list (L)' }
  if (isJsonObject(json)) return { value: { M: repairMap(json, path, repair) }, type: 'a map (M)' }
  return { value: { NULL: true }, type: 'NULL' }
}

function repairList(list: unknown[], path: string, repair: Repair): AttributeValue[] {
  return list.map((element, position) => repairAny(element, elementPath(path, position), repair))
}

function repairMap(map: JsonObject, path: string, repair: Repair): AttributeMap {
  const result: JsonObject = {}
  for (const name of Object.keys(map)) {
    defineMember(result, name, repairAny(map[name], memberPath(path, name), repair))
  }
  return result as AttributeMap
}

function chooseType(
  json: JsonObject,
  types: AttributeType[],
  path: string,
  repair: Repair,
  declared: AttributeType | undefined,
): AttributeValue {
  const filled = types.filter((type) => !isBlank(json[type]))
  const candidates = filled.length > 0 ? filled : types
  const chosen = candidates.find((type) => type === declared) ?? candidates[0]!
  const others = types.filter((type) => type !== chosen).map((type) => `${type} ${quoteJson(json[type])}`)
  repair.note(
    'repaired',
    path,
    `A value has one type, this one has ${types.length}: ${chosen} was read, ${others.join(', ')} left out.`,
  )
  return repairTyped(chosen, json[chosen], path, repair)
}

function isBlank(payload: unknown): boolean {
  if (payload === null || payload === undefined || payload === '') return true
  return typeof payload === 'object' && Object.keys(payload).length === 0
}

type TypedRepair = (payload: unknown, path: string, repair: Repair) => AttributeValue | undefined

const typed: Record<AttributeType, TypedRepair> = {
  S: repairText,
  N: repairNumber,
  B: repairBinary,
  BOOL: repairBoolean,
  NULL: repairNull,
  SS: (payload, path, repair) => repairSet('SS', payload, path, repair),
  NS: (payload, path, repair) => repairSet('NS', payload, path, repair),
  BS: (payload, path, repair) => repairSet('BS', payload, path, repair),
  L: repairListPayload,
  M: repairMapPayload,
}

function repairTyped(type: AttributeType, payload: unknown, path: string, repair: Repair): AttributeValue {
  const at = memberPath(path, type)
  const inner = innerType(type, payload)
  if (inner !== undefined) {
    repair.note(
      'repaired',
      at,
      `The value is typed twice, ${inner} inside ${type}: the inner value was read.`,
    )
    return repairTyped(inner, (payload as JsonObject)[inner], at, repair)
  }
  const value = typed[type](payload, at, repair)
  if (value !== undefined) return value
  const read = readUntyped(payload, at, { note: repair.note, inside: true })
  const found = `${nameOfJsonType(payload)} (${quoteJson(payload)})`
  repair.note('repaired', at, `${type} does not go with ${found}: read as ${read.type}.`)
  return read.value
}

/**
 * The inner type of a doubly typed value. `{"M": {"M": {"HP": {"N": "1"}}}}` is one, because HP is no type;
 * `{"M": {"M": {"S": "x"}}}` is not: it is a map with an attribute named M.
 */
function innerType(type: AttributeType, payload: unknown): AttributeType | undefined {
  if (!isJsonObject(payload)) return undefined
  const [name, ...others] = Object.keys(payload)
  if (others.length > 0 || !isAttributeType(name)) return undefined
  if (type !== 'M') return name
  return isTypedValue(payload[name]) || !fitsType(name, payload[name]) ? undefined : name
}

function isTypedValue(json: unknown): boolean {
  if (!isJsonObject(json)) return false
  const [name, ...others] = Object.keys(json)
  return others.length === 0 && isAttributeType(name) && fitsType(name, json[name])
}

function fitsType(type: AttributeType, payload: unknown): boolean {
  if (type === 'M') return isJsonObject(payload)
  if (type === 'BOOL' || type === 'NULL') return typeof payload === 'boolean'
  if (type === 'S' || type === 'N' || type === 'B') return typeof payload === 'string'
  return Array.isArray(payload)
}

function repairText(payload: unknown, path: string, repair: Repair): AttributeValue | undefined {
  if (typeof payload === 'string') return { S: payload }
  if (typeof payload !== 'number' && typeof payload !== 'boolean') return undefined
  repair.note('repaired', path, `S holds text: ${payload} was read as "${payload}".`)
  return { S: String(payload) }
}

function repairNumber(payload: unknown, path: string, repair: Repair): AttributeValue | undefined {
  if (typeof payload !== 'string' && typeof payload !== 'number') return undefined
  const text = String(payload)
  const read = readNumber(text)
  if (read.number === undefined) {
    const message = `${quoteJson(payload)} is no number for DynamoDB (${read.reason}): kept as text (S).`
    repair.note('repaired', path, message)
    return { S: text }
  }
  if (text !== payload) {
    repair.note(
      'repaired',
      path,
      `N holds a number written as text: ${payload} was read as "${read.number}".`,
    )
  } else if (text !== text.trim()) {
    repair.note('repaired', path, `Spaces around the number ${quoteJson(payload)} were taken away.`)
  }
  return { N: read.number }
}

/** The canonical number, or DynamoDB's reason against it. */
export function readNumber(text: string): { number: string } | { number: undefined; reason: string } {
  try {
    return { number: canonicalNumber(text.trim()) }
  } catch (error) {
    return { number: undefined, reason: (error as Error).message }
  }
}

function repairBinary(payload: unknown, path: string, repair: Repair): AttributeValue | undefined {
  if (typeof payload === 'string') return { B: repairBase64(payload, path, repair) }
  const bytes = findBytes(payload)
  if (bytes === undefined) return undefined
  repair.note('repaired', path, 'B holds base64 text: a list of bytes was read as such.')
  return { B: encodeBase64(bytes) }
}

function repairBase64(text: string, path: string, repair: Repair): string {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replace(/\s+/g, '')
  const padded = standard.replace(/=+$/, '')
  for (const candidate of [text, padded + '='.repeat((4 - (padded.length % 4)) % 4)]) {
    try {
      const canonical = checkBase64(candidate)
      if (candidate !== text)
        repair.note('repaired', path, 'The base64 text was brought into its standard form.')
      return canonical
    } catch {
      // The next form, or none.
    }
  }
  repair.note('repaired', path, `${quoteJson(text)} is not base64: the bytes of the text itself were taken.`)
  return encodeBase64(new TextEncoder().encode(text))
}

/** `[1, 2]` or Node's `{"type": "Buffer", "data": [1, 2]}`. */
function findBytes(payload: unknown): Uint8Array | undefined {
  const list = isJsonObject(payload) && payload.type === 'Buffer' ? payload.data : payload
  if (!Array.isArray(list)) return undefined
  const isByte = (each: unknown) => Number.isInteger(each) && (each as number) >= 0 && (each as number) <= 255
  return list.every(isByte) ? Uint8Array.from(list as number[]) : undefined
}

const booleans = new Map<unknown, boolean>([
  ['true', true],
  ['yes', true],
  ['1', true],
  [1, true],
  ['false', false],
  ['no', false],
  ['0', false],
  [0, false],
])

function repairBoolean(payload: unknown, path: string, repair: Repair): AttributeValue | undefined {
  if (typeof payload === 'boolean') return { BOOL: payload }
  const value = booleans.get(typeof payload === 'string' ? payload.trim().toLowerCase() : payload)
  if (value === undefined) return undefined
  repair.note('repaired', path, `BOOL holds true or false: ${quoteJson(payload)} was read as ${value}.`)
  return { BOOL: value }
}

function repairNull(payload: unknown, path: string, repair: Repair): AttributeValue | undefined {
  if (payload === true) return { NULL: true }
  if (isJsonObject(payload) || Array.isArray(payload)) return undefined
  repair.note('repaired', path, `NULL is always true: ${quoteJson(payload)} was read as true.`)
  return { NULL: true }
}

type SetType = 'SS' | 'NS' | 'BS'

function repairSet(
  type: SetType,
  payload: unknown,
  path: string,
  repair: Repair,
): AttributeValue | undefined {
  const list = Array.isArray(payload)
    ? payload
    : typeof payload === 'string' && payload !== ''
      ? [payload]
      : undefined
  if (list === undefined) return undefined
  if (list !== payload)
    repair.note('repaired', path, `${type} holds a list: ${quoteJson(payload)} was read as its only member.`)
  if (list.length === 0) {
    repair.note('repaired', path, 'DynamoDB has no empty sets: read as an empty list (L).')
    return { L: [] }
  }
  const members = list.map((member, position) => setMember(type, member, elementPath(path, position), repair))
  if (members.includes(undefined)) return undefined
  return finishSet(type, members as string[], path, repair)
}

function setMember(type: SetType, member: unknown, path: string, repair: Repair): string | undefined {
  const memberType = type.charAt(0)
  if (isJsonObject(member)) {
    const inner = member[memberType]
    if (Object.keys(member).length !== 1 || typeof inner !== 'string') return undefined
    repair.note('repaired', path, `The members of ${type} carry no type: ${quoteJson(inner)} was read.`)
    return setMember(type, inner, path, repair)
  }
  if (type !== 'BS' && (typeof member === 'number' || typeof member === 'boolean')) {
    repair.note('repaired', path, `The members of ${type} are text: ${member} was read as "${member}".`)
    return String(member)
  }
  if (typeof member !== 'string') return undefined
  return type === 'BS' ? repairBase64(member, path, repair) : member
}

function finishSet(type: SetType, members: string[], path: string, repair: Repair): AttributeValue {
  if (type === 'NS') {
    const numbers = members.map((member) => readNumber(member).number)
    const wrong = numbers.indexOf(undefined)
    if (wrong < 0) return { NS: distinct(numbers as string[], path, repair) }
    const message = `${quoteJson(members[wrong])} is no number: the set was read as a set of texts (SS).`
    repair.note('repaired', elementPath(path, wrong), message)
    return { SS: distinct(members, path, repair) }
  }
  const values = distinct(members, path, repair)
  return type === 'SS' ? { SS: values } : { BS: values }
}

function distinct(members: string[], path: string, repair: Repair): string[] {
  const values = [...new Set(members)]
  const repeated = members.filter((member, position) => members.indexOf(member) !== position)
  if (repeated.length > 0) {
    repair.note(
      'repaired',
      path,
      `A set holds each member once: ${quoteJson([...new Set(repeated)])} stood there again.`,
    )
  }
  return values
}

function repairListPayload(payload: unknown, path: string, repair: Repair): AttributeValue | undefined {
  if (Array.isArray(payload)) return { L: repairElements(payload, path, repair) }
  const parsed = parseWritten(payload, Array.isArray)
  if (parsed === undefined) return undefined
  repair.note('repaired', path, 'L holds a list, not the JSON text of one: the text was read as a list.')
  return { L: repairList(parsed as unknown[], path, { note: repair.note, inside: true }) }
}

function repairMapPayload(payload: unknown, path: string, repair: Repair): AttributeValue | undefined {
  if (isJsonObject(payload)) return { M: repairMembers(payload, path, repair) }
  const parsed = parseWritten(payload, isJsonObject)
  if (parsed === undefined) return undefined
  repair.note('repaired', path, 'M holds a map, not the JSON text of one: the text was read as a map.')
  return { M: repairMap(parsed as JsonObject, path, { note: repair.note, inside: true }) }
}

// A list or map in which nothing is typed gets one note for all of its members.
function repairElements(list: unknown[], path: string, repair: Repair): AttributeValue[] {
  return repairList(list, path, noteOnce(list, path, repair, 'elements'))
}

function repairMembers(map: JsonObject, path: string, repair: Repair): AttributeMap {
  return repairMap(map, path, noteOnce(Object.values(map), path, repair, 'values'))
}

function noteOnce(values: unknown[], path: string, repair: Repair, what: string): Repair {
  if (repair.inside || values.length < 2 || values.some(looksTyped)) return repair
  const sample = quoteJson(values[0], 40)
  repair.note(
    'repaired',
    path,
    `The ${values.length} ${what} have no types (${sample}, …): types were read from the JSON.`,
  )
  return { note: repair.note, inside: true }
}

function looksTyped(json: unknown): boolean {
  return isJsonObject(json) && Object.keys(json).length > 0 && Object.keys(json).every(isAttributeType)
}

function parseWritten(payload: unknown, fits: (value: unknown) => boolean): unknown {
  if (typeof payload !== 'string' || !/^\s*[[{]/.test(payload)) return undefined
  try {
    const value: unknown = JSON.parse(payload)
    return fits(value) ? value : undefined
  } catch {
    return undefined
  }
}
