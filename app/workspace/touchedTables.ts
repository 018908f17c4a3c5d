import { onTableChanges } from './changes.ts'
import { useProject } from './project.ts'
import { useTables } from './tables.ts'

/** Hears of tables whose items or design changed, and of all tables of a project once it is open. */
export function onTablesTouched(listener: (names: readonly string[]) => void): () => void {
  const stopChanges = onTableChanges(listener)
  const stopTables = useTables.subscribe((state, before) => {
    if (state.projectId === before.projectId) return
    listener(state.tables?.map((table) => table.TableName) ?? [])
  })
  const stopDesign = useProject.subscribe((state, before) => {
    if (state.id !== before.id || state.design === before.design) return
    const old = new Set(before.design.tables)
    const touched = state.design.tables.filter((table) => !old.has(table))
    listener(touched.map((table) => table.definition.TableName))
  })
  return () => {
    stopChanges()
    stopTables()
    stopDesign()
  }
}
