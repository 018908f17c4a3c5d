// Items in JSON, as a list, one a line, or inside the wrappers that tools put around them.

import type { Item } from '../../../engine/value/attributeValue.ts'
import { type ExactJson, mapOfPlain, NumberText, parseExactJsonNoting } from '../../values/plainJson.ts'
import type { FoundItems } from './foundItems.ts'

export function findJsonItems(text: string): FoundItems | undefined {
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
