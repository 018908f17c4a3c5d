// What a person does to items, each as one undo step through workspace/itemEdits.

import type { Key } from '../../engine/api.ts'
import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'
import { changedAttributes } from '../values/changedAttributes.ts'
import { callInBackground } from '../workspace/engine.ts'
import {
  type AttributeChanges,
  deleteItems,
  duplicateItems,
  putItem,
  putItems,
  updateAttributes,
  withChanges,
} from '../workspace/itemEdits.ts'
import { notifyError } from '../workspace/notify.ts'
import { notifyUndoable } from '../workspace/notifyUndoable.ts'
import { useSelection } from '../workspace/selection.ts'
import { formatItems } from './formatSize.ts'
import { revealItem, useItemsState } from './itemsState.ts'
import { selectNothing, selectOnly } from './selecting.ts'
import { primaryKeyOf, primaryKeyText, type TableShape } from './tableShape.ts'

/** The item as it is stored, whole: an index shows only what it projects. */
export async function readItem(table: string, key: Key): Promise<Item | undefined> {
  return (await callInBackground('GetItem', { TableName: table, Key: key, ConsistentRead: true })).Item
}

const MOST_KEYS = 100

/** Stops early, with what it has, once the items are not wanted any more. */
export async function readItems(
  table: string,
  keys: readonly Key[],
  isWanted: () => boolean = () => true,
): Promise<Item[]> {
  const items: Item[] = []
  for (let start = 0; start < keys.length && isWanted(); start += MOST_KEYS) {
    let pending: Key[] = keys.slice(start, start + MOST_KEYS)
    while (pending.length > 0) {
      const RequestItems = { [table]: { Keys: pending, ConsistentRead: true } }
      const output = await callInBackground('BatchGetItem', { RequestItems })
      items.push(...(output.Responses[table] ?? []))
      pending = output.UnprocessedKeys[table]?.Keys ?? []
    }
  }
  return items
}

/** Saves an edited item: of it what differs from the item as it was when the edit began, and nothing else. */
export async function saveItem(
  shape: TableShape,
  before: Item,
  item: Item,
  editedName: string,
): Promise<void> {
  const label = editedName ? `edit ${editedName}` : 'edit item'
  await saveChanges(shape, primaryKeyOf(shape, before), changedAttributes(before, checkItem(item)), label)
}

/** Saves one attribute of the item that has this key; undefined removes it. */
export async function saveAttribute(
  shape: TableShape,
  key: Key,
  name: string,
  value: AttributeValue | undefined,
): Promise<void> {
  await saveChanges(shape, key, new Map([[name, value]]), `edit ${name}`)
}

/** With more, the update expression would be longer than the 4 KB that DynamoDB takes. */
const MOST_UPDATED = 200

/** Where the key changes, the item moves, and selection and view go with it. */
async function saveChanges(
  shape: TableShape,
  key: Key,
  changes: AttributeChanges,
  label: string,
): Promise<void> {
  if (changes.size === 0) return
  const isWhole = changes.size > MOST_UPDATED || shape.primaryKeys.some(({ name }) => changes.has(name))
  const save = isWhole ? replaceItem : updateItem
  const item = await save(shape, key, changes, label)
  const isMoved = primaryKeyText(shape, item) !== primaryKeyText(shape, key)
  if (isAtHand(shape, key)) selectOnly(shape, [item])
  if (isMoved) revealItem(shape.tableName, item)
}

async function updateItem(
  { tableName }: TableShape,
  key: Key,
  changes: AttributeChanges,
  label: string,
): Promise<Item> {
  try {
    return await updateAttributes(tableName, key, changes, label)
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') throw goneError()
    throw error
  }
}

async function replaceItem(
  { tableName }: TableShape,
  key: Key,
  changes: AttributeChanges,
  label: string,
): Promise<Item> {
  const before = await readItem(tableName, key)
  if (!before) throw goneError()
  const item = checkItem(withChanges(before, changes))
  await putItem(tableName, item, { before, label })
  return item
}

function goneError(): Error {
  return new Error('The item is not there any more.')
}

/** Whether this item is what the person has in hand: they may have gone on to others while it was saved. */
function isAtHand(shape: TableShape, key: Key): boolean {
  const { table, items } = useSelection.getState()
  const [only] = items
  if (!only) return true
  const text = primaryKeyText(shape, key)
  return table === shape.tableName && items.length === 1 && primaryKeyText(shape, only.key) === text
}

export async function addItem(shape: TableShape, draft: Item): Promise<void> {
  // As it will be stored, so that its key is the one that the selection compares with.
  const item = checkItem(draft)
  await putItem(shape.tableName, item, { isNew: true })
  selectOnly(shape, [item])
  revealItem(shape.tableName, item)
}

/** Runs a long act with its progress in the view; above so many items it takes long enough to tell. */
const MANY = 400

async function withProgress<Result>(
  label: string,
  total: number,
  act: (options: { signal?: AbortSignal; onProgress?: (done: number) => void }) => Promise<Result>,
): Promise<Result> {
  if (total < MANY) return act({})
  const control = new AbortController()
  const cancel = () => control.abort(new DOMException('Cancelled', 'AbortError'))
  const show = (done: number) => useItemsState.setState({ work: { label, done, total, cancel } })
  show(0)
  try {
    return await act({ signal: control.signal, onProgress: show })
  } finally {
    useItemsState.setState({ work: undefined })
  }
}

export async function removeItems(shape: TableShape, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  try {
    const { removed, step } = await withProgress('Deleting items', items.length, (options) =>
      deleteItems(shape.tableName, items, options),
    )
    selectNothing()
    notifyUndoable({ tone: 'ok', title: `${formatItems(removed)} deleted` }, step)
  } catch (error) {
    notifyError('Could not delete', error)
  }
}

export async function copyItems(shape: TableShape, items: readonly Item[]): Promise<void> {
  try {
    const keys = items.map((item) => primaryKeyOf(shape, item))
    const copies = await duplicateItems(shape.tableName, await readItems(shape.tableName, keys))
    selectOnly(shape, copies)
    if (copies[0]) revealItem(shape.tableName, copies[0])
  } catch (error) {
    notifyError('Could not duplicate', error)
  }
}

/** Rejects with the error, so that whoever shows the items can say it beside them. */
export async function addItems(shape: TableShape, items: readonly Item[]): Promise<void> {
  await withProgress('Adding items', items.length, (options) =>
    putItems(shape.tableName, items, { ...options, label: `add ${formatItems(items.length)}` }),
  )
  selectOnly(shape, items)
  if (items[0]) revealItem(shape.tableName, items[0])
}
