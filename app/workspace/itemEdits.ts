// Edits of items: each is one or a few calls and one undo step. What was there before comes from the
// engine's own reply (ReturnValues ALL_OLD) or a BatchGetItem, so that undo restores what really was.

import type { Key, KeySchemaElement, WriteRequest } from '../../engine/api.ts'
import { type AttributeValue, createAttributeMap, type Item } from '../../engine/value/attributeValue.ts'
import { findTable } from '../model/design.ts'
import { canonicalKeyText } from '../model/keyText.ts'
import { findOwn, tableMap, writeInBatches } from './batchWrite.ts'
import { copyName } from './copyName.ts'
import { plural } from './plural.ts'
import { withProgress } from './progress.ts'
import { openProjectDoor, useProject } from './project.ts'
import type { ProjectDoor } from './projectDoor.ts'
import { type PushedStep, pushUndo } from './undo.ts'

interface Keyed {
  KeySchema: KeySchemaElement[]
}

export interface PutItemOptions {
  /** The item as it was: where its key differs, it is moved, and gone from its old place. */
  before?: Item | undefined
  /** Refuse, as a ConditionalCheckFailedException, where an item with this key exists. */
  isNew?: boolean
  label?: string
}

/** The attributes of the primary key, and nothing else. */
export function primaryKeyOf(definition: Keyed, item: Item): Key {
  const key = createAttributeMap()
  for (const { AttributeName } of definition.KeySchema) {
    const value = item[AttributeName]
    if (value) key[AttributeName] = value
  }
  return key
}

/** The table's keys by the design, or by DescribeTable where the design does not know the table. */
async function findKeys(door: ProjectDoor, table: string): Promise<Keyed> {
  const designed = findTable(useProject.getState().design, table)
  if (designed) return designed.definition
  return (await door.callInBackground('DescribeTable', { TableName: table })).Table
}

const withCapacity = { ReturnConsumedCapacity: 'INDEXES' } as const

/** One table of one project, while it is edited. */
interface Place {
  door: ProjectDoor
  table: string
  keys: Keyed
}

async function openPlace(table: string): Promise<Place> {
  const door = openProjectDoor()
  return { door, table, keys: await findKeys(door, table) }
}

async function putOne({ door, table, keys }: Place, item: Item, isNew = false): Promise<Item | undefined> {
  const name = keys.KeySchema[0]?.AttributeName ?? ''
  const condition = isNew
    ? { ConditionExpression: 'attribute_not_exists(#key)', ExpressionAttributeNames: { '#key': name } }
    : {}
  const output = await door.call('PutItem', {
    TableName: table,
    Item: item,
    ReturnValues: 'ALL_OLD',
    ...withCapacity,
    ...condition,
  })
  return output.Attributes
}

async function deleteOne({ door, table, keys }: Place, item: Item): Promise<Item | undefined> {
  const output = await door.call('DeleteItem', {
    TableName: table,
    Key: primaryKeyOf(keys, item),
    ReturnValues: 'ALL_OLD',
    ...withCapacity,
  })
  return output.Attributes
}

/** Puts one item. Resolves when it is stored; rejects with the DynamoDBError, and then nothing changed. */
export async function putItem(table: string, item: Item, options: PutItemOptions = {}): Promise<PushedStep> {
  const place = await openPlace(table)
  const { before } = options
  const textOf = (each: Item) => canonicalKeyText(place.keys, each)
  if (before && textOf(before) !== textOf(item)) return moveItem(place, before, item, options)
  const overwritten = await putOne(place, item, options.isNew)
  return pushUndo(
    {
      label: options.label ?? (overwritten || before ? 'edit item' : 'add item'),
      undo: async () => void (overwritten ? await putOne(place, overwritten) : await deleteOne(place, item)),
      redo: async () => void (await putOne(place, item)),
    },
    place.door.projectId,
  )
}

/** Puts it under its new key, where nothing may be, and deletes it under its old one: both or neither. */
async function moveItem(
  place: Place,
  before: Item,
  item: Item,
  { label = 'edit item' }: PutItemOptions,
): Promise<PushedStep> {
  const moved = await moveOne(place, item, before)
  return pushUndo(
    {
      label,
      undo: async () => {
        if (moved) await moveOne(place, moved, item)
        else await deleteOne(place, item)
      },
      redo: async () => void (await moveOne(place, item, before)),
    },
    place.door.projectId,
  )
}

/** Answers what was under the old key. */
async function moveOne(place: Place, item: Item, before: Item): Promise<Item | undefined> {
  await putOne(place, item, true)
  try {
    return await deleteOne(place, before)
  } catch (error) {
    await Promise.allSettled([deleteOne(place, item)])
    throw error
  }
}

/** Attribute values by name; undefined removes the attribute. */
export type AttributeChanges = ReadonlyMap<string, AttributeValue | undefined>

/**
 * Changes some attributes of the item that has this key, and leaves the others as they are; answers the
 * whole item. Rejects with a ConditionalCheckFailedException where there is no such item. Undo sets these
 * attributes back, and no others.
 */
export async function updateAttributes(
  table: string,
  key: Key,
  changes: AttributeChanges,
  label: string,
): Promise<Item> {
  const { projectId, call } = openProjectDoor()
  const update = async (wanted: AttributeChanges): Promise<Item> => {
    const input = { TableName: table, Key: key, ...updateOf(key, wanted) }
    const output = await call('UpdateItem', { ...input, ReturnValues: 'ALL_OLD', ...withCapacity })
    return output.Attributes ?? createAttributeMap()
  }
  const before = await update(changes)
  const earlier = new Map([...changes.keys()].map((name) => [name, before[name]]))
  const step = {
    label,
    undo: async () => void (await update(earlier)),
    redo: async () => void (await update(changes)),
  }
  pushUndo(step, projectId)
  return withChanges(before, changes)
}

/** A copy of the item with its attributes changed. */
export function withChanges(item: Item, changes: AttributeChanges): Item {
  const changed = Object.assign(createAttributeMap(), item)
  for (const [name, value] of changes) {
    if (value) changed[name] = value
    else delete changed[name]
  }
  return changed
}

function updateOf(key: Key, changes: AttributeChanges) {
  const ExpressionAttributeNames: Record<string, string> = { '#key': Object.keys(key)[0] ?? '' }
  const ExpressionAttributeValues: Record<string, AttributeValue> = {}
  const sets: string[] = []
  const removes: string[] = []
  for (const [place, [name, value]] of [...changes].entries()) {
    ExpressionAttributeNames[`#n${place}`] = name
    if (value) ExpressionAttributeValues[`:v${place}`] = value
    if (value) sets.push(`#n${place} = :v${place}`)
    else removes.push(`#n${place}`)
  }
  const clauses = [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(removes.length > 0 ? [`REMOVE ${removes.join(', ')}`] : []),
  ]
  return {
    UpdateExpression: clauses.join(' '),
    ConditionExpression: 'attribute_exists(#key)',
    ExpressionAttributeNames,
    // An empty map of values is refused.
    ...(sets.length > 0 ? { ExpressionAttributeValues } : {}),
  }
}

export interface ManyItemsOptions {
  label?: string
  signal?: AbortSignal
  onProgress?: (done: number) => void
}

const putRequest = (Item: Item): WriteRequest => ({ PutRequest: { Item } })
const deleteRequest = (Key: Key): WriteRequest => ({ DeleteRequest: { Key } })

export interface Deletion {
  /** How many of the items were there. */
  removed: number
  /** Undefined when none was. */
  step: PushedStep | undefined
}

/**
 * Deletes items, of which at least the primary key is given; undo puts back all that was there. Rejects
 * with the signal's reason when cancelled, and then all items are there.
 */
export async function deleteItems(
  table: string,
  items: readonly Item[],
  options: ManyItemsOptions = {},
): Promise<Deletion> {
  const place = await openPlace(table)
  const found = await readItems(place, [...byKey(place, items).values()])
  if (found.length === 0) return { removed: 0, step: undefined }
  const requests = found.map((item) => deleteRequest(primaryKeyOf(place.keys, item)))
  const label = options.label ?? `delete ${count(found.length)}`
  const step = await editItems(place, requests, found.map(putRequest), { ...options, label })
  return { removed: found.length, step }
}

/**
 * Puts many items at once, such as pasted ones; undo restores whatever they replaced. Rejects with the
 * signal's reason when cancelled, and then everything is as it was.
 */
export async function putItems(
  table: string,
  items: readonly Item[],
  options: ManyItemsOptions = {},
): Promise<PushedStep | undefined> {
  return putAt(await openPlace(table), items, options)
}

async function putAt(
  place: Place,
  items: readonly Item[],
  options: ManyItemsOptions,
): Promise<PushedStep | undefined> {
  const puts = byKey(place, items)
  if (puts.size === 0) return undefined
  const replaced = await readItems(place, [...puts.values()])
  const taken = byKey(place, replaced)
  const added = [...puts].filter(([key]) => !taken.has(key)).map(([, item]) => primaryKeyOf(place.keys, item))
  const restore = [...replaced.map(putRequest), ...added.map(deleteRequest)]
  const label = options.label ?? `put ${count(puts.size)}`
  return editItems(place, [...puts.values()].map(putRequest), restore, { ...options, label })
}

/** The items by the canonical text of their keys; of several with one key, the last. */
function byKey({ keys }: Place, items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [canonicalKeyText(keys, item), item]))
}

/** Puts a copy of each item under a free key near its own; answers the copies. */
export async function duplicateItems(table: string, items: readonly Item[]): Promise<Item[]> {
  const place = await openPlace(table)
  const copies = new Map<string, Item>()
  for (const item of items) {
    const copy = await findFreeCopy(place, item, copies)
    copies.set(canonicalKeyText(place.keys, copy), copy)
  }
  await putAt(place, [...copies.values()], { label: `duplicate ${count(copies.size)}` })
  return [...copies.values()]
}

async function findFreeCopy(place: Place, item: Item, taken: ReadonlyMap<string, Item>): Promise<Item> {
  const { door, table, keys } = place
  const name = keys.KeySchema.at(-1)?.AttributeName ?? ''
  for (let attempt = 1; ; attempt++) {
    const copy = Object.assign(createAttributeMap(), item)
    const value = item[name]
    if (value) copy[name] = copyName(value, attempt)
    if (taken.has(canonicalKeyText(keys, copy))) continue
    const found = await door.callInBackground('GetItem', { TableName: table, Key: primaryKeyOf(keys, copy) })
    if (!found.Item) return copy
  }
}

/** All of `requests` or, when one fails or the person cancels, none: then `restore` brings back what was. */
async function editItems(
  place: Place,
  requests: WriteRequest[],
  restore: WriteRequest[],
  options: ManyItemsOptions & { label: string },
): Promise<PushedStep> {
  try {
    await writeAll(place, requests, options)
  } catch (error) {
    await Promise.allSettled([writeAll(place, restore)])
    throw error
  }
  return pushUndo(
    {
      label: options.label,
      undo: () => writeAll(place, restore),
      redo: () => writeAll(place, requests),
    },
    place.door.projectId,
  )
}

async function writeAll(
  { door, table }: Place,
  requests: WriteRequest[],
  options: ManyItemsOptions = {},
): Promise<void> {
  const only = requests.length === 1 ? requests[0] : undefined
  if (only?.PutRequest) {
    await door.call('PutItem', { TableName: table, Item: only.PutRequest.Item, ...withCapacity })
  } else if (only?.DeleteRequest) {
    await door.call('DeleteItem', { TableName: table, Key: only.DeleteRequest.Key, ...withCapacity })
  } else {
    await withProgress(`Writing items of ${table}`, requests.length, (report) => {
      const onProgress = options.onProgress ?? report
      return writeInBatches(table, requests, { call: door.call, signal: options.signal, onProgress })
    })
  }
}

const MOST_KEYS = 100

/** The items of these keys, as they are stored now. */
async function readItems({ door, table, keys }: Place, wanted: readonly Item[]): Promise<Item[]> {
  const items: Item[] = []
  for (let start = 0; start < wanted.length; start += MOST_KEYS) {
    let pending = wanted.slice(start, start + MOST_KEYS).map((item) => primaryKeyOf(keys, item))
    while (pending.length > 0) {
      const output = await door.callInBackground('BatchGetItem', {
        RequestItems: tableMap(table, { Keys: pending, ConsistentRead: true }),
      })
      for (const item of findOwn(output.Responses, table) ?? []) items.push(item)
      pending = findOwn(output.UnprocessedKeys, table)?.Keys ?? []
    }
  }
  return items
}

function count(items: number): string {
  return items === 1 ? 'item' : plural(items, 'item')
}
