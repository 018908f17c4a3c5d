// Any number of tabs on one project, one engine. The worker that holds the project's Web Lock owns the
// project and runs its engine; the workers of the other tabs forward their calls to it (otherTab.ts) and hear
// its notices (owningTab.ts serves them). When the owner goes, the lock passes to the next tab, which opens
// the store, replays the log and takes over. No answered write is lost, because answered means stored.
// https://w3c.github.io/web-locks/

import type { Notice } from './beside.ts'
import { engineError } from './engineError.ts'
import type { Host, HostEvents } from './host.ts'
import { aborted } from './life.ts'
import { OtherTab } from './otherTab.ts'
import { OwningTab } from './owningTab.ts'

export interface TabOptions {
  /** The Web Lock of the project; channels between its tabs take their names from it. */
  lockName: string
  openHost(events: HostEvents): Promise<Host>
  onNotice(notice: Notice): void
}

export interface ProjectTab {
  /** Resolves when calls are answered, by this tab or by another; rejects when the project does not open. */
  readonly ready: Promise<void>
  /** What ended this tab's part in the project; undefined while it works. */
  readonly failure: Error | undefined
  answer(name: string, args: readonly unknown[]): Promise<unknown>
  /** Resolves when what was under way is answered, stored and, for an owner, the lock let go. */
  close(): Promise<void>
}

export function joinProject(options: TabOptions): ProjectTab {
  return new JoinedTab(options)
}

class JoinedTab implements ProjectTab {
  readonly ready: Promise<void>
  readonly #options: TabOptions
  readonly #leaving = new AbortController()
  readonly #left: Promise<void>
  readonly #otherTab: OtherTab
  #owningTab: OwningTab | undefined
  #failure: Error | undefined
  #becomeReady = (): void => {}
  #refuse = (_failure: Error): void => {}

  constructor(options: TabOptions) {
    this.#options = options
    this.ready = new Promise((resolve, reject) => {
      this.#becomeReady = resolve
      this.#refuse = reject
    })
    this.ready.catch(() => {}) // Whoever waits for it hears of it; nobody has to.
    this.#otherTab = new OtherTab(options.lockName, {
      onNotice: options.onNotice,
      onWelcome: () => this.#becomeReady(),
      onRefusal: (error) => this.#end(error),
    })
    const { signal } = this.#leaving
    this.#left = navigator.locks
      .request(options.lockName, { signal }, () => this.#own())
      .catch((cause: Error) => {
        if (!signal.aborted) this.#end(cause)
      })
  }

  get failure(): Error | undefined {
    return this.#failure
  }

  answer(name: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure)
    return (this.#owningTab ?? this.#otherTab).answer(name, args)
  }

  async close(): Promise<void> {
    this.#end(engineError('EngineClosed', 'This tab closed the project.'))
    await this.#left
  }

  /** Runs while this tab holds the lock; returning lets it go. */
  async #own(): Promise<void> {
    if (this.#leaving.signal.aborted) return
    const owningTab = await this.#openOwningTab().catch((cause: Error) => this.#end(cause))
    if (!owningTab) return
    if (!this.#leaving.signal.aborted) this.#takeOver(owningTab)
    await aborted(this.#leaving.signal)
    await owningTab.leave()
  }

  #openOwningTab(): Promise<OwningTab> {
    return OwningTab.open(this.#options.lockName, (send) =>
      this.#options.openHost({
        takesOver: this.#otherTab.wasWelcome,
        onNotice: (notice) => {
          this.#options.onNotice(notice)
          send(notice)
        },
        onEnded: (error) => this.#end(error),
      }),
    )
  }

  #takeOver(owningTab: OwningTab): void {
    this.#owningTab = owningTab
    for (const { name, args, resolve, reject } of this.#otherTab.handOver()) {
      owningTab.answer(name, args).then(resolve, reject)
    }
    this.#becomeReady()
  }

  #end(failure: Error): void {
    if (this.#failure) return
    this.#failure = failure
    this.#refuse(failure)
    this.#otherTab.close(failure)
    this.#leaving.abort()
  }
}
