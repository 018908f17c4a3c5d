// In how many tabs of this browser the open project is open: each tab holds or waits for the project's
// Web Lock. Asked from time to time, since nothing tells.

import { create } from 'zustand'
import { useProject } from './project.ts'

export const useOpenTabs = create<{ count: number }>()(() => ({ count: 1 }))

const REST_MS = 4_000

async function countTabs(): Promise<number> {
  const { id } = useProject.getState()
  return id === undefined ? 1 : Math.max(1, await countOpenTabs(id))
}

/** In how many tabs a project is open; 0 where the browser does not tell. */
export async function countOpenTabs(id: string): Promise<number> {
  if (!navigator.locks) return 0
  const { held = [], pending = [] } = await navigator.locks.query()
  return [...held, ...pending].filter(({ name }) => name === `${LOCK}${id}`).length
}

/** The name that the engine gives the lock of a project, before the project's id. */
const LOCK = 'sortkey-project-'

/** Keeps the count up to date. Once, when the workbench starts. */
export function watchOpenTabs(): () => void {
  const refresh = async () => {
    const count = await countTabs().catch(() => 1)
    if (count !== useOpenTabs.getState().count) useOpenTabs.setState({ count })
  }
  const timer = setInterval(() => void refresh(), REST_MS)
  const stop = useProject.subscribe((state, before) => state.status !== before.status && void refresh())
  return () => {
    clearInterval(timer)
    stop()
  }
}
