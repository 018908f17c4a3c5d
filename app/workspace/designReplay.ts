// Undo of a design edit, as kept models: the design before and after are kept, and going back replaces
// only what that edit had changed, table by table. What another tab changed elsewhere meanwhile stays.

import type { Design, TableDesign } from '../model/design.ts'

/** The current design, with everything that differs between `from` and `to` as it is in `to`. */
export function replayEdit(current: Design, from: Design, to: Design): Design {
  if (current === from) return to
  const next: Design = { ...current }
  for (const name of Object.keys(to) as (keyof Design)[]) {
    if (name !== 'tables' && from[name] !== to[name]) Object.assign(next, { [name]: to[name] })
  }
  next.tables = replayTables(current.tables, from.tables, to.tables)
  return next
}

const nameOf = (table: TableDesign) => table.definition.TableName

function replayTables(current: TableDesign[], from: TableDesign[], to: TableDesign[]): TableDesign[] {
  const before = new Map(from.map((table) => [nameOf(table), table]))
  const after = new Map(to.map((table) => [nameOf(table), table]))
  const isDropped = (table: TableDesign) => before.has(nameOf(table)) && !after.has(nameOf(table))
  const tables = current.filter((table) => !isDropped(table))
  for (const [position, table] of to.entries()) {
    if (before.get(nameOf(table)) === table) continue
    const place = tables.findIndex((other) => nameOf(other) === nameOf(table))
    if (place >= 0) tables[place] = table
    else tables.splice(Math.min(position, tables.length), 0, table)
  }
  return tables
}
