// The context menu of a cell: what can be done with the attribute, the item, its collection.

import { createAttributeMap, type Item } from '../../engine/value/attributeValue.ts'
import type { MenuEntry } from '../ui/menuEntry.ts'
import { printPlainItem, printPlainItems } from '../values/plainJson.ts'
import { copyText } from '../workspace/copyText.ts'
import { handToQuery } from '../workspace/handedRequest.ts'
import { notifyError } from '../workspace/notify.ts'
import { formatItems } from './formatSize.ts'
import { copyItems, removeItems, saveAttribute } from './itemActions.ts'
import { openInspector } from './itemsState.ts'
import type { PictureCell } from './picture/pictureProps.ts'
import { primaryKeyOf, type TableShape } from './tableShape.ts'

export interface CellMenuOptions {
  shape: TableShape
  cell: PictureCell
  /** The selected items, the cell's among them. */
  items: readonly Item[]
  edit(): void
}

export function cellMenu({ shape, cell, items, edit }: CellMenuOptions): MenuEntry[] {
  const isKey = shape.primaryKeys.some(({ name }) => name === cell.name)
  const several = items.length > 1
  const what = several ? formatItems(items.length) : 'item'
  return [
    { label: `Edit ${cell.name}`, icon: 'edit', keys: 'Enter', disabled: cell.isComposed, run: edit },
    {
      label: `Remove ${cell.name}`,
      icon: 'remove',
      disabled: isKey || cell.kind === 'ghost' || several,
      run: () => removeAttribute(shape, cell),
    },
    'separator',
    { label: 'Edit item', icon: 'panelRight', disabled: several, run: () => openInspector() },
    { label: `Duplicate ${what}`, icon: 'duplicate', keys: 'Mod+D', run: () => void copyItems(shape, items) },
    {
      label: 'Copy as DynamoDB JSON',
      icon: 'copy',
      keys: 'Mod+C',
      run: () => void copyText(printDynamoDBJson(items), 'DynamoDB JSON'),
    },
    { label: 'Copy as JSON', icon: 'code', run: () => void copyText(printPlain(items), 'JSON') },
    { label: 'Query this item collection', icon: 'run', run: () => queryCollection(shape, cell.item) },
    'separator',
    {
      label: `Delete ${what}`,
      icon: 'delete',
      keys: 'Delete',
      tone: 'danger',
      run: () => void removeItems(shape, items),
    },
  ]
}

export function printDynamoDBJson(items: readonly Item[]): string {
  return JSON.stringify(items.length === 1 ? items[0] : items, undefined, 2)
}

function printPlain(items: readonly Item[]): string {
  return items.length === 1 && items[0] ? printPlainItem(items[0]) : printPlainItems(items)
}

function removeAttribute(shape: TableShape, { item, name }: PictureCell): void {
  saveAttribute(shape, primaryKeyOf(shape, item), name, undefined).catch((error: unknown) =>
    notifyError(`Could not remove ${name}`, error),
  )
}

function queryCollection({ tableName, indexName, hashKeys }: TableShape, item: Item): void {
  const values = createAttributeMap()
  for (const [place, { name }] of hashKeys.entries()) if (item[name]) values[`:k${place}`] = item[name]
  handToQuery({
    operation: 'Query',
    input: {
      TableName: tableName,
      ...(indexName ? { IndexName: indexName } : {}),
      KeyConditionExpression: hashKeys.map((_, place) => `#k${place} = :k${place}`).join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(hashKeys.map(({ name }, place) => [`#k${place}`, name])),
      ExpressionAttributeValues: values,
    },
  })
}
