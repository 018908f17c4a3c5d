// The tables of an imported design, added to the open project: one undo step. A name that is taken gets a
// number; what fails half way is dropped again.

import type { Item } from '../../engine/value/attributeValue.ts'
import type { Design, TableDesign } from '../model/design.ts'
import { writeCreateTable } from '../transfer/createTableJson.ts'
import { useProject } from '../workspace/project.ts'
import type { ProjectDoor } from '../workspace/projectDoor.ts'
import { editStructure } from '../workspace/structureEdit.ts'
import { createFilledTable, readAllItems } from '../workspace/tableEdits.ts'
import { useTables } from '../workspace/tables.ts'
import type { ImportSource } from './importClient.ts'
import type { ImportSummary } from './importProtocol.ts'
import { type LoadOptions, loadDesign } from './loadDesign.ts'

/** Answers the tables that got another name: imported name → name in the project. */
export async function addTables(
  door: ProjectDoor,
  source: ImportSource,
  summary: ImportSummary,
  options: LoadOptions,
): Promise<ReadonlyMap<string, string>> {
  const renamed = planNames(summary.design)
  const { tables } = renameTables(summary.design, renamed)
  const sourceNames = new Map([...renamed].map(([imported, name]) => [name, imported]))
  const names = new Set(tables.map(({ definition }) => definition.TableName))
  const kept = new Map<string, Item[]>()
  let isLoaded = false
  await editStructure({
    projectId: door.projectId,
    label: tables.length === 1 ? 'import of a table' : `import of ${tables.length} tables`,
    apply: async () => {
      if (isLoaded) await makeAgain(door, tables, kept)
      else await loadOrDrop(door, source, tables, sourceNames, options)
      isLoaded = true
    },
    revert: () => dropTables(door, tables, kept),
    design: (design) => ({
      ...design,
      tables: [...design.tables.filter(({ definition }) => !names.has(definition.TableName)), ...tables],
    }),
  })
  return renamed
}

async function loadOrDrop(
  door: ProjectDoor,
  source: ImportSource,
  tables: readonly TableDesign[],
  sourceNames: ReadonlyMap<string, string>,
  options: LoadOptions,
): Promise<void> {
  const made: string[] = []
  const onTable = (name: string) => made.push(name)
  try {
    await loadDesign(source, { tables }, sourceNames, { ...options, onTable })
  } catch (error) {
    await Promise.allSettled(made.map((TableName) => door.callInBackground('DeleteTable', { TableName })))
    throw error
  }
}

/** Keeps all items before it drops the first table. */
async function dropTables(
  door: ProjectDoor,
  tables: readonly TableDesign[],
  kept: Map<string, Item[]>,
): Promise<void> {
  const names = tables.map(({ definition }) => definition.TableName)
  for (const name of names) kept.set(name, await readAllItems(name, { door }))
  for (const TableName of names) await door.callInBackground('DeleteTable', { TableName })
}

async function makeAgain(
  door: ProjectDoor,
  tables: readonly TableDesign[],
  kept: ReadonlyMap<string, Item[]>,
): Promise<void> {
  for (const table of tables) {
    const definition = writeCreateTable(table)
    await createFilledTable(door, definition, kept.get(definition.TableName) ?? [])
  }
}

/** Only those that need another name. */
export function planNames(imported: Design, taken: ReadonlySet<string> = takenNames()): Map<string, string> {
  const used = new Set([...taken, ...imported.tables.map(({ definition }) => definition.TableName)])
  const renamed = new Map<string, string>()
  for (const { definition } of imported.tables) {
    if (!taken.has(definition.TableName)) continue
    const name = freeName(definition.TableName, used)
    used.add(name)
    renamed.set(definition.TableName, name)
  }
  return renamed
}

function takenNames(): Set<string> {
  const designed = useProject.getState().design.tables.map(({ definition }) => definition.TableName)
  return new Set([...designed, ...(useTables.getState().tables ?? []).map((table) => table.TableName)])
}

const LONGEST_NAME = 255

function freeName(name: string, used: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const ending = `-${number}`
    const free = name.slice(0, LONGEST_NAME - ending.length) + ending
    if (!used.has(free)) return free
  }
}

function renameTables(design: Design, names: ReadonlyMap<string, string>): Design {
  const tables = design.tables.map((table) => {
    const TableName = names.get(table.definition.TableName)
    return TableName === undefined ? table : { ...table, definition: { ...table.definition, TableName } }
  })
  return { ...design, tables }
}
