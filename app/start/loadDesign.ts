// Makes the tables of a design in a project, and writes their items.

import type { Call } from '../../engine/api.ts'
import type { TableDesign } from '../model/design.ts'
import { writeCreateTable } from '../transfer/createTableJson.ts'
import { writeInBatches } from '../workspace/batchWrite.ts'
import type { ImportSource } from './importClient.ts'

export interface LoadOptions {
  call: Call
  signal: AbortSignal
  onProgress(doneItems: number): void
  /** Called with the name of each table right after it was made. */
  onTable?(name: string): void
}

/** A portion of items on their way: enough to keep all writers busy, few enough to cancel soon. */
const PORTION = 1_000

/** The table in the source that each table of the design has its items from. */
export type SourceNames = ReadonlyMap<string, string>

export async function loadDesign(
  source: Pick<ImportSource, 'takeItems'>,
  design: { tables: readonly TableDesign[] },
  sourceNames: SourceNames,
  options: LoadOptions,
): Promise<void> {
  let written = 0
  for (const table of design.tables) {
    options.signal.throwIfAborted()
    const name = table.definition.TableName
    await options.call('CreateTable', writeCreateTable(table))
    options.onTable?.(name)
    for (let from = 0; ; from += PORTION) {
      const items = await source.takeItems(sourceNames.get(name) ?? name, from, PORTION)
      const requests = items.map((Item) => ({ PutRequest: { Item } }))
      const before = written
      const onProgress = (done: number) => options.onProgress(before + done)
      await writeInBatches(name, requests, { call: options.call, signal: options.signal, onProgress })
      written += items.length
      if (items.length < PORTION) break
    }
  }
}
