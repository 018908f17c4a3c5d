// Items in a text that was copied elsewhere: DynamoDB JSON as the CLI, the console or an export to S3 write
// it, plain JSON, one item a line, or cells of a spreadsheet or of a CSV file under a line of attribute names.
// Nothing is written here: each item comes with what DynamoDB would say against it.

import { type AttributeValue, createAttributeMap, type Item } from '../../../engine/value/attributeValue.ts'
import { checkItem } from '../../../engine/value/checkAttributeValue.ts'
import {
  type ExactJson,
  mapOfPlain,
  NumberText,
  parseExactJsonNoting,
  valueOfPlain,
} from '../../values/plainJson.ts'
import type { KeyAttribute } from '../tableShape.ts'
import { parseCells } from './parseCells.ts'

export type PasteFormat = 'DynamoDB JSON' | 'JSON' | 'Spreadsheet' | 'CSV'

export interface PastedItem {
  /** 1-based, in the order of the text. */
  number: number
  item: Item
  /** Why it cannot be added. */
  problem: string | undefined
}

export interface Pasted {
  format: PasteFormat
  items: PastedItem[]
}

/** Undefined when the text holds no items. */
export function parsePastedItems(text: string, keys: readonly KeyAttribute[]): Pasted | undefined {
  const found = parseJsonItems(text) ?? parseSheet(text, keys)
  if (!found || found.items.length === 0) return undefined
  const items = found.items.map(({ item, problem }, place) =>
    problem === undefined ? pastedItem(item, place + 1, keys) : refusedItem(place + 1, problem),
  )
  return { format: found.format, items }
}

interface Found {
  format: PasteFormat
  /** `problem`: why the text does not say what the item is. */
  items: { item: Item; problem?: string | undefined }[]
}

function parseJsonItems(text: string): Found | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  const json = parseWhole(text) ?? parseLines(text)
  const objects = json && itemObjects(json.value)
  if (!objects || objects.length === 0) return undefined
  const isTyped = objects.every(isDynamoDBJson)
  const problems = twiceProblems(objects, json.twice)
  const items = objects.map((object, place) => ({
    item: isTyped ? (plainCopy(object) as Item) : mapOfPlain(object),
    problem: problems[place],
  }))
  return { format: isTyped ? 'DynamoDB JSON' : 'JSON', items }
}

function parseWhole(text: string): ExactJson | undefined {
  try {
    return parseExactJsonNoting(text)
  } catch {
    return undefined
  }
}

function parseLines(text: string): ExactJson | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const value: unknown[] = []
  const twice = new Map<object, string>()
  for (const line of lines) {
    const parsed = parseWhole(line)
    if (!parsed) return undefined
    value.push(parsed.value)
    for (const [object, problem] of parsed.twice) twice.set(object, problem)
  }
  return { value, twice }
}

/** A member that stands twice spoils the item that it is in; in what is around the items, all of them. */
function twiceProblems(objects: readonly JsonObject[], twice: ExactJson['twice']): (string | undefined)[] {
  const rest = new Map(twice)
  const problems = objects.map((object) => {
    const spoilt = rest.size > 0 ? findInside(object, twice) : undefined
    for (const inside of spoilt ?? []) rest.delete(inside)
    return spoilt?.[0] && twice.get(spoilt[0])
  })
  const [around] = rest.values()
  return around === undefined ? problems : problems.map((problem) => problem ?? around)
}

function findInside(json: unknown, wanted: ReadonlyMap<object, unknown>): object[] {
  if (typeof json !== 'object' || json === null) return []
  const inside = Object.values(json).flatMap((member) => findInside(member, wanted))
  return wanted.has(json) ? [json, ...inside] : inside
}

type JsonObject = Record<string, unknown>

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && Object.getPrototypeOf(json) === Object.prototype
}

/** The items inside the wrappers that tools put around them. */
function itemObjects(json: unknown): JsonObject[] | undefined {
  if (Array.isArray(json)) {
    const objects = json.filter(isObject)
    return objects.length === json.length ? objects.map(unwrapped) : undefined
  }
  if (!isObject(json)) return undefined
  if (Array.isArray(json.Items)) return itemObjects(json.Items)
  const [only] = Object.values(json)
  if (Object.keys(json).length === 1 && Array.isArray(only) && only.every(isWriteRequest))
    return itemObjects(only)
  return [unwrapped(json)]
}

function isWriteRequest(json: unknown): boolean {
  return isObject(json) && isObject(json.PutRequest)
}

function unwrapped(json: JsonObject): JsonObject {
  const put = isObject(json.PutRequest) ? json.PutRequest : json
  return isObject(put.Item) && Object.keys(put).every((name) => name === 'Item' || put === json)
    ? put.Item
    : put
}

const DESCRIPTORS: ReadonlySet<string> = new Set(['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M'])

function isDynamoDBJson(object: JsonObject): boolean {
  const values = Object.values(object)
  return values.length > 0 && values.every((value) => isObject(value) && isTyped(value))
}

function isTyped(value: JsonObject): boolean {
  const [descriptor, ...others] = Object.keys(value)
  return others.length === 0 && descriptor !== undefined && DESCRIPTORS.has(descriptor)
}

/** Numbers of the exact parser as plain numbers again: DynamoDB JSON has none, and says so. */
function plainCopy(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(plainCopy)
  if (json instanceof NumberText) return Number(json.text)
  if (!isObject(json)) return json
  const copy: JsonObject = Object.create(null)
  for (const [name, value] of Object.entries(json)) copy[name] = plainCopy(value)
  return copy
}

function parseSheet(text: string, keys: readonly KeyAttribute[]): Found | undefined {
  const delimiter = findDelimiter(text, keys)
  if (!delimiter) return undefined
  const [heading, ...lines] = parseCells(text, delimiter)
  if (!heading || lines.length === 0) return undefined
  const names = heading.map((name) => name.trim())
  const types = new Map(keys.map((key) => [key.name, key.type]))
  const items = lines.map((cells) => {
    const item = createAttributeMap()
    for (const [place, cell] of cells.entries()) {
      const name = names[place]
      const value = name ? cellValue(cell, types.get(name)) : undefined
      if (name && value) item[name] = value
    }
    return { item }
  })
  return { format: delimiter === '\t' ? 'Spreadsheet' : 'CSV', items }
}

/** Prose has commas too: they separate cells where the first line names every key attribute. */
function findDelimiter(text: string, keys: readonly KeyAttribute[]): '\t' | ',' | undefined {
  const start = text.trimStart()
  const first = start.slice(0, start.search(/\r?\n|$/))
  if (first.includes('\t')) return '\t'
  const names = parseCells(first, ',')[0]?.map((name) => name.trim()) ?? []
  return first.includes(',') && keys.every(({ name }) => names.includes(name)) ? ',' : undefined
}

/** Numbers that a spreadsheet would not have changed are numbers; an empty cell is no attribute. */
function cellValue(text: string, keyType: KeyAttribute['type'] | undefined): AttributeValue | undefined {
  if (text === '') return undefined
  if (keyType) return { [keyType]: text } as unknown as AttributeValue
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return { N: text }
  if (/^(true|false)$/i.test(text)) return { BOOL: text.toLowerCase() === 'true' }
  const json = /^[[{]/.test(text) ? parseWhole(text) : undefined
  // What names a member twice is not read as JSON, and stays as it was written.
  return json && json.twice.size === 0 ? valueOfPlain(json.value) : { S: text }
}

function pastedItem(raw: Item, number: number, keys: readonly KeyAttribute[]): PastedItem {
  const item = withKeyTypes(raw, keys)
  try {
    const checked = checkItem(item)
    return { number, item: checked, problem: findKeyProblem(checked, keys) }
  } catch (error) {
    return refusedItem(number, error instanceof Error ? error.message : String(error))
  }
}

function refusedItem(number: number, problem: string): PastedItem {
  return { number, item: createAttributeMap(), problem }
}

/** Plain JSON and spreadsheets may say 7 where the key is a string, and '7' where it is a number. */
function withKeyTypes(item: Item, keys: readonly KeyAttribute[]): Item {
  const typed = Object.assign(createAttributeMap(), item)
  for (const { name, type } of keys) {
    const value = typed[name]
    if (value && type === 'S' && 'N' in value) typed[name] = { S: value.N }
    else if (value && type === 'N' && 'S' in value) typed[name] = { N: value.S }
    else if (value && type === 'B' && 'S' in value) typed[name] = { B: value.S }
  }
  return typed
}

function findKeyProblem(item: Item, keys: readonly KeyAttribute[]): string | undefined {
  const missing = keys.find(({ name }) => !item[name])
  return missing && `One of the required keys was not given a value: ${missing.name}`
}
