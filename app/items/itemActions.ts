// What a person does to items, each as one undo step through workspace/itemEdits.

import type { Key } from '../../engine/api.ts'
import { type AttributeValue, createAttributeMap, type Item } from '../../engine/value/attributeValue.ts'
import { callInBackground } from '../workspace/engine.ts'
import { deleteItems, duplicateItems, putItem, putItems } from '../workspace/itemEdits.ts'
import { notify, notifyError } from '../workspace/notify.ts'
import { undo } from '../workspace/undo.ts'
import { formatItems } from './formatSize.ts'
import { revealItem, useItemsState } from './itemsState.ts'
import { selectNothing, selectOnly } from './selecting.ts'
import { primaryKeyOf, type TableShape } from './tableShape.ts'

/** The item as it is stored, whole: an index shows only what it projects. */
export async function readItem(table: string, key: Key): Promise<Item | undefined> {
  return (await callInBackground('GetItem', { TableName: table, Key: key, ConsistentRead: true })).Item
}

const MOST_KEYS = 100

export async function readItems(table: string, keys: readonly Key[]): Promise<Item[]> {
  const items: Item[] = []
  for (let start = 0; start < keys.length; start += MOST_KEYS) {
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

/** Saves an edited item; where its key changed, it moves, and selection and view go with it. */
export async function saveItem(
  shape: TableShape,
  before: Item,
  item: Item,
  editedName: string,
): Promise<void> {
  await putItem(shape.tableName, item, { before, ...(editedName ? { label: `edit ${editedName}` } : {}) })
  const key = primaryKeyOf(shape, item)
  const isMoved = JSON.stringify(key) !== JSON.stringify(primaryKeyOf(shape, before))
  selectOnly(shape, [item])
  if (isMoved) revealItem(shape.tableName, item)
}

/** Saves one attribute of the item that has this key; undefined removes it. */
export async function saveAttribute(
  shape: TableShape,
  key: Key,
  name: string,
  value: AttributeValue | undefined,
): Promise<void> {
  const before = await readItem(shape.tableName, key)
  if (!before) throw new Error('The item is not there any more.')
  const item = Object.assign(createAttributeMap(), before)
  if (value) item[name] = value
  else delete item[name]
  await saveItem(shape, before, item, name)
}

export async function addItem(shape: TableShape, item: Item): Promise<void> {
  await putItem(shape.tableName, item, { isNew: true })
  selectOnly(shape, [item])
  revealItem(shape.tableName, item)
}

/** Runs a long act with its progress in the view; above so many items it takes long enough to tell. */
const MANY = 400

async function withProgress(
  label: string,
  total: number,
  act: (options: { signal?: AbortSignal; onProgress?: (done: number) => void }) => Promise<void>,
): Promise<void> {
  if (total < MANY) return act({})
  const control = new AbortController()
  const cancel = () => control.abort(new DOMException('Cancelled', 'AbortError'))
  const show = (done: number) => useItemsState.setState({ work: { label, done, total, cancel } })
  show(0)
  try {
    await act({ signal: control.signal, onProgress: show })
  } finally {
    useItemsState.setState({ work: undefined })
  }
}

export async function removeItems(shape: TableShape, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return
  try {
    await withProgress('Deleting items', items.length, (options) =>
      deleteItems(shape.tableName, items, options),
    )
    selectNothing()
    notify({
      tone: 'ok',
      title: `${formatItems(items.length)} deleted`,
      action: { label: 'Undo', run: () => void undo() },
    })
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
