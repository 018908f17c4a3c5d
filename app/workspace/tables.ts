// The tables of the open project as the engine describes them: what the sidebar and the inspector show.
// Read again, in the background, whenever one changes.

import { create } from 'zustand'
import type {
  GlobalSecondaryIndexDescription,
  LocalSecondaryIndexDescription,
  TableDescription,
} from '../../engine/api.ts'
import { addTable } from '../model/edits.ts'
import { onTableChanges } from './changes.ts'
import { definitionOf } from './definitionOf.ts'
import { callInBackground } from './engine.ts'
import { changeDesign, useProject } from './project.ts'

export interface TablesState {
  /** The project that these are of. */
  projectId: string | undefined
  /** By name, in the order of ListTables. Undefined until they were read. */
  tables: readonly TableDescription[] | undefined
}

export const useTables = create<TablesState>()(() => ({ projectId: undefined, tables: undefined }))

let reading: Promise<void> | undefined
let isStale = false

/** Reads all tables again; calls that come meanwhile are answered by one further reading. */
export function refreshTables(): Promise<void> {
  isStale = true
  reading ??= readWhileStale().finally(() => {
    reading = undefined
  })
  return reading
}

async function readWhileStale(): Promise<void> {
  while (isStale) {
    isStale = false
    await readTables()
  }
}

/** Resolves when the tables of this project have been read once, or cannot be. */
export async function tablesRead(projectId: string): Promise<void> {
  if (useTables.getState().projectId !== projectId) await refreshTables().catch(() => {})
}

async function readTables(): Promise<void> {
  const { id: projectId, status } = useProject.getState()
  if (status !== 'ready') return
  const names = await listTableNames()
  const described = await Promise.allSettled(
    names.map((name) => callInBackground('DescribeTable', { TableName: name })),
  )
  if (useProject.getState().id !== projectId) return
  const tables = described.flatMap((result) => (result.status === 'fulfilled' ? [result.value.Table] : []))
  const isFirstReading = useTables.getState().projectId !== projectId
  useTables.setState({ projectId, tables })
  if (isFirstReading && projectId !== undefined) await adoptTables(projectId, tables).catch(() => {})
}

/**
 * Tables that an edit left behind half done are in the engine but not in the design: it takes them in when
 * the project is opened, before the first edit of this tab. What cannot be saved now is taken in next time.
 */
async function adoptTables(projectId: string, tables: readonly TableDescription[]): Promise<void> {
  await changeDesign((design) => {
    const known = new Set(design.tables.map(({ definition }) => definition.TableName))
    const missing = tables.filter(({ TableName }) => !known.has(TableName))
    if (missing.length === 0) return design
    return missing.reduce((next, table) => addTable(next, definitionOf(table)), design)
  }, projectId)
}

async function listTableNames(): Promise<string[]> {
  const names: string[] = []
  let start: string | undefined
  do {
    const page = await callInBackground(
      'ListTables',
      start === undefined ? {} : { ExclusiveStartTableName: start },
    )
    names.push(...page.TableNames)
    start = page.LastEvaluatedTableName
  } while (start !== undefined)
  return names
}

/** Keeps the tables up to date. Once, when the workbench starts. */
export function watchTables(): () => void {
  const refresh = () => void refreshTables().catch(() => {})
  const stopChanges = onTableChanges((names) => names.length > 0 && refresh())
  const stopProject = useProject.subscribe((state, before) => {
    if (state.id !== before.id) useTables.setState({ projectId: undefined, tables: undefined })
    if (state.status === 'ready' && before.status !== 'ready') refresh()
  })
  return () => {
    stopChanges()
    stopProject()
  }
}

export function findDescription(name: string | undefined): TableDescription | undefined {
  return useTables.getState().tables?.find((table) => table.TableName === name)
}

export function useTableDescription(name: string | undefined): TableDescription | undefined {
  return useTables((state) => state.tables?.find((table) => table.TableName === name))
}

export type IndexDescription =
  | ({ kind: 'LSI' } & LocalSecondaryIndexDescription)
  | ({ kind: 'GSI' } & GlobalSecondaryIndexDescription)

/** Global indexes first, as the console lists them. */
export function indexesOf(table: TableDescription): IndexDescription[] {
  return [
    ...(table.GlobalSecondaryIndexes ?? []).map((index) => ({ ...index, kind: 'GSI' as const })),
    ...(table.LocalSecondaryIndexes ?? []).map((index) => ({ ...index, kind: 'LSI' as const })),
  ]
}
