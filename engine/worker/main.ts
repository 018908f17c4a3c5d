// The worker: a window session behind a port, and a sign of life for the window to watch.

import { createProjects } from '../storage/projects.ts'
import { holdLife } from './life.ts'
import type { FromWorker } from './protocol.ts'
import { type ServingPort, serve } from './serve.ts'
import { WindowSession } from './windowSession.ts'

const port = self as unknown as ServingPort & { close(): void }

function post(message: FromWorker): void {
  port.postMessage(message)
}

const session = new WindowSession(createProjects(), (notice) => post({ notice }))

serve(
  port,
  (name, args) => session.answer(name, args),
  () => void session.close().finally(() => port.close()),
)

const lifeLock = `sortkey-worker-${crypto.randomUUID()}`
void holdLife(lifeLock).then(() => post({ ready: lifeLock }))
session.sweep().catch(() => {}) // Whatever is wrong with storage, the first call will tell.
