// Notices as they come, and a way to wait for one that has come or will.

import type { Notice } from '../beside.ts'

export interface NoticeLog {
  add(notice: Notice): void
  /** Resolves with the first notice, past or to come, of this kind whose named members are equal. */
  find(wanted: Partial<Notice>): Promise<Notice>
  all(): Notice[]
  clear(): void
}

export function createNoticeLog(): NoticeLog {
  const notices: Notice[] = []
  const waiting = new Set<() => void>()
  return {
    add(notice) {
      notices.push(notice)
      for (const look of waiting) look()
    },
    find: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = notices.find((notice) => isLike(notice, wanted))
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    all: () => [...notices],
    clear: () => {
      notices.length = 0
    },
  }
}

function isLike(notice: Notice, wanted: Partial<Notice>): boolean {
  const members = Object.entries(wanted)
  const known = notice as unknown as Record<string, unknown>
  return members.every(([name, value]) => JSON.stringify(known[name]) === JSON.stringify(value))
}
