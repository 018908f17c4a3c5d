import type { Notice } from './beside.ts'

/** What answers the calls of a project: an engine over its store. */
export interface Host {
  answer(name: string, args: readonly unknown[]): Promise<unknown>
  close(): Promise<void>
}

export interface HostEvents {
  /** Whether another tab owned the project before, and may have stored what nobody was told of. */
  takesOver: boolean
  onNotice(notice: Notice): void
  /** The host can work no longer, for instance because its project was deleted. */
  onEnded(error: Error): void
}
