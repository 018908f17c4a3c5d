// Edits of items: each is one or a few calls and one undo step. What was there before comes from the
// engine's own reply (ReturnValues ALL_OLD) or a BatchGetItem, so that undo restores what really was.

import type { Key, KeySchemaElement, WriteRequest } from '../../engine/api.ts'
import { type AttributeValue, createAttributeMap, type Item } from '../../engine/value/attributeValue.ts'
import { findTable } from '../model/design.ts'
import { writeInBatches } from './batchWrite.ts'
import { copyName } from './copyName.ts'
import { call, callInBackground } from './engine.ts'
import { plural } from './plural.ts'
import { withProgress } from './progress.ts'
import { useProject } from './project.ts'
import { pushUndo } from './undo.ts'

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

export function sameKey(definition: Keyed, one: Item, other: Item): boolean {
  return JSON.stringify(primaryKeyOf(definition, one)) === JSON.stringify(primaryKeyOf(definition, other))
}

/** The table's keys by the design, or by DescribeTable where the design does not know the table. */
async function findKeys(table: string): Promise<Keyed> {
  const designed = findTable(useProject.getState().design, table)
  if (designed) return designed.definition
  return (await callInBackground('DescribeTable', { TableName: table })).Table
}

const withCapacity = { ReturnConsumedCapacity: 'INDEXES' } as const

async function putOne(table: string, item: Item, keys: Keyed, isNew = false): Promise<Item | undefined> {
  const name = keys.KeySchema[0]?.AttributeName ?? ''
  const condition = isNew
    ? { ConditionExpression: 'attribute_not_exists(#key)', ExpressionAttributeNames: { '#key': name } }
    : {}
  const output = await call('PutItem', {
    TableName: table,
    Item: item,
    ReturnValues: 'ALL_OLD',
    ...withCapacity,
    ...condition,
  })
  return output.Attributes
}

async function deleteOne(table: string, key: Key): Promise<Item | undefined> {
  const output = await call('DeleteItem', {
    TableName: table,
    Key: key,
    ReturnValues: 'ALL_OLD',
    ...withCapacity,
  })
  return output.Attributes
}

/** Puts one item. Resolves when it is stored; rejects with the DynamoDBError, and then nothing changed. */
export async function putItem(table: string, item: Item, options: PutItemOptions = {}): Promise<void> {
  const keys = await findKeys(table)
  const { before } = options
  const isMove = before !== undefined && !sameKey(keys, before, item)
  const overwritten = await putOne(table, item, keys, options.isNew || isMove)
  if (isMove) await deleteOne(table, primaryKeyOf(keys, before))
  const restore = async () => {
    if (overwritten) await putOne(table, overwritten, keys)
    else await deleteOne(table, primaryKeyOf(keys, item))
    if (isMove) await putOne(table, before, keys)
  }
  const repeat = async () => {
    await putOne(table, item, keys)
    if (isMove) await deleteOne(table, primaryKeyOf(keys, before))
  }
  pushUndo({
    label: options.label ?? (overwritten || before ? 'edit item' : 'add item'),
    undo: restore,
    redo: repeat,
  })
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
  const update = async (wanted: AttributeChanges): Promise<Item> => {
    const input = { TableName: table, Key: key, ...updateOf(key, wanted) }
    const output = await call('UpdateItem', { ...input, ReturnValues: 'ALL_OLD', ...withCapacity })
    return output.Attributes ?? createAttributeMap()
  }
  const before = await update(changes)
  const earlier = new Map([...changes.keys()].map((name) => [name, before[name]]))
  pushUndo({
    label,
    undo: async () => void (await update(earlier)),
    redo: async () => void (await update(changes)),
  })
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

/**
 * Deletes items, of which at least the primary key is given; undo puts back all that was there. Rejects
 * with the signal's reason when cancelled, and then all items are there.
 */
export async function deleteItems(
  table: string,
  items: readonly Item[],
  options: ManyItemsOptions = {},
): Promise<void> {
  const keys = await findKeys(table)
  const places = items.map((item) => primaryKeyOf(keys, item))
  const removed = await readItems(table, places)
  const deletes = places.map(deleteRequest)
  const restore = removed.map(putRequest)
  await writeAllOrNone(table, deletes, restore, options)
  pushUndo({
    label: options.label ?? `delete ${count(removed.length)}`,
    undo: () => writeAll(table, restore, {}),
    redo: () => writeAll(table, deletes, {}),
  })
}

/**
 * Puts many items at once, such as pasted ones; undo restores whatever they replaced. Rejects with the
 * signal's reason when cancelled, and then everything is as it was.
 */
export async function putItems(
  table: string,
  items: readonly Item[],
  options: ManyItemsOptions = {},
): Promise<void> {
  const keys = await findKeys(table)
  const keyOf = (item: Item) => JSON.stringify(primaryKeyOf(keys, item))
  const puts = [...new Map(items.map((item) => [keyOf(item), item])).values()]
  const replaced = await readItems(
    table,
    puts.map((item) => primaryKeyOf(keys, item)),
  )
  const taken = new Set(replaced.map(keyOf))
  const added = puts.filter((item) => !taken.has(keyOf(item))).map((item) => primaryKeyOf(keys, item))
  const requests = puts.map(putRequest)
  const restore = [...replaced.map(putRequest), ...added.map(deleteRequest)]
  await writeAllOrNone(table, requests, restore, options)
  pushUndo({
    label: options.label ?? `put ${count(puts.length)}`,
    undo: () => writeAll(table, restore, {}),
    redo: () => writeAll(table, requests, {}),
  })
}

/** Puts a copy of each item under a free key near its own; answers the copies. */
export async function duplicateItems(table: string, items: readonly Item[]): Promise<Item[]> {
  const keys = await findKeys(table)
  const copies: Item[] = []
  for (const item of items) copies.push(await findFreeCopy(table, keys, item, copies))
  await putItems(table, copies, { label: `duplicate ${count(copies.length)}` })
  return copies
}

async function findFreeCopy(table: string, keys: Keyed, item: Item, taken: readonly Item[]): Promise<Item> {
  const name = keys.KeySchema.at(-1)?.AttributeName ?? ''
  for (let attempt = 1; ; attempt++) {
    const copy = Object.assign(createAttributeMap(), item)
    const value = item[name]
    if (value) copy[name] = copyName(value, attempt)
    if (taken.some((other) => sameKey(keys, other, copy))) continue
    const found = await callInBackground('GetItem', { TableName: table, Key: primaryKeyOf(keys, copy) })
    if (!found.Item) return copy
  }
}

async function writeAll(table: string, requests: WriteRequest[], options: ManyItemsOptions): Promise<void> {
  const only = requests.length === 1 ? requests[0] : undefined
  if (only?.PutRequest) {
    await call('PutItem', { TableName: table, Item: only.PutRequest.Item, ...withCapacity })
  } else if (only?.DeleteRequest) {
    await call('DeleteItem', { TableName: table, Key: only.DeleteRequest.Key, ...withCapacity })
  } else {
    await withProgress(`Writing items of ${table}`, requests.length, (report) => {
      const onProgress = options.onProgress ?? report
      return writeInBatches(table, requests, { call, signal: options.signal, onProgress })
    })
  }
}

/** All of `requests` or, when one fails or the person cancels, none: then `restore` brings back what was. */
async function writeAllOrNone(
  table: string,
  requests: WriteRequest[],
  restore: WriteRequest[],
  options: ManyItemsOptions,
): Promise<void> {
  try {
    await writeAll(table, requests, options)
  } catch (error) {
    await writeAll(table, restore, {})
    throw error
  }
}

const MOST_KEYS = 100

/** The items of these keys, as they are stored now. */
async function readItems(table: string, keys: readonly Key[]): Promise<Item[]> {
  const items: Item[] = []
  for (let start = 0; start < keys.length; start += MOST_KEYS) {
    let pending: Key[] = keys.slice(start, start + MOST_KEYS)
    while (pending.length > 0) {
      const output = await callInBackground('BatchGetItem', {
        RequestItems: { [table]: { Keys: pending, ConsistentRead: true } },
      })
      items.push(...(output.Responses[table] ?? []))
      pending = output.UnprocessedKeys[table]?.Keys ?? []
    }
  }
  return items
}

function count(items: number): string {
  return items === 1 ? 'item' : plural(items, 'item')
}
