// The tables of an imported design, added to the open project: one undo step. A name that is taken gets a
// number; what fails half way is dropped again.

import type { Item } from '../../engine/value/attributeValue.ts'
import type { Design, TableDesign } from '../model/design.ts'
import { writeCreateTable } from '../transfer/createTableJson.ts'
import { replayEdit } from '../workspace/designReplay.ts'
import { callInBackground } from '../workspace/engine.ts'
import { changeDesign, useProject } from '../workspace/project.ts'
import { readAllItems, writeItems } from '../workspace/tableEdits.ts'
import { refreshTables, useTables } from '../workspace/tables.ts'
import { pushUndo } from '../workspace/undo.ts'
import type { ImportSource } from './importClient.ts'
import type { ImportSummary } from './importProtocol.ts'
import { type LoadOptions, loadDesign } from './loadDesign.ts'

/** Answers the tables that got another name: imported name → name in the project. */
export async function addTables(
  source: ImportSource,
  summary: ImportSummary,
  options: LoadOptions,
): Promise<ReadonlyMap<string, string>> {
  const renamed = planNames(summary.design)
  const design = renameTables(summary.design, renamed)
  const sourceNames = new Map([...renamed].map(([imported, name]) => [name, imported]))
  const made: string[] = []
  try {
    await loadDesign(source, design, sourceNames, { ...options, onTable: (name) => made.push(name) })
  } catch (error) {
    for (const name of made) await callInBackground('DeleteTable', { TableName: name })
    throw error
  }
  const { before, after } = await changeDesign((current) => ({
    ...current,
    tables: [...current.tables, ...design.tables],
  }))
  await refreshTables()
  pushAddition(design.tables, before, after)
  return renamed
}

function pushAddition(tables: readonly TableDesign[], before: Design, after: Design): void {
  const kept = new Map<string, Item[]>()
  pushUndo({
    label: tables.length === 1 ? 'import of a table' : `import of ${tables.length} tables`,
    undo: async () => {
      for (const { definition } of tables) {
        kept.set(definition.TableName, await readAllItems(definition.TableName))
        await callInBackground('DeleteTable', { TableName: definition.TableName })
      }
      await changeDesign((design) => replayEdit(design, after, before))
    },
    redo: async () => {
      for (const table of tables) {
        const { TableName } = table.definition
        await callInBackground('CreateTable', writeCreateTable(table))
        await writeItems(TableName, kept.get(TableName) ?? [])
      }
      await changeDesign((design) => replayEdit(design, before, after))
    },
  })
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
