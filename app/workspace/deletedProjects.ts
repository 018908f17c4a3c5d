// Projects that were deleted but can still be brought back: hidden from every list at once, removed for
// good a week later or when the person says so.

import { readStored, writeStored } from './stored.ts'

const NAME = 'deletedProjects'
export const KEPT_DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000

type DeletedAt = Record<string, number>

function read(): DeletedAt {
  return readStored<DeletedAt>(NAME, {})
}

export function isDeleted(id: string): boolean {
  return Object.hasOwn(read(), id)
}

export function markDeleted(id: string, nowMs: number = Date.now()): void {
  writeStored(NAME, { ...read(), [id]: nowMs })
}

export function unmarkDeleted(id: string): void {
  const { [id]: _, ...rest } = read()
  writeStored(NAME, rest)
}

/** Those whose time is over. */
export function findExpired(nowMs: number = Date.now()): string[] {
  return Object.entries(read())
    .filter(([, deletedAtMs]) => nowMs - deletedAtMs > KEPT_DAYS * DAY_MS)
    .map(([id]) => id)
}
