// One worker as its window sees it: requests that wait for answers, and the certainty that each is settled.
// However the worker ends (an uncaught error, a lost thread, a script that does not load), all that waits is
// rejected with EngineCrashed, which says whether a write may have been stored.

import type { Notice } from './beside.ts'
import { type EngineError, engineError, rebuildError } from './engineError.ts'
import { watchLife } from './life.ts'
import { effectOf, type FromWorker, type Reply, type ToWorker } from './protocol.ts'

interface Pending {
  name: string
  resolve(output: unknown): void
  reject(error: unknown): void
}

export interface ConnectionEvents {
  onNotice(notice: Notice): void
  onCrash(error: EngineError): void
}

export class WorkerConnection {
  readonly #worker: Worker
  readonly #events: ConnectionEvents
  readonly #pending = new Map<number, Pending>()
  readonly #ended = new AbortController()
  #lastId = 0

  constructor(worker: Worker, events: ConnectionEvents) {
    this.#worker = worker
    this.#events = events
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.#receive(event.data)
    worker.onmessageerror = () => this.#crash('sent an answer that cannot be read')
    worker.onerror = (event) => this.#crash(event.message || 'could not be loaded')
  }

  ask(name: string, args: readonly unknown[]): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#post({ id, name, args }) // Throws, and so rejects, for what cannot be cloned.
      this.#pending.set(id, { name, resolve, reject })
    })
  }

  /** Lets the worker finish in good order. What still waits here is rejected with `error`. */
  close(error: EngineError): void {
    this.#post({ goodbye: true })
    this.#end(() => error)
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message)
  }

  #receive(message: FromWorker): void {
    if ('notice' in message) this.#events.onNotice(message.notice)
    else if ('ready' in message) this.#watch(message.ready)
    else this.#settle(message)
  }

  #watch(lifeLock: string): void {
    watchLife(lifeLock, this.#ended.signal, () => this.#crash('ended without a word'))
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id)
    this.#pending.delete(reply.id)
    if ('error' in reply) pending?.reject(rebuildError(reply.error))
    else pending?.resolve(reply.output)
  }

  #crash(reason: string): void {
    if (this.#ended.signal.aborted) return
    this.#worker.terminate()
    this.#end((name) => crashed(reason, effectOf(name) === 'write'))
    this.#events.onCrash(crashed(reason, false))
  }

  #end(errorOf: (name: string) => EngineError): void {
    this.#ended.abort()
    this.#worker.onmessage = null
    this.#worker.onmessageerror = null
    this.#worker.onerror = null
    for (const { name, reject } of this.#pending.values()) reject(errorOf(name))
    this.#pending.clear()
  }
}

function crashed(reason: string, outcomeUnknown: boolean): EngineError {
  const message = `The engine stopped: ${reason}. The next request starts it again.`
  return engineError('EngineCrashed', message, { outcomeUnknown })
}
