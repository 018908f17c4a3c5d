// A project in IndexedDB. Each call of the contract is one transaction, so that a kill, a full disk or a
// lost connection leaves all of it or nothing. Only the transaction's `complete` means stored: a put
// succeeds before its transaction aborts for want of space. Chromium syncs to disk only when asked for
// durability "strict". https://w3c.github.io/IndexedDB/#transaction-durability-hint

import {
  finished,
  nameStorageFailure,
  type OpenOptions,
  openProjectDatabase,
  type ProjectDatabase,
  quietly,
} from './projectDatabase.ts'
import { type ClosedReason, closedError, conflict, missingPages } from './storageError.ts'
import type { Checkpoint, LogGroup, Store, StoredState } from './store.ts'
import { checkLogOrder, parseCatalog, parseGroup, printCatalog, printGroup } from './storedForm.ts'

export type Durability = 'strict' | 'relaxed'

export interface IndexedDbStoreOptions extends OpenOptions {
  /** "relaxed" answers once the operating system has the write; a power cut may then lose the last ones. */
  durability?: Durability
}

export function createIndexedDbStore(databaseName: string, options: IndexedDbStoreOptions = {}): Store {
  return new IndexedDbStore(databaseName, options)
}

class IndexedDbStore implements Store {
  readonly #name: string
  readonly #options: IndexedDbStoreOptions
  readonly #durability: { durability: Durability }
  #database: ProjectDatabase | undefined
  #closedReason: ClosedReason = 'closed'
  #catalogSequence = 0
  /** That of a checkpoint of ours under way: an append queued behind it meets the one or the other. */
  #comingSequence: number | undefined
  #lastSequence = 0

  constructor(databaseName: string, options: IndexedDbStoreOptions) {
    this.#name = databaseName
    this.#options = options
    this.#durability = { durability: options.durability ?? 'strict' }
  }

  async open(): Promise<StoredState> {
    this.#database ??= await openProjectDatabase(this.#name, {
      ...this.#options,
      onClosed: (reason) => this.#onClosed(reason),
    })
    const state = await this.#attempt(readState)
    this.#catalogSequence = state.catalog?.sequence ?? 0
    this.#lastSequence = this.#catalogSequence + state.log.length
    return state
  }

  async append(group: LogGroup): Promise<number> {
    const text = printGroup(group)
    const expected = [this.#catalogSequence, this.#comingSequence]
    await this.#attempt(async (database) => {
      if (group.sequence !== this.#lastSequence + 1) throw conflict(group.sequence)
      const transaction = quietly(database.transaction(['meta', 'log'], 'readwrite', this.#durability))
      const stored = await transaction.objectStore('meta').get('sequence')
      if (!expected.includes(Number(stored ?? 0))) throw conflict(group.sequence)
      await finished(transaction, [transaction.objectStore('log').add(text, group.sequence)])
    })
    this.#lastSequence = group.sequence
    return text.length
  }

  readPages(ids: readonly number[]): Promise<string[]> {
    return this.#attempt(async (database) => {
      const pages = quietly(database.transaction('pages')).store
      const texts = await Promise.all(ids.map((id) => pages.get(id)))
      const missing = ids.filter((_id, place) => texts[place] === undefined)
      if (missing.length > 0) throw missingPages(missing)
      return texts as string[]
    })
  }

  async checkpoint(checkpoint: Checkpoint): Promise<void> {
    const { sequence } = checkpoint.catalog
    this.#comingSequence = sequence
    try {
      await this.#writeCheckpoint(checkpoint)
      this.#catalogSequence = sequence
      this.#lastSequence = Math.max(this.#lastSequence, sequence)
    } finally {
      this.#comingSequence = undefined
    }
  }

  #writeCheckpoint({ catalog, writtenPages, removedPages }: Checkpoint): Promise<void> {
    const expectedSequence = this.#catalogSequence
    return this.#attempt(async (database) => {
      const transaction = quietly(
        database.transaction(['meta', 'pages', 'log'], 'readwrite', this.#durability),
      )
      const meta = transaction.objectStore('meta')
      if (((await meta.get('sequence')) ?? 0) !== expectedSequence) throw conflict(catalog.sequence)
      const pages = transaction.objectStore('pages')
      const requests: Promise<unknown>[] = []
      for (const [id, text] of writtenPages) requests.push(pages.put(text, id))
      for (const id of removedPages) requests.push(pages.delete(id))
      requests.push(transaction.objectStore('log').delete(IDBKeyRange.upperBound(catalog.sequence)))
      requests.push(meta.put(printCatalog(catalog), 'catalog'), meta.put(catalog.sequence, 'sequence'))
      await finished(transaction, requests)
    })
  }

  readDocument(name: string): Promise<string | undefined> {
    return this.#attempt((database) => database.get('documents', name))
  }

  writeDocument(name: string, text: string | undefined): Promise<void> {
    return this.#attempt(async (database) => {
      const transaction = quietly(database.transaction('documents', 'readwrite', this.#durability))
      const { store } = transaction
      await finished(transaction, [text === undefined ? store.delete(name) : store.put(text, name)])
    })
  }

  close(): void {
    this.#database?.close()
    this.#database = undefined
  }

  #onClosed(reason: ClosedReason): void {
    this.#database = undefined
    this.#closedReason = reason
    this.#options.onClosed?.(reason)
  }

  async #attempt<Result>(work: (database: ProjectDatabase) => Promise<Result>): Promise<Result> {
    const database = this.#database
    if (!database) throw closedError(this.#closedReason)
    try {
      return await work(database)
    } catch (cause) {
      throw nameStorageFailure(cause)
    }
  }
}

async function readState(database: ProjectDatabase): Promise<StoredState> {
  const transaction = quietly(database.transaction(['meta', 'log']))
  const logStore = transaction.objectStore('log')
  const [catalogText, sequences, texts] = await Promise.all([
    transaction.objectStore('meta').get('catalog'),
    logStore.getAllKeys(),
    logStore.getAll(),
  ])
  const catalog = catalogText === undefined ? undefined : parseCatalog(String(catalogText))
  const log = texts.map((text, place) => parseGroup(sequences[place]!, text))
  checkLogOrder(catalog, log)
  return { catalog, log, logLength: texts.reduce((sum, text) => sum + text.length, 0) }
}
