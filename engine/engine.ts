// Tables + operations = an engine. One operation at a time plans and applies, without an await in between,
// so conditions need no locks; the change is then logged and answered once its group is stored. A plan that
// meets a page which is not in memory is thrown away, the page fetched, and the operation run again.

import {
  type Change,
  type OperationContext,
  type Outcome,
  planOperation,
  settleTable,
} from './operations/operations.ts'
import { loadCatalog, planCheckpoint } from './storage/checkpoint.ts'
import { createGroupCommit, type GroupCommit } from './storage/groupCommit.ts'
import { StorageError } from './storage/storageError.ts'
import type { LoggedChange, Store } from './storage/store.ts'
import { Catalog } from './table/catalog.ts'
import {
  type ReadCollectionsInput,
  type ReadCollectionsOutput,
  readCollections,
} from './table/itemCollections.ts'
import { fillPage, type Page, PageFault } from './table/page.ts'
import { type DefinitionPlan, storedPages, Table } from './table/table.ts'
import { DynamoDBError } from './value/dynamoDBError.ts'

/** Above this many characters the log is folded into pages: large enough to be rare, small enough to replay at once. */
const DEFAULT_CHECKPOINT_LOG_LENGTH = 8 * 1024 * 1024
const REGION = 'us-east-1'
const ACCOUNT_ID = '000000000000'

export interface EngineOptions {
  store: Store
  /** The engine's clock, in ms since 1970; the system's by default. */
  nowMs?: () => number
  /** How long tables and indexes stay CREATING, UPDATING or DELETING. 0 by default: changes happen at once. */
  tableDelayMs?: number
  /** Which wording of validation errors is spoken; '2026' by default. */
  messages?: '2025' | '2026'
  /** How long the log may grow before it is folded into pages, in characters. */
  checkpointLogLength?: number
}

export interface Engine {
  /** Any operation of the API. Rejects with DynamoDBError for what DynamoDB would refuse. */
  call(operation: string, input: unknown): Promise<unknown>
  readCollections(input: ReadCollectionsInput): Promise<ReadCollectionsOutput>
  readDocument(name: string): Promise<string | undefined>
  writeDocument(name: string, text: string | undefined): Promise<void>
  /** Tells the names of tables whose items or definition changed, after the change is stored. */
  onChange(listener: (tableNames: string[]) => void): () => void
  /** Resolves when everything that was called until now is stored. */
  flush(): Promise<void>
  close(): Promise<void>
}

export async function openEngine(options: EngineOptions): Promise<Engine> {
  const engine = new StoredEngine(options)
  await engine.load()
  engine.checkpointIfDue()
  return engine
}

class StoredEngine implements Engine {
  readonly #options: EngineOptions
  readonly #store: Store
  readonly #listeners = new Set<(tableNames: string[]) => void>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #catalog = new Catalog()
  #log!: GroupCommit
  /** What the log held when it was opened, and what of the present log is in pages already; in characters. */
  #openedLength = 0
  #foldedLength = 0
  /** The length of the log at which the next checkpoint is due. */
  #checkpointLength = 0
  #nextPageId = 1
  /** Pages of dropped tables that the next checkpoint removes. */
  #droppedPages: number[] = []
  #ready: Promise<void> = Promise.resolve()
  #recovering = false
  /** Set while a checkpoint waits for the log to fall silent: writes wait too, reads go on. */
  #writesHeld: Promise<void> | undefined
  #checkpointing: Promise<void> | undefined

  constructor(options: EngineOptions) {
    this.#options = options
    this.#store = options.store
  }

  /** Brings memory to the stored state: catalog, then what is left of the log. */
  async load(): Promise<void> {
    const { catalog, log, logLength } = await this.#store.open()
    this.#catalog = loadCatalog(catalog)
    this.#nextPageId = catalog?.nextPageId ?? 1
    this.#droppedPages = []
    for (const group of log) for (const change of group.changes) await this.#replay(change)
    this.#log = createGroupCommit(this.#store, log.at(-1)?.sequence ?? catalog?.sequence ?? 0)
    this.#openedLength = logLength
    this.#foldedLength = 0
    this.#checkpointLength = this.#options.checkpointLogLength ?? DEFAULT_CHECKPOINT_LOG_LENGTH
    for (const table of this.#catalog.tables()) this.#scheduleSettling(table)
  }

  call(operation: string, input: unknown): Promise<unknown> {
    return this.#perform((context) => planOperation(context, operation, input))
  }

  readCollections(input: ReadCollectionsInput): Promise<ReadCollectionsOutput> {
    return this.#run(() => {
      const table = this.#catalog.findTable(input.TableName)
      if (!table) throw new DynamoDBError('ResourceNotFoundException', 'Requested resource not found')
      return readCollections(table, input)
    })
  }

  readDocument(name: string): Promise<string | undefined> {
    return this.#store.readDocument(name)
  }

  writeDocument(name: string, text: string | undefined): Promise<void> {
    return this.#store.writeDocument(name, text)
  }

  onChange(listener: (tableNames: string[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async flush(): Promise<void> {
    await this.#whenReady()
    await this.#log.flush()
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    try {
      await this.flush()
      await this.#checkpoint()
    } finally {
      this.#store.close()
    }
  }

  /** Plan, apply and log; resolves with the output once the changes are stored. */
  async #perform<Output>(plan: (context: OperationContext) => Outcome<Output>): Promise<Output> {
    for (;;) {
      const planned = await this.#run(() => this.#planAndApply(plan))
      if (planned === 'held') {
        await this.#writesHeld
        continue
      }
      if (planned.saved) await planned.saved
      return planned.output
    }
  }

  /** The synchronous heart: nothing else runs between the plan and its application. */
  #planAndApply<Output>(
    plan: (context: OperationContext) => Outcome<Output>,
  ): { output: Output; saved?: Promise<void> } | 'held' {
    const { output, changes } = plan(this.#context())
    if (changes.length === 0) return { output }
    if (this.#writesHeld) return 'held'
    this.#apply(changes)
    return { output, saved: this.#commit(changes) }
  }

  #context(): OperationContext {
    return {
      catalog: this.#catalog,
      nowMs: this.#options.nowMs?.() ?? Date.now(),
      region: REGION,
      accountId: ACCOUNT_ID,
      immediate: !this.#options.tableDelayMs,
      messages: this.#options.messages ?? '2026',
      newId: () => crypto.randomUUID(),
    }
  }

  #apply(changes: readonly Change[]): void {
    const definitions = changes.map((change) => this.#planDefinition(change))
    try {
      for (const [place, change] of changes.entries()) {
        if (change.kind === 'item') change.change.table.applyWrite(change.change)
        else this.#applyDefinition(change.name, definitions[place])
      }
    } catch (error) {
      // A fault here would run the operation again on top of its own first half.
      if (error instanceof PageFault) throw new Error('A planned write met a page that is not in memory.')
      throw error
    }
  }

  /** Building a new index reads the whole table, so it happens before anything is applied. Throws PageFault. */
  #planDefinition(change: Change): DefinitionPlan | Table | undefined {
    if (change.kind === 'item' || !change.definition) return undefined
    const table = this.#catalog.findTable(change.name)
    return table ? table.planDefinition(change.definition) : new Table(change.definition)
  }

  #applyDefinition(name: string, planned: DefinitionPlan | Table | undefined): void {
    const table = this.#catalog.findTable(name)
    if (planned instanceof Table) this.#catalog.add(planned)
    else if (planned) table?.applyDefinition(planned)
    else if (table) this.#drop(table)
    const changed = this.#catalog.findTable(name)
    if (changed) this.#scheduleSettling(changed)
  }

  #drop(table: Table): void {
    this.#catalog.remove(table.name)
    this.#droppedPages.push(...table.removedPages, ...storedPages(table.items))
    for (const index of table.indexes.values()) this.#droppedPages.push(...storedPages(index.entries))
  }

  async #commit(changes: readonly Change[]): Promise<void> {
    const log = this.#log
    try {
      await log.commit(changes.map(loggedChange))
    } catch (failure) {
      this.#recover(log)
      throw failure
    }
    this.#notify(changes)
    this.checkpointIfDue()
  }

  /** A failed commit leaves memory ahead of the log; what is stored is the truth, so memory starts over from it. */
  #recover(failed: GroupCommit): void {
    if (this.#log !== failed || this.#recovering) return
    this.#recovering = true
    this.#ready = this.#startOver().finally(() => {
      this.#recovering = false
    })
    this.#ready.catch(() => {})
  }

  async #startOver(): Promise<void> {
    await this.#checkpointing?.catch(() => {})
    await this.load()
    this.#tell(this.#catalog.tableNames())
  }

  #notify(changes: readonly Change[]): void {
    const names = changes.map((change) => (change.kind === 'item' ? change.change.table.name : change.name))
    this.#tell([...new Set(names)])
  }

  #tell(tableNames: string[]): void {
    for (const listener of this.#listeners) listener(tableNames)
  }

  get #logLength(): number {
    return this.#openedLength + this.#log.storedLength - this.#foldedLength
  }

  checkpointIfDue(): void {
    if (this.#logLength < this.#checkpointLength || this.#recovering) return
    this.#checkpoint().catch(() => {
      // Nothing is lost, the log only stays longer: it is tried again when it has grown by a quarter.
      this.#checkpointLength = this.#logLength * 1.25
    })
  }

  /** Folds the log into pages. Joins a checkpoint that is under way. */
  #checkpoint(): Promise<void> {
    this.#checkpointing ??= this.#writeCheckpoint().finally(() => {
      this.#checkpointing = undefined
    })
    return this.#checkpointing
  }

  async #writeCheckpoint(): Promise<void> {
    const log = this.#log
    const release = this.#holdWrites()
    const { planned, length } = await log
      .flush()
      .then(() => ({
        planned: planCheckpoint(this.#catalog, log.storedSequence, this.#nextPageId, this.#droppedPages),
        length: log.storedLength,
      }))
      .finally(release)
    this.#nextPageId = planned.checkpoint.catalog.nextPageId
    try {
      await this.#store.checkpoint(planned.checkpoint)
    } catch (failure) {
      planned.failed()
      throw failure
    }
    this.#openedLength = 0
    this.#foldedLength = length
    this.#checkpointLength = this.#options.checkpointLogLength ?? DEFAULT_CHECKPOINT_LOG_LENGTH
  }

  #holdWrites(): () => void {
    let release = () => {}
    this.#writesHeld = new Promise((resolve) => {
      release = () => {
        this.#writesHeld = undefined
        resolve()
      }
    })
    return release
  }

  /**
   * Runs again after each page that was missing, on the state of memory as it is then. A page that could not
   * be fetched fails the run only if it is missed again: its table may have been dropped meanwhile.
   */
  async #run<Result>(run: () => Result): Promise<Result> {
    let failed: { page: Page | undefined; failure: unknown } | undefined
    for (;;) {
      await this.#whenReady()
      try {
        return run()
      } catch (fault) {
        if (!(fault instanceof PageFault)) throw fault
        const [page] = fault.pages
        if (failed && failed.page === page) throw failed.failure
        failed = await this.#fetch(fault.pages).then(
          () => undefined,
          (failure: unknown) => ({ page, failure }),
        )
      }
    }
  }

  /** Memory may start over again while one waits for it. */
  async #whenReady(): Promise<void> {
    let ready: Promise<void>
    do {
      ready = this.#ready
      await ready
    } while (ready !== this.#ready)
  }

  /** Pages that were asked for ahead of need may be damaged without harm to the first. */
  async #fetch(pages: readonly Page[]): Promise<void> {
    try {
      await this.#fill(pages)
    } catch (failure) {
      if (pages.length === 1) throw failure
      await this.#fill(pages.slice(0, 1))
    }
  }

  async #fill(pages: readonly Page[]): Promise<void> {
    const texts = await this.#store.readPages(pages.map((page) => page.id))
    for (const [place, page] of pages.entries()) {
      if (page.entries) continue
      try {
        fillPage(page, texts[place]!)
      } catch {
        throw new StorageError('StorageDamaged', 'A page of this project cannot be read.', {
          pages: [page.id],
        })
      }
    }
  }

  /** Like #run, while nothing else runs. */
  async #replay(change: LoggedChange): Promise<void> {
    for (;;) {
      try {
        const replayed = this.#replayedChange(change)
        if (replayed) this.#apply([replayed])
        return
      } catch (fault) {
        if (!(fault instanceof PageFault)) throw fault
        await this.#fetch(fault.pages)
      }
    }
  }

  #replayedChange(change: LoggedChange): Change | undefined {
    if ('define' in change) {
      const [name, definition] = change.define
      return { kind: 'table', name, definition: definition ?? undefined }
    }
    const [name, item] = 'put' in change ? change.put : change.delete
    const table = this.#catalog.findTable(name)
    if (!table) throw new RangeError(`The log writes to the table ${name}, which does not exist then.`)
    const before = table.getItem(item)
    const after = 'put' in change ? item : undefined
    return before || after ? { kind: 'item', change: table.planWrite(before, after) } : undefined
  }

  /** A table that is CREATING, UPDATING or DELETING, or has such an index, settles after the delay, also after a restart. */
  #scheduleSettling(table: Table): void {
    if (settleTable(table.definition) === table.definition) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      this.#settle(table).catch(() => {})
    }, this.#options.tableDelayMs ?? 0)
    this.#timers.add(timer)
  }

  async #settle(table: Table): Promise<void> {
    await this.#perform(() => {
      const current = this.#catalog.findTable(table.name)
      if (current !== table) return { output: undefined, changes: [] }
      const definition = settleTable(table.definition)
      if (definition === table.definition) return { output: undefined, changes: [] }
      return { output: undefined, changes: [{ kind: 'table', name: table.name, definition }] }
    })
  }
}

function loggedChange(change: Change): LoggedChange {
  if (change.kind === 'table') return { define: [change.name, change.definition ?? null] }
  const { table, before, after } = change.change
  return after ? { put: [table.name, after] } : { delete: [table.name, table.keyOf(before!)] }
}
