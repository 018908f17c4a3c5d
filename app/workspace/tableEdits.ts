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
import { withProgress } from './progress.ts'
import { openProjectDoor } from './project.ts'
import type { ProjectDoor } from './projectDoor.ts'
import { editStructure } from './structureEdit.ts'
import { findDescription } from './tables.ts'
import type { PushedStep } from './undo.ts'

/** Makes a table. Rejects with the DynamoDBError, and then nothing changed. */
export async function createTable(definition: CreateTableInput): Promise<PushedStep> {
  const { projectId, call } = openProjectDoor()
  const { TableName } = definition
  return editStructure({
    projectId,
    label: `create table ${TableName}`,
    apply: () => call('CreateTable', definition),
    revert: () => call('DeleteTable', { TableName }),
    design: (design) => addTable(removeTable(design, TableName), definition),
  })
}

export interface ReadItemsOptions {
  /** The open project's when none is given. */
  door?: ProjectDoor
  signal?: AbortSignal
  /** Called with the number of items that were read. */
  onProgress?: (items: number) => void
}

/** Drops a table with its items. Undo makes it again and writes them back. */
export async function deleteTable(name: string, options: ReadItemsOptions = {}): Promise<PushedStep> {
  const door = options.door ?? openProjectDoor()
  const definition = await describeDefinition(door, name)
  const items = await readAllItems(name, { ...options, door })
  return editStructure({
    projectId: door.projectId,
    label: `delete table ${name}`,
    apply: () => door.call('DeleteTable', { TableName: name }),
    revert: () => createFilledTable(door, definition, items),
    design: (design) => removeTable(design, name),
  })
}

/** Makes a table with items that are known to be good; where that fails, the table is gone again. */
export async function createFilledTable(
  door: ProjectDoor,
  definition: CreateTableInput,
  items: readonly Item[],
): Promise<void> {
  const { TableName } = definition
  await door.call('CreateTable', definition)
  try {
    await writeItems(door, TableName, items)
  } catch (error) {
    await Promise.allSettled([door.callInBackground('DeleteTable', { TableName })])
    throw error
  }
}

async function writeItems(door: ProjectDoor, table: string, items: readonly Item[]): Promise<void> {
  const requests = items.map((Item) => ({ PutRequest: { Item } }))
  await withProgress(`Writing items of ${table}`, items.length, (onProgress) =>
    writeInBatches(table, requests, { call: door.callInBackground, onProgress }),
  )
}

/** All items of a table, page by page. Rejects with the signal's reason when cancelled. */
export async function readAllItems(name: string, options: ReadItemsOptions = {}): Promise<Item[]> {
  const { callInBackground } = options.door ?? openProjectDoor()
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
async function describeDefinition(door: ProjectDoor, name: string): Promise<CreateTableInput> {
  return definitionOf((await door.callInBackground('DescribeTable', { TableName: name })).Table)
}

/** Adds a global secondary index; its entries are made from the items that are there. */
export async function createIndex(
  table: string,
  index: GlobalSecondaryIndex,
  definitions: AttributeDefinition[],
): Promise<PushedStep> {
  const door = openProjectDoor()
  return editStructure({
    projectId: door.projectId,
    label: `create index ${index.IndexName}`,
    apply: async () => {
      const { AttributeDefinitions } = await describeDefinition(door, table)
      await updateIndexes(door, table, { Create: index }, [...AttributeDefinitions, ...definitions])
    },
    revert: () => updateIndexes(door, table, { Delete: { IndexName: index.IndexName } }),
    design: (design) => addIndex(design, table, { global: index }, definitions),
  })
}

/** Drops a global secondary index. The items stay; undo makes the index from them again. */
export async function deleteIndex(table: string, indexName: string): Promise<PushedStep | undefined> {
  const door = openProjectDoor()
  const definition = await describeDefinition(door, table)
  const index = definition.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === indexName)
  if (!index) return undefined
  return editStructure({
    projectId: door.projectId,
    label: `delete index ${indexName}`,
    apply: () => updateIndexes(door, table, { Delete: { IndexName: indexName } }),
    revert: () => updateIndexes(door, table, { Create: index }, definition.AttributeDefinitions),
    design: (design) => removeIndex(design, table, indexName),
  })
}

async function updateIndexes(
  door: ProjectDoor,
  table: string,
  update: GlobalSecondaryIndexUpdate,
  definitions: AttributeDefinition[] = [],
): Promise<void> {
  const byName = new Map(definitions.map((definition) => [definition.AttributeName, definition]))
  await door.call('UpdateTable', {
    TableName: table,
    ...(byName.size > 0 ? { AttributeDefinitions: [...byName.values()] } : {}),
    GlobalSecondaryIndexUpdates: [update],
  })
}

/** What a delete would destroy, for the words of its confirmation. */
export function describeLoss(name: string): { items: number; indexes: number } {
  const table = findDescription(name)
  const indexes = (table?.GlobalSecondaryIndexes?.length ?? 0) + (table?.LocalSecondaryIndexes?.length ?? 0)
  return { items: table?.ItemCount ?? 0, indexes }
}
