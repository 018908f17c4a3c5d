// The window's side of the import worker: one worker for each file, ended when the file is done with.

import type { Item } from '../../engine/value/attributeValue.ts'
import { createAttributeMap } from '../../engine/value/attributeValue.ts'
import type { ImportFailure, ImportSummary, NamedFile, WorkerReply, WorkerRequest } from './importProtocol.ts'
import type { Sketch } from './sketch.ts'

export class ImportFailedError extends Error {
  readonly failure: ImportFailure

  constructor(failure: ImportFailure) {
    super(failure.message)
    this.name = failure.name
    this.failure = failure
  }
}

export interface ImportSource {
  read(file: NamedFile): Promise<ImportSummary>
  sketch(file: NamedFile): Promise<Sketch>
  takeItems(table: string, from: number, count: number): Promise<Item[]>
  /** Ends the worker, whatever it is at. Open promises reject. */
  close(): void
}

interface Waiter {
  resolve(output: unknown): void
  reject(error: Error): void
}

export function openImportSource(): ImportSource {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiter>()
  let nextId = 1
  const failAll = (failure: ImportFailure) => {
    for (const { reject } of waiting.values()) reject(new ImportFailedError(failure))
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
    const waiter = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failure' in data) waiter?.reject(new ImportFailedError(data.failure))
    else waiter?.resolve(data.output)
  })
  worker.addEventListener('error', () => failAll(CRASHED))
  const ask = <Output>(request: WorkerRequest) =>
    new Promise<Output>((resolve, reject) => {
      const id = nextId++
      waiting.set(id, { resolve: (output) => resolve(output as Output), reject })
      worker.postMessage({ id, request })
    })
  return {
    read: (file) => ask<ImportSummary>({ read: file }),
    sketch: (file) => ask<Sketch>({ sketch: file }),
    takeItems: async (table, from, count) =>
      (await ask<Item[]>({ take: { table, from, count } })).map(withoutPrototype),
    close: () => {
      worker.terminate()
      failAll(CANCELLED)
    },
  }
}

const CRASHED: ImportFailure = {
  name: 'ImportError',
  message: 'The file is too much for this browser to read.',
  hint: 'Open a model with fewer items; the rest can be written to the tables afterwards.',
}

const CANCELLED: ImportFailure = { name: 'AbortError', message: 'The import was cancelled.' }

/** Crossing from the worker gives objects a prototype; items have none. */
function withoutPrototype(item: Item): Item {
  return Object.assign(createAttributeMap(), item)
}
