// Edits of structure: a table or an index made or dropped. Each calls CreateTable, UpdateTable or
// DeleteTable, changes the design alike, and is one undo step. Dropping a table keeps its items for undo.

import type {
  AttributeDefinition,
  CreateTableInput,
  GlobalSecondaryIndex,
  GlobalSecondaryIndexUpdate,
} from '../../engine/api.ts'
import type { Item } from '../../engine/value/attributeValue.ts'
import { addIndex, addTable, removeIndex, removeTable } from '../model/edits.ts'
import { writeInBatches } from './batchWrite.ts'
import { definitionOf } from './definitionOf.ts'
import { replayEdit } from './designReplay.ts'
import { call, callInBackground } from './engine.ts'
import { withProgress } from './progress.ts'
import { changeDesign } from './project.ts'
import { findDescription, refreshTables } from './tables.ts'
import { pushUndo } from './undo.ts'

/** Makes a table. Rejects with the DynamoDBError, and then nothing changed. */
export async function createTable(definition: CreateTableInput): Promise<void> {
  await call('CreateTable', definition)
  const { before, after } = await changeDesign((design) => addTable(design, definition))
  await refreshTables()
  pushUndo({
    label: `create table ${definition.TableName}`,
    undo: async () => {
      await call('DeleteTable', { TableName: definition.TableName })
      await changeDesign((design) => replayEdit(design, after, before))
    },
    redo: async () => {
      await call('CreateTable', definition)
      await changeDesign((design) => replayEdit(design, before, after))
    },
  })
}

export interface DeleteTableOptions {
  signal?: AbortSignal
  /** Called with the number of items that were read, to be kept for undo. */
  onProgress?: (items: number) => void
}

/** Drops a table with its items. Undo makes it again and writes them back. */
export async function deleteTable(name: string, options: DeleteTableOptions = {}): Promise<void> {
  const definition = await describeDefinition(name)
  const items = await readAllItems(name, options)
  await call('DeleteTable', { TableName: name })
  const { before, after } = await changeDesign((design) => removeTable(design, name))
  await refreshTables()
  pushUndo({
    label: `delete table ${name}`,
    undo: async () => {
      await call('CreateTable', definition)
      await writeItems(name, items)
      await changeDesign((design) => replayEdit(design, after, before))
    },
    redo: async () => {
      await call('DeleteTable', { TableName: name })
      await changeDesign((design) => replayEdit(design, before, after))
    },
  })
}

/** Writes items that are known to be good, showing how far it is. */
export async function writeItems(table: string, items: readonly Item[]): Promise<void> {
  const requests = items.map((Item) => ({ PutRequest: { Item } }))
  await withProgress(`Writing items of ${table}`, items.length, (onProgress) =>
    writeInBatches(table, requests, { call: callInBackground, onProgress }),
  )
}

/** All items of a table, page by page. Rejects with the signal's reason when cancelled. */
export async function readAllItems(name: string, options: DeleteTableOptions = {}): Promise<Item[]> {
  const items: Item[] = []
  let start: Item | undefined
  do {
    options.signal?.throwIfAborted()
    const page = await callInBackground('Scan', {
      TableName: name,
      ConsistentRead: true,
      ...(start ? { ExclusiveStartKey: start } : {}),
    })
    for (const item of page.Items ?? []) items.push(item)
    options.onProgress?.(items.length)
    start = page.LastEvaluatedKey
  } while (start)
  return items
}

/** The table as the engine has it, in the shape of CreateTable. */
async function describeDefinition(name: string): Promise<CreateTableInput> {
  return definitionOf((await callInBackground('DescribeTable', { TableName: name })).Table)
}

/** Adds a global secondary index; its entries are made from the items that are there. */
export async function createIndex(
  table: string,
  index: GlobalSecondaryIndex,
  definitions: AttributeDefinition[],
): Promise<void> {
  const create = async () => {
    const { AttributeDefinitions } = await describeDefinition(table)
    await updateIndexes(table, { Create: index }, [...AttributeDefinitions, ...definitions])
  }
  await create()
  const { before, after } = await changeDesign((design) =>
    addIndex(design, table, { global: index }, definitions),
  )
  pushUndo({
    label: `create index ${index.IndexName}`,
    undo: async () => {
      await updateIndexes(table, { Delete: { IndexName: index.IndexName } })
      await changeDesign((design) => replayEdit(design, after, before))
    },
    redo: async () => {
      await create()
      await changeDesign((design) => replayEdit(design, before, after))
    },
  })
}

/** Drops a global secondary index. The items stay; undo makes the index from them again. */
export async function deleteIndex(table: string, indexName: string): Promise<void> {
  const definition = await describeDefinition(table)
  const index = definition.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === indexName)
  if (!index) return
  const drop = () => updateIndexes(table, { Delete: { IndexName: indexName } })
  await drop()
  const { before, after } = await changeDesign((design) => removeIndex(design, table, indexName))
  pushUndo({
    label: `delete index ${indexName}`,
    undo: async () => {
      await updateIndexes(table, { Create: index }, definition.AttributeDefinitions)
      await changeDesign((design) => replayEdit(design, after, before))
    },
    redo: async () => {
      await drop()
      await changeDesign((design) => replayEdit(design, before, after))
    },
  })
}

async function updateIndexes(
  table: string,
  update: GlobalSecondaryIndexUpdate,
  definitions: AttributeDefinition[] = [],
): Promise<void> {
  const byName = new Map(definitions.map((definition) => [definition.AttributeName, definition]))
  await call('UpdateTable', {
    TableName: table,
    ...(byName.size > 0 ? { AttributeDefinitions: [...byName.values()] } : {}),
    GlobalSecondaryIndexUpdates: [update],
  })
  await refreshTables()
}

/** What a delete would destroy, for the words of its confirmation. */
export function describeLoss(name: string): { items: number; indexes: number } {
  const table = findDescription(name)
  const indexes = (table?.GlobalSecondaryIndexes?.length ?? 0) + (table?.LocalSecondaryIndexes?.length ?? 0)
  return { items: table?.ItemCount ?? 0, indexes }
}
