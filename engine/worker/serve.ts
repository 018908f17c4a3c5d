// The worker's side of the boundary: every request is answered once, with an output or with the error whole.

import { describeError } from './engineError.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

export type Answer = (name: string, args: readonly unknown[]) => Promise<unknown>

/** The part of a worker's global scope, or of a MessagePort, that serving needs. */
export interface ServingPort {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
  postMessage(message: FromWorker): void
}

export function serve(port: ServingPort, answer: Answer, onGoodbye: () => void): void {
  port.onmessage = ({ data }) => {
    if ('goodbye' in data) onGoodbye()
    else void reply(port, data.id, () => answer(data.name, data.args))
  }
}

async function reply(port: ServingPort, id: number, work: () => Promise<unknown>): Promise<void> {
  try {
    port.postMessage({ id, output: await work() })
  } catch (cause) {
    port.postMessage({ id, error: describeError(cause) })
  }
}
