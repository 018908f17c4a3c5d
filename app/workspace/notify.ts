// Short messages at the corner of the window, for what has no place of its own on the screen. An error
// stays until it is dismissed; all else leaves by itself. The same message again takes the place of the first.

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
const WITH_MORE_MS = 12_000

let nextId = 1

/** Shows a message and answers its id, for dismissNotice. */
export function notify(notice: Omit<ShownNotice, 'id'>): number {
  const id = nextId++
  const others = useNotices.getState().notices.filter((shown) => !isSame(shown, notice))
  useNotices.setState({ notices: [...others, { ...notice, id }].slice(-MOST_SHOWN) })
  const timeMs = shownMs(notice)
  if (timeMs !== undefined) setTimeout(() => dismissNotice(id), timeMs)
  return id
}

/** Two that offer an action are never the same: each acts on its own thing. */
function isSame(one: Omit<ShownNotice, 'id'>, other: Omit<ShownNotice, 'id'>): boolean {
  if (one.action || other.action) return false
  return one.tone === other.tone && one.title === other.title && one.detail === other.detail
}

function shownMs({ tone, action }: Omit<ShownNotice, 'id'>): number | undefined {
  if (tone === 'danger') return undefined
  return action || tone === 'warning' ? WITH_MORE_MS : SHORT_MS
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
