// What the engine says of itself: whether it is ready, and whether all that was written is stored.

import { create } from 'zustand'
import type { ProjectStatus, StorageState } from '../../engine/worker/beside.ts'
import { beside, onNotice } from './engine.ts'

export interface EngineStatusState {
  status: ProjectStatus
  error?: { name: string; message: string } | undefined
  storage?: StorageState | undefined
}

export const useEngineStatus = create<EngineStatusState>()(() => ({ status: 'opening' }))

const REST_MS = 2_000
let isWaiting = false

/** Asks for the storage in use, soon; not more often than every two seconds. */
export function refreshStorage(): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => void readStorage(), REST_MS)
}

async function readStorage(): Promise<void> {
  isWaiting = false
  const storage = await beside()
    .storageState()
    .catch(() => undefined)
  useEngineStatus.setState({ storage })
}

/** Follows the engine. Once, when the workbench starts. */
export function watchEngineStatus(): () => void {
  refreshStorage()
  return onNotice((notice) => {
    if (notice.kind !== 'status') return
    useEngineStatus.setState({ status: notice.status, error: notice.error })
    if (notice.status === 'saved' || notice.status === 'ready') refreshStorage()
  })
}
