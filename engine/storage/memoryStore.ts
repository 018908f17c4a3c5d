// A store that lives as long as its object: for the endpoint in Node, for tests and for projects that need
// not last. It keeps the same text as IndexedDB does, so that what it gives back is never what was put in.

import { StorageError } from './storageError.ts'
import type { Checkpoint, LogGroup, Store, StoredState } from './store.ts'
import { checkLogOrder, parseCatalog, parseGroup, printCatalog, printGroup } from './storedForm.ts'

export function createMemoryStore(): Store {
  return new MemoryStore()
}

class MemoryStore implements Store {
  #catalog: string | undefined
  #lastSequence = 0
  readonly #log = new Map<number, string>()
  readonly #pages = new Map<number, string>()
  readonly #documents = new Map<string, string>()
  #isOpen = false

  async open(): Promise<StoredState> {
    this.#isOpen = true
    const catalog = this.#catalog === undefined ? undefined : parseCatalog(this.#catalog)
    const log = [...this.#log].map(([sequence, text]) => parseGroup(sequence, text))
    checkLogOrder(catalog, log)
    return { catalog, log }
  }

  async append(group: LogGroup): Promise<void> {
    this.#checkOpen()
    if (group.sequence !== this.#lastSequence + 1) throw conflict(group.sequence)
    this.#log.set(group.sequence, printGroup(group))
    this.#lastSequence = group.sequence
  }

  async readPages(ids: readonly number[]): Promise<string[]> {
    this.#checkOpen()
    const missing = ids.filter((id) => !this.#pages.has(id))
    if (missing.length > 0) throw missingPages(missing)
    return ids.map((id) => this.#pages.get(id)!)
  }

  async checkpoint({ catalog, writtenPages, removedPages }: Checkpoint): Promise<void> {
    this.#checkOpen()
    for (const [id, text] of writtenPages) this.#pages.set(id, text)
    for (const id of removedPages) this.#pages.delete(id)
    this.#catalog = printCatalog(catalog)
    for (const sequence of this.#log.keys()) if (sequence <= catalog.sequence) this.#log.delete(sequence)
    this.#lastSequence = Math.max(this.#lastSequence, catalog.sequence)
  }

  async readDocument(name: string): Promise<string | undefined> {
    this.#checkOpen()
    return this.#documents.get(name)
  }

  async writeDocument(name: string, text: string | undefined): Promise<void> {
    this.#checkOpen()
    if (text === undefined) this.#documents.delete(name)
    else this.#documents.set(name, text)
  }

  close(): void {
    this.#isOpen = false
  }

  #checkOpen(): void {
    if (!this.#isOpen) throw new StorageError('StorageClosed', 'This project is closed.')
  }
}

export function conflict(sequence: number): StorageError {
  const message = 'Something else wrote to this project since it was opened here. Open it again.'
  return new StorageError('StorageConflict', message, { sequence })
}

export function missingPages(ids: readonly number[]): StorageError {
  const message = `Pages of this project are missing: ${ids.join(', ')}.`
  return new StorageError('StorageDamaged', message, { pages: ids })
}
