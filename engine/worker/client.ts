// The window's side of the boundary: a worker behind the door. It is started by the first call, and again by
// the first call after a crash, with the same project open. Starting over costs little and loses nothing that
// was answered, because every answered write is stored.

import type { Call } from '../api.ts'
import { bareItems } from './bareItems.ts'
import type { BesideCalls, EngineClient, Notice } from './beside.ts'
import { type EngineError, engineError } from './engineError.ts'
import { besideCallNames } from './protocol.ts'
import { WorkerConnection } from './workerConnection.ts'

export type { EngineClient }

export interface ConnectOptions {
  createWorker?: () => Worker
}

export function connectEngine(options: ConnectOptions = {}): EngineClient {
  return new WorkerEngineClient(options.createWorker ?? createEngineWorker)
}

function createEngineWorker(): Worker {
  return new Worker(new URL('./main.ts', import.meta.url), { type: 'module' })
}

class WorkerEngineClient implements EngineClient {
  readonly call = ((operation: string, input: unknown) => this.#ask(operation, [input])) as Call
  readonly beside: BesideCalls
  readonly #createWorker: () => Worker
  readonly #listeners = new Set<(notice: Notice) => void>()
  #connection: WorkerConnection | undefined
  #projectId: string | undefined
  #isClosed = false
  #askedToPersist = false

  constructor(createWorker: () => Worker) {
    this.#createWorker = createWorker
    const calls = besideCallNames().map((name) => [name, (...args: unknown[]) => this.#ask(name, args)])
    this.beside = Object.fromEntries(calls) as BesideCalls
  }

  onNotice(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#isClosed = true
    this.#connection?.close(closed())
    this.#connection = undefined
  }

  async #ask(name: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#isClosed) throw closed()
    this.#connection ??= this.#connect()
    const output = await this.#connection.ask(name, args)
    if (name === 'openProject') this.#projectId = args[0] as string
    if (name === 'deleteProject' && this.#projectId === args[0]) this.#projectId = undefined
    return bareItems(output)
  }

  #connect(): WorkerConnection {
    const connection = new WorkerConnection(this.#createWorker(), {
      onNotice: (notice) => this.#tell(notice),
      onCrash: (error) => this.#onCrash(error),
    })
    // Should this fail, every call that needs the project fails for the same reason.
    if (this.#projectId !== undefined) connection.ask('openProject', [this.#projectId]).catch(() => {})
    return connection
  }

  #onCrash(error: EngineError): void {
    this.#connection = undefined
    this.#tell({ kind: 'status', status: 'failed', error: { name: error.name, message: error.message } })
  }

  #tell(notice: Notice): void {
    if (notice.kind === 'status' && notice.status === 'saved') this.#askToPersist()
    for (const listener of this.#listeners) listener(notice)
  }

  /** Once something of value is stored, the browser is asked to keep it. Only windows may ask, and once is enough. */
  #askToPersist(): void {
    if (this.#askedToPersist) return
    this.#askedToPersist = true
    const { storage } = navigator as { storage?: { persist?(): Promise<boolean> } }
    storage?.persist?.().catch(() => {})
  }
}

function closed(): EngineError {
  return engineError('EngineClosed', 'The connection to the engine was closed.')
}
