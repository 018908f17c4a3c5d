// Many writers, one commit at a time. Changes handed in while a commit is under way gather into the next
// group, so that a flood of small writes costs as many commits as the disk can make, not one each.
// Invariant: groups are stored in the order in which their changes were handed in. After a failed commit
// nothing more is stored and everybody waiting hears of it: memory is then ahead of the log, and whoever
// owns both has to open the store again.

import type { LoggedChange, Store } from './store.ts'

export interface GroupCommit {
  /** Resolves when the changes are stored. The changes of one call are never divided between groups. */
  commit(changes: readonly LoggedChange[]): Promise<void>
  /** Resolves when all that was handed in until now is stored. */
  flush(): Promise<void>
  /** The last group that was stored. */
  readonly storedSequence: number
  /** How much the log grew by these commits, in characters. */
  readonly storedLength: number
  /** What ended this group commit; undefined while it works. */
  readonly failure: unknown
}

interface GatheringGroup {
  changes: LoggedChange[]
  stored: Promise<void>
  resolve(): void
  reject(failure: unknown): void
}

/** `storedSequence` is that of the last group found on opening: the log's last, or else the catalog's, or 0. */
export function createGroupCommit(store: Pick<Store, 'append'>, storedSequence: number): GroupCommit {
  return new StoreGroupCommit(store, storedSequence)
}

class StoreGroupCommit implements GroupCommit {
  readonly #store: Pick<Store, 'append'>
  #storedSequence: number
  #storedLength = 0
  #failure: unknown
  #gathering: GatheringGroup | undefined
  #committing: GatheringGroup | undefined

  constructor(store: Pick<Store, 'append'>, storedSequence: number) {
    this.#store = store
    this.#storedSequence = storedSequence
  }

  get storedSequence(): number {
    return this.#storedSequence
  }

  get storedLength(): number {
    return this.#storedLength
  }

  get failure(): unknown {
    return this.#failure
  }

  commit(changes: readonly LoggedChange[]): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    if (changes.length === 0) return this.flush()
    this.#gathering ??= createGatheringGroup()
    const { stored, changes: gathered } = this.#gathering
    for (const change of changes) gathered.push(change)
    if (!this.#committing) this.#commitNext()
    return stored
  }

  flush(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    return (this.#gathering ?? this.#committing)?.stored ?? Promise.resolve()
  }

  #commitNext(): void {
    const group = this.#gathering
    this.#gathering = undefined
    this.#committing = group
    if (!group) return
    const sequence = this.#storedSequence + 1
    this.#store.append({ sequence, changes: group.changes }).then(
      (length) => this.#finish(group, sequence, length),
      (failure: unknown) => this.#fail(failure),
    )
  }

  #finish(group: GatheringGroup, sequence: number, length: number): void {
    this.#storedSequence = sequence
    this.#storedLength += length
    group.resolve()
    this.#commitNext()
  }

  #fail(failure: unknown): void {
    this.#failure = failure ?? new Error('The store rejected a commit without saying why.')
    for (const group of [this.#committing, this.#gathering]) group?.reject(this.#failure)
    this.#committing = undefined
    this.#gathering = undefined
  }
}

function createGatheringGroup(): GatheringGroup {
  let resolve = (): void => {}
  let reject = (_failure: unknown): void => {}
  const stored = new Promise<void>((onStored, onFailed) => {
    resolve = onStored
    reject = onFailed
  })
  stored.catch(() => {}) // A writer that does not wait must not end the worker; those that wait still hear.
  return { changes: [], stored, resolve, reject }
}
