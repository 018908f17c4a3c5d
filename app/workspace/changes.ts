// Tables and items live in the engine; what shows them reads again when a counter grows. A burst of writes
// grows it at once and then at most ten times a second.

import { create } from 'zustand'
import { onNotice } from './engine.ts'

const useCounters = create<{ counters: ReadonlyMap<string, number> }>()(() => ({ counters: new Map() }))
const REST_MS = 100

const waiting = new Set<string>()
let resting = false

function publish(): void {
  if (waiting.size === 0) {
    resting = false
    return
  }
  const counters = new Map(useCounters.getState().counters)
  for (const table of waiting) counters.set(table, (counters.get(table) ?? 0) + 1)
  waiting.clear()
  useCounters.setState({ counters })
  resting = true
  setTimeout(publish, REST_MS)
}

export function markChanged(tables: readonly string[]): void {
  for (const table of tables) waiting.add(table)
  if (!resting) publish()
}

/** Starts listening to the engine. Once, when the workbench starts. */
export function watchChanges(): () => void {
  return onNotice((notice) => {
    if (notice.kind === 'changed') markChanged(notice.tables)
  })
}

/** A counter that grows with each change of the table's items or definition. */
export function useChanges(tableName: string | undefined): number {
  return useCounters((state) => (tableName === undefined ? 0 : (state.counters.get(tableName) ?? 0)))
}

export function onTableChanges(listener: (tables: string[]) => void): () => void {
  return useCounters.subscribe((state, before) => {
    const names = [...state.counters.keys()]
    listener(names.filter((name) => state.counters.get(name) !== before.counters.get(name)))
  })
}
