// A store that lives as long as its memory: for the endpoint in Node, for tests and for projects that need
// not last. It keeps the same text as IndexedDB does, so that what it gives back is never what was put in.

import { closedError, conflict, missingPages } from './storageError.ts'
import type { Checkpoint, LogGroup, Store, StoredState } from './store.ts'
import { checkLogOrder, parseCatalog, parseGroup, printCatalog, printGroup } from './storedForm.ts'

/** What is stored of one project; stores over the same memory show the same data. */
export interface SharedMemory {
  catalog: string | undefined
  /** That of the catalog; 0 without one. */
  sequence: number
  log: Map<number, string>
  pages: Map<number, string>
  documents: Map<string, string>
}

export function createSharedMemory(): SharedMemory {
  return { catalog: undefined, sequence: 0, log: new Map(), pages: new Map(), documents: new Map() }
}

export function createMemoryStore(memory: SharedMemory = createSharedMemory()): Store {
  return new MemoryStore(memory)
}

class MemoryStore implements Store {
  readonly #memory: SharedMemory
  #catalogSequence = 0
  #lastSequence = 0
  #isOpen = false

  constructor(memory: SharedMemory) {
    this.#memory = memory
  }

  async open(): Promise<StoredState> {
    this.#isOpen = true
    const { catalog: text } = this.#memory
    const catalog = text === undefined ? undefined : parseCatalog(text)
    const texts = [...this.#memory.log]
    const log = texts.map(([sequence, text]) => parseGroup(sequence, text))
    checkLogOrder(catalog, log)
    this.#catalogSequence = catalog?.sequence ?? 0
    this.#lastSequence = this.#catalogSequence + log.length
    return { catalog, log, logLength: texts.reduce((sum, [, text]) => sum + text.length, 0) }
  }

  async append(group: LogGroup): Promise<number> {
    const { log } = this.#opened()
    const { sequence } = group
    if (sequence !== this.#lastSequence + 1 || log.has(sequence)) throw conflict(sequence)
    this.#checkCatalog(sequence)
    const text = printGroup(group)
    log.set(sequence, text)
    this.#lastSequence = sequence
    return text.length
  }

  async readPages(ids: readonly number[]): Promise<string[]> {
    const { pages } = this.#opened()
    const missing = ids.filter((id) => !pages.has(id))
    if (missing.length > 0) throw missingPages(missing)
    return ids.map((id) => pages.get(id)!)
  }

  async checkpoint({ catalog, writtenPages, removedPages }: Checkpoint): Promise<void> {
    const memory = this.#opened()
    this.#checkCatalog(catalog.sequence)
    for (const [id, text] of writtenPages) memory.pages.set(id, text)
    for (const id of removedPages) memory.pages.delete(id)
    memory.catalog = printCatalog(catalog)
    memory.sequence = catalog.sequence
    for (const sequence of memory.log.keys()) if (sequence <= catalog.sequence) memory.log.delete(sequence)
    this.#catalogSequence = catalog.sequence
    this.#lastSequence = Math.max(this.#lastSequence, catalog.sequence)
  }

  /** Another store over the same memory may have made a checkpoint since this one was opened. */
  #checkCatalog(sequence: number): void {
    if (this.#memory.sequence !== this.#catalogSequence) throw conflict(sequence)
  }

  async readDocument(name: string): Promise<string | undefined> {
    return this.#opened().documents.get(name)
  }

  async writeDocument(name: string, text: string | undefined): Promise<void> {
    const { documents } = this.#opened()
    if (text === undefined) documents.delete(name)
    else documents.set(name, text)
  }

  close(): void {
    this.#isOpen = false
  }

  #opened(): SharedMemory {
    if (!this.#isOpen) throw closedError('closed')
    return this.#memory
  }
}
