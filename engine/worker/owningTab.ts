// The tab that owns a project: it answers its own calls and those that other tabs forward.

import type { Notice } from './beside.ts'
import { describeError } from './engineError.ts'
import type { Host } from './host.ts'
import { watchLife } from './life.ts'
import type { Request } from './protocol.ts'
import {
  type FromOwner,
  pairChannel,
  type SharedMessage,
  sharedChannel,
  TAB_PROTOCOL_VERSION,
  type ToOwner,
  tabLifeLock,
} from './tabMessages.ts'

/** How long a leaving owner waits for tabs that do not hear it; a frozen tab must not hold up the others. */
const GOODBYE_MS = 500

type OpenHost = (sendNotice: (notice: Notice) => void) => Promise<Host>

export class OwningTab {
  readonly #id = crypto.randomUUID()
  readonly #lockName: string
  readonly #host: Host
  readonly #shared: BroadcastChannel
  readonly #others = new Map<string, BroadcastChannel>()
  readonly #leaving = new AbortController()
  readonly #underWay = new Set<Promise<unknown>>()

  private constructor(lockName: string, shared: BroadcastChannel, host: Host) {
    this.#lockName = lockName
    this.#shared = shared
    this.#host = host
    shared.onmessage = ({ data }: MessageEvent<SharedMessage>) => {
      if ('hello' in data && !this.#leaving.signal.aborted) this.#welcome(data.hello)
    }
    this.#announce({ owner: this.#id })
  }

  /** Opens the host, then announces itself. Rejects when the host does not open. */
  static async open(lockName: string, openHost: OpenHost): Promise<OwningTab> {
    const shared = sharedChannel(lockName)
    try {
      const host = await openHost((notice) => shared.postMessage({ notice } satisfies SharedMessage))
      return new OwningTab(lockName, shared, host)
    } catch (cause) {
      shared.close()
      throw cause
    }
  }

  answer(name: string, args: readonly unknown[]): Promise<unknown> {
    const answered = this.#host.answer(name, args)
    const settled = answered.then(noMore, noMore).finally(() => this.#underWay.delete(settled))
    this.#underWay.add(settled)
    return answered
  }

  /** Finishes what is under way, stores it, and says goodbye to the other tabs. */
  async leave(): Promise<void> {
    this.#leaving.abort()
    await Promise.all(this.#underWay)
    try {
      await this.#host.close()
    } finally {
      const heard = [...this.#others.values()].map((channel) => this.#sayGoodbye(channel))
      await Promise.race([Promise.all(heard), rest(GOODBYE_MS)])
      for (const tabId of this.#others.keys()) this.#drop(tabId)
      this.#shared.close()
    }
  }

  #sayGoodbye(channel: BroadcastChannel): Promise<void> {
    return new Promise((resolve) => {
      channel.onmessage = ({ data }: MessageEvent<ToOwner>) => {
        if ('heard' in data && data.heard === this.#id) resolve()
      }
      channel.postMessage({ left: this.#id } satisfies FromOwner)
    })
  }

  #announce(message: SharedMessage): void {
    this.#shared.postMessage(message)
  }

  #welcome(tabId: string): void {
    let channel = this.#others.get(tabId)
    if (!channel) {
      channel = this.#listenTo(tabId)
      const drop = (): void => this.#drop(tabId)
      watchLife(tabLifeLock(this.#lockName, tabId), this.#leaving.signal, drop)
    }
    channel.postMessage({ welcome: this.#id, version: TAB_PROTOCOL_VERSION } satisfies FromOwner)
  }

  #listenTo(tabId: string): BroadcastChannel {
    const channel = pairChannel(this.#lockName, tabId)
    this.#others.set(tabId, channel)
    channel.onmessage = ({ data }: MessageEvent<ToOwner>) => {
      if ('heard' in data || data.to !== this.#id || this.#leaving.signal.aborted) return
      void this.#reply(tabId, channel, data)
    }
    return channel
  }

  async #reply(tabId: string, channel: BroadcastChannel, { id, name, args }: Request): Promise<void> {
    const reply = await this.answer(name, args).then(
      (output): FromOwner => ({ id, output }),
      (cause: unknown): FromOwner => ({ id, error: describeError(cause) }),
    )
    const isDropped = this.#others.get(tabId) !== channel
    if (!isDropped) channel.postMessage(reply)
  }

  #drop(tabId: string): void {
    this.#others.get(tabId)?.close()
    this.#others.delete(tabId)
  }
}

function noMore(): void {}

function rest(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs))
}
