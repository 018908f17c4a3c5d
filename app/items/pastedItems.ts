// Items in a text that was copied elsewhere: DynamoDB JSON as the CLI, the console or an export to S3 write
// it, plain JSON, one item a line, or cells of a spreadsheet under a line of attribute names.
// Nothing is written here: each item comes with what DynamoDB would say against it.

import { type AttributeValue, createAttributeMap, type Item } from '../../engine/value/attributeValue.ts'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'
import { mapOfPlain, NumberText, parseExactJson, valueOfPlain } from '../values/plainJson.ts'
import type { KeyAttribute } from './tableShape.ts'

export type PasteFormat = 'DynamoDB JSON' | 'JSON' | 'Spreadsheet'

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
  const items = found.items.map((item, place) => pastedItem(item, place + 1, keys))
  return { format: found.format, items }
}

interface Found {
  format: PasteFormat
  items: Item[]
}

function parseJsonItems(text: string): Found | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  const json = parseWhole(text) ?? parseLines(text)
  const objects = itemObjects(json)
  if (!objects || objects.length === 0) return undefined
  if (objects.every(isDynamoDBJson)) {
    return { format: 'DynamoDB JSON', items: objects.map((object) => plainCopy(object) as Item) }
  }
  return { format: 'JSON', items: objects.map((object) => mapOfPlain(object)) }
}

function parseWhole(text: string): unknown {
  try {
    return parseExactJson(text)
  } catch {
    return undefined
  }
}

function parseLines(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const parsed = lines.map(parseWhole)
  return parsed.every((json) => json !== undefined) ? parsed : undefined
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
  const lines = text
    .replace(/\r/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const [heading, ...rest] = lines
  if (!heading || rest.length === 0 || !heading.includes('\t')) return undefined
  const names = heading.split('\t').map((name) => name.trim())
  const types = new Map(keys.map((key) => [key.name, key.type]))
  const items = rest.map((line) => {
    const item = createAttributeMap()
    for (const [place, cell] of line.split('\t').entries()) {
      const name = names[place]
      const value = name ? cellValue(cell, types.get(name)) : undefined
      if (name && value) item[name] = value
    }
    return item
  })
  return { format: 'Spreadsheet', items }
}

/** Numbers that a spreadsheet would not have changed are numbers; an empty cell is no attribute. */
function cellValue(cell: string, keyType: KeyAttribute['type'] | undefined): AttributeValue | undefined {
  const text = unquoted(cell)
  if (text === '') return undefined
  if (keyType) return { [keyType]: text } as unknown as AttributeValue
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return { N: text }
  if (/^(true|false)$/i.test(text)) return { BOOL: text.toLowerCase() === 'true' }
  if (/^[[{]/.test(text)) {
    const json = parseWhole(text)
    if (json !== undefined) return valueOfPlain(json)
  }
  return { S: text }
}

function unquoted(cell: string): string {
  const text = cell.trim()
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text
}

function pastedItem(raw: Item, number: number, keys: readonly KeyAttribute[]): PastedItem {
  const item = withKeyTypes(raw, keys)
  try {
    const checked = checkItem(item)
    return { number, item: checked, problem: findKeyProblem(checked, keys) }
  } catch (error) {
    return {
      number,
      item: createAttributeMap(),
      problem: error instanceof Error ? error.message : String(error),
    }
  }
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
