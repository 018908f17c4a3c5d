// How many items each entity has, counted in the background a while after the items stopped changing.
// Large tables are counted in their first items only, and say so.

import { create } from 'zustand'
import { classifyItem } from '../model/classifyItem.ts'
import { findTable, type TableDesign } from '../model/design.ts'
import { beside } from './engine.ts'
import { useProject } from './project.ts'
import { useTables } from './tables.ts'
import { onTablesTouched } from './touchedTables.ts'

export interface EntityCount {
  byEntity: ReadonlyMap<string, number>
  /** False: only the first MOST_COUNTED items were looked at. */
  complete: boolean
}

export const MOST_COUNTED = 20_000
const CHUNK = 500
const REST_MS = 700

export const useEntityCounts = create<{ counts: ReadonlyMap<string, EntityCount> }>()(() => ({
  counts: new Map(),
}))

const waiting = new Set<string>()
let timer: ReturnType<typeof setTimeout> | undefined

function countSoon(names: readonly string[]): void {
  for (const name of names) waiting.add(name)
  clearTimeout(timer)
  timer = setTimeout(countWaiting, REST_MS)
}

async function countWaiting(): Promise<void> {
  for (const name of [...waiting]) {
    waiting.delete(name)
    const { design, id } = useProject.getState()
    const table = findTable(design, name)
    if (!table || table.entities.length === 0) continue
    const count = await countEntities(table).catch(() => undefined)
    if (!count || useProject.getState().id !== id) return
    useEntityCounts.setState(({ counts }) => ({ counts: new Map(counts).set(name, count) }))
  }
}

async function countEntities(table: TableDesign): Promise<EntityCount> {
  const byEntity = new Map<string, number>()
  const TableName = table.definition.TableName
  for (let position = 0; position < MOST_COUNTED; position += CHUNK) {
    const { entries, itemCount } = await beside().readCollections({ TableName, position, count: CHUNK })
    for (const { item } of entries) {
      const name = classifyItem(table, item)?.name
      if (name !== undefined) byEntity.set(name, (byEntity.get(name) ?? 0) + 1)
    }
    if (entries.length === 0 || position + entries.length >= itemCount) return { byEntity, complete: true }
  }
  return { byEntity, complete: false }
}

/** Keeps the counts up to date. Once, when the workbench starts. */
export function watchEntityCounts(): () => void {
  const stopTouched = onTablesTouched(countSoon)
  const stopTables = useTables.subscribe((state, before) => {
    if (state.projectId !== before.projectId) useEntityCounts.setState({ counts: new Map() })
  })
  return () => {
    stopTouched()
    stopTables()
  }
}
