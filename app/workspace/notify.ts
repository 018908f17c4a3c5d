// Short messages at the corner of the window, for what has no place of its own on the screen. An error
// stays until it is dismissed; what went well leaves by itself.

import { create } from 'zustand'

export interface NoticeAction {
  label: string
  run(): void
}

export interface ShownNotice {
  id: number
  tone: 'ok' | 'info' | 'warning' | 'danger'
  title: string
  detail?: string | undefined
  action?: NoticeAction | undefined
}

export const useNotices = create<{ notices: ShownNotice[] }>()(() => ({ notices: [] }))

const MOST_SHOWN = 4
const SHORT_MS = 5_000
const WITH_ACTION_MS = 12_000

let nextId = 1

/** Shows a message and answers its id, for dismissNotice. */
export function notify(notice: Omit<ShownNotice, 'id'>): number {
  const id = nextId++
  const { notices } = useNotices.getState()
  useNotices.setState({ notices: [...notices, { ...notice, id }].slice(-MOST_SHOWN) })
  if (notice.tone === 'ok' || notice.tone === 'info') {
    setTimeout(() => dismissNotice(id), notice.action ? WITH_ACTION_MS : SHORT_MS)
  }
  return id
}

export function dismissNotice(id: number): void {
  const { notices } = useNotices.getState()
  useNotices.setState({ notices: notices.filter((notice) => notice.id !== id) })
}

/** An error that has no place of its own: its name and message stand under what failed. */
export function notifyError(title: string, error: unknown): void {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  notify({ tone: 'danger', title, detail })
}
