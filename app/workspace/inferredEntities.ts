// Entities that nobody drew follow the items: a while after a table changed, in idle time, they are found
// again from its first items. Entities that a person drew or touched stay as they are.

import type { Item } from '../../engine/value/attributeValue.ts'
import { type Entity, findTable, type TableDesign } from '../model/design.ts'
import { setInferredEntities } from '../model/edits.ts'
import { inferEntities } from '../model/inferEntities.ts'
import { beside } from './engine.ts'
import { changeDesign, useProject } from './project.ts'
import { onTablesTouched } from './touchedTables.ts'

export const MOST_READ = 1_000
const CHUNK = 250
const REST_MS = 800

const waiting = new Set<string>()
let timer: ReturnType<typeof setTimeout> | undefined

function inferSoon(names: readonly string[]): void {
  if (names.length === 0) return
  for (const name of names) waiting.add(name)
  clearTimeout(timer)
  timer = setTimeout(() => whenIdle(() => void inferWaiting()), REST_MS)
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 2_000 })
  else act()
}

async function inferWaiting(): Promise<void> {
  const { id: projectId, status } = useProject.getState()
  if (projectId === undefined || status !== 'ready') return
  // Several tabs would save the same; the one that is looked at does.
  const names = document.visibilityState === 'visible' ? [...waiting] : []
  waiting.clear()
  for (const name of names) await inferAgain(projectId, name).catch(() => {}) // The next change tries again.
}

async function inferAgain(projectId: string, name: string): Promise<void> {
  const table = findUndrawn(name)
  if (!table) return
  const { items, isAll } = await readFirst(name)
  // A sample must not take away what was found in more items.
  if (!isAll && table.entities.length > 0) return
  if (useProject.getState().id !== projectId || findUndrawn(name) !== table) return
  const entities = keepColors(table.entities, inferEntities(table, items))
  if (JSON.stringify(entities) === JSON.stringify(table.entities)) return
  await changeDesign((design) => setInferredEntities(design, name, entities), projectId)
}

/** The design of the table, unless a person drew one of its entities. */
function findUndrawn(name: string): TableDesign | undefined {
  const table = findTable(useProject.getState().design, name)
  return table?.entities.every(({ inferred }) => inferred) ? table : undefined
}

async function readFirst(TableName: string): Promise<{ items: Item[]; isAll: boolean }> {
  const items: Item[] = []
  while (items.length < MOST_READ) {
    const input = { TableName, position: items.length, count: CHUNK }
    const { entries, itemCount } = await beside().readCollections(input)
    for (const { item } of entries) items.push(item)
    if (entries.length === 0 || items.length >= itemCount) return { items, isAll: true }
  }
  return { items, isAll: false }
}

/** An entity that was known keeps its colour; a new one gets the first that is free. */
export function keepColors(known: readonly Entity[], found: readonly Entity[]): Entity[] {
  const colors = new Map(known.map(({ name, color }) => [name, color]))
  const taken = new Set(found.flatMap(({ name }) => colors.get(name) ?? []))
  return found.map((entity) => {
    const color = colors.get(entity.name) ?? firstFree(taken)
    taken.add(color)
    return { ...entity, color }
  })
}

function firstFree(taken: ReadonlySet<number>): number {
  let color = 0
  while (taken.has(color)) color++
  return color
}

/** Keeps them up to date. Once, when the workbench starts. */
export function watchInferredEntities(): () => void {
  return onTablesTouched(inferSoon)
}
