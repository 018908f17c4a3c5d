// A tab that does not own the project: its calls wait until an owner welcomes it, and are then forwarded.
// When an owner leaves in good order, what it did not answer goes to the next. When it dies, reads go to the
// next, and writes are rejected with OwnerLost: whether they were stored, nobody can tell.

import type { Notice } from './beside.ts'
import { type EngineError, engineError, rebuildError } from './engineError.ts'
import { holdLife } from './life.ts'
import { effectOf, type Reply } from './protocol.ts'
import {
  type FromOwner,
  pairChannel,
  type SharedMessage,
  sharedChannel,
  TAB_PROTOCOL_VERSION,
  type ToOwner,
  tabLifeLock,
} from './tabMessages.ts'

export interface ForwardedCall {
  name: string
  args: readonly unknown[]
  resolve(output: unknown): void
  reject(error: unknown): void
}

export interface OtherTabEvents {
  onNotice(notice: Notice): void
  onWelcome(): void
  /** The owner cannot be spoken to. */
  onRefusal(error: Error): void
}

export class OtherTab {
  readonly #id = crypto.randomUUID()
  readonly #events: OtherTabEvents
  readonly #shared: BroadcastChannel
  readonly #pair: BroadcastChannel
  readonly #gone = new AbortController()
  #owner: string | undefined
  #wasWelcome = false
  #lastId = 0
  #waiting = new Map<number, ForwardedCall>()
  #sent = new Map<number, ForwardedCall>()

  constructor(lockName: string, events: OtherTabEvents) {
    this.#events = events
    this.#shared = sharedChannel(lockName)
    this.#pair = pairChannel(lockName, this.#id)
    this.#shared.onmessage = ({ data }: MessageEvent<SharedMessage>) => this.#hear(data)
    this.#pair.onmessage = ({ data }: MessageEvent<FromOwner>) => this.#receive(data)
    this.#pair.onmessageerror = () => this.#loseOwner()
    holdLife(tabLifeLock(lockName, this.#id), this.#gone.signal).then(
      () => this.#sayHello(),
      (cause: Error) => events.onRefusal(cause),
    )
  }

  /** Whether there was an owner before. */
  get wasWelcome(): boolean {
    return this.#wasWelcome
  }

  answer(name: string, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#waiting.set(id, { name, args, resolve, reject })
      if (this.#owner !== undefined) this.#sendWaiting(this.#owner)
    })
  }

  /** Ends forwarding, because this tab owns the project now. What nobody has done yet is for the caller to do. */
  handOver(): ForwardedCall[] {
    this.#loseOwner()
    const calls = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#stop()
    return calls
  }

  close(failure: Error): void {
    for (const { reject } of this.#waiting.values()) reject(failure)
    for (const { name, reject } of this.#sent.values()) reject(abandoned(name, failure))
    this.#waiting.clear()
    this.#sent.clear()
    this.#stop()
  }

  #stop(): void {
    this.#gone.abort()
    this.#shared.close()
    this.#pair.close()
  }

  #sayHello(): void {
    if (!this.#gone.signal.aborted) this.#shared.postMessage({ hello: this.#id } satisfies SharedMessage)
  }

  #hear(message: SharedMessage): void {
    if ('notice' in message) this.#events.onNotice(message.notice)
    else if ('owner' in message) this.#meetOwner(message.owner)
  }

  #meetOwner(owner: string): void {
    if (owner === this.#owner) return
    this.#loseOwner()
    this.#sayHello()
  }

  #receive(message: FromOwner): void {
    if ('welcome' in message) this.#enter(message.welcome, message.version)
    else if ('left' in message) this.#takeBack(message.left)
    else this.#settle(message)
  }

  #enter(owner: string, version: number): void {
    if (version !== TAB_PROTOCOL_VERSION) {
      this.#events.onRefusal(otherVersion())
      return
    }
    if (this.#owner !== owner) this.#loseOwner()
    this.#owner = owner
    this.#wasWelcome = true
    this.#sendWaiting(owner)
    this.#events.onWelcome()
  }

  #sendWaiting(owner: string): void {
    const waiting = this.#waiting
    this.#waiting = new Map()
    for (const [id, call] of waiting) {
      this.#sent.set(id, call)
      this.#pair.postMessage({ to: owner, id, name: call.name, args: call.args } satisfies ToOwner)
    }
  }

  /** The owner left in good order: what it did not answer waits for the next. */
  #takeBack(owner: string): void {
    this.#pair.postMessage({ heard: owner } satisfies ToOwner)
    if (owner !== this.#owner) return
    this.#owner = undefined
    this.#waiting = new Map([...this.#sent, ...this.#waiting])
    this.#sent.clear()
  }

  #loseOwner(): void {
    this.#owner = undefined
    const again = new Map<number, ForwardedCall>()
    for (const [id, call] of this.#sent) {
      if (effectOf(call.name) === 'read') again.set(id, call)
      else call.reject(ownerLost(call.name))
    }
    this.#waiting = new Map([...again, ...this.#waiting])
    this.#sent.clear()
  }

  #settle(reply: Reply): void {
    const call = this.#sent.get(reply.id)
    this.#sent.delete(reply.id)
    if ('error' in reply) call?.reject(rebuildError(reply.error))
    else call?.resolve(reply.output)
  }
}

function ownerLost(name: string): EngineError {
  const message = `The tab that kept this project was closed before it answered ${name}. The change may have been stored; look before doing it again.`
  return engineError('OwnerLost', message, { outcomeUnknown: true })
}

function abandoned(name: string, failure: Error): EngineError {
  const outcomeUnknown = effectOf(name) === 'write'
  return engineError('EngineClosed', failure.message, { outcomeUnknown, reason: failure.name })
}

function otherVersion(): EngineError {
  const message =
    'This project is open in a tab that runs another version of Sortkey. Reload that tab, or close it.'
  return engineError('OtherVersion', message)
}
