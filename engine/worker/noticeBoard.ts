// Notices on their way to the tabs. The first change goes out at once; what follows within a moment is
// gathered, so that a flood of writes becomes a few notices. That a save began is told only when it takes
// long; what ends a wait (ready, failed) is told at once.

import type { Notice, ProjectStatus } from './beside.ts'

const REST_MS = 50

type StatusNotice = Extract<Notice, { kind: 'status' }>

export interface NoticeBoard {
  post(notice: Notice): void
  /** Sends what is still gathered, and nothing after that. */
  close(): void
}

export function createNoticeBoard(send: (notice: Notice) => void): NoticeBoard {
  return new GatheringBoard(send)
}

class GatheringBoard implements NoticeBoard {
  #send: (notice: Notice) => void
  readonly #tables = new Set<string>()
  readonly #documents = new Set<string>()
  #projects = false
  #status: StatusNotice | undefined
  #resting: ReturnType<typeof setTimeout> | undefined

  constructor(send: (notice: Notice) => void) {
    this.#send = send
  }

  post(notice: Notice): void {
    this.#gather(notice)
    const waits = notice.kind === 'status' && isPassing(notice.status)
    const isUrgent = notice.kind === 'status' && !waits
    if (isUrgent || (this.#resting === undefined && !waits)) this.#flush()
    this.#resting ??= setTimeout(() => this.#wake(), REST_MS)
  }

  close(): void {
    this.#flush()
    clearTimeout(this.#resting)
    this.#send = () => {}
  }

  #wake(): void {
    this.#resting = undefined
    if (this.#flush()) this.#resting = setTimeout(() => this.#wake(), REST_MS)
  }

  #gather(notice: Notice): void {
    if (notice.kind === 'changed') for (const table of notice.tables) this.#tables.add(table)
    else if (notice.kind === 'documents') for (const name of notice.names) this.#documents.add(name)
    else if (notice.kind === 'status') this.#status = notice
    else this.#projects = true
  }

  /** False when there was nothing to send. */
  #flush(): boolean {
    const notices = this.#take()
    for (const notice of notices) this.#send(notice)
    return notices.length > 0
  }

  #take(): Notice[] {
    const notices: Notice[] = []
    if (this.#tables.size > 0) notices.push({ kind: 'changed', tables: [...this.#tables] })
    if (this.#documents.size > 0) notices.push({ kind: 'documents', names: [...this.#documents] })
    if (this.#projects) notices.push({ kind: 'projects' })
    if (this.#status) notices.push(this.#status)
    this.#tables.clear()
    this.#documents.clear()
    this.#projects = false
    this.#status = undefined
    return notices
  }
}

function isPassing(status: ProjectStatus): boolean {
  return status === 'saving' || status === 'saved'
}
