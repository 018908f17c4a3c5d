// Every request that this tab made of the engine, oldest first, with its JSON in and out. The newest
// hundreds are kept; the rest are counted. The store is told at most once per frame, since an import makes
// thousands of requests.

import { create } from 'zustand'
import type { ConsumedCapacity, OperationName } from '../../engine/api.ts'

export interface ActivityRequest {
  id: number
  operation: OperationName
  input: unknown
  output?: unknown
  error?: { name: string; message: string }
  /** Milliseconds since 1970. */
  startedAt: number
  /** Undefined while it is under way. */
  durationMs?: number
  /** The workbench asked on its own, to keep what is shown up to date. */
  background: boolean
}

export interface ActivityState {
  requests: ActivityRequest[]
  /** How many older requests were let go. */
  forgotten: number
}

export const KEPT_REQUESTS = 400
const KEPT_BACKGROUND = 100

export const useActivity = create<ActivityState>()(() => ({ requests: [], forgotten: 0 }))

let requests: ActivityRequest[] = []
let forgotten = 0
let nextId = 1
let isPublishing = false

function publishSoon(): void {
  if (isPublishing) return
  isPublishing = true
  setTimeout(() => {
    isPublishing = false
    useActivity.setState({ requests, forgotten })
  }, 16)
}

function keepNewest(list: ActivityRequest[]): ActivityRequest[] {
  let surplus = list.length - KEPT_REQUESTS - KEPT_BACKGROUND
  if (surplus <= 0) return list
  const foreground = list.filter((request) => !request.background).length
  const drop = (request: ActivityRequest) =>
    surplus > 0 && request.background === foreground < KEPT_REQUESTS && surplus-- > 0
  return list.filter((request) => !drop(request))
}

function add(request: ActivityRequest): void {
  const kept = keepNewest([...requests, request])
  forgotten += requests.length + 1 - kept.length
  requests = kept
  publishSoon()
}

function settle(id: number, change: Partial<ActivityRequest>): void {
  requests = requests.map((request) => (request.id === id ? { ...request, ...change } : request))
  publishSoon()
}

export interface RequestRecord {
  succeeded(output: unknown): void
  failed(error: unknown): void
}

export function recordRequest(operation: OperationName, input: unknown, background = false): RequestRecord {
  const id = nextId++
  const startedMs = performance.now()
  add({ id, operation, input, startedAt: Date.now(), background })
  const durationMs = () => performance.now() - startedMs
  return {
    succeeded: (output) => settle(id, { output, durationMs: durationMs() }),
    failed: (error) => settle(id, { error: nameError(error), durationMs: durationMs() }),
  }
}

function nameError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'InternalFailure', message: String(error) }
}

export function clearActivity(): void {
  requests = []
  forgotten = 0
  useActivity.setState({ requests, forgotten })
}

/** The capacity units that a reply says it consumed; undefined when it does not say. */
export function consumedUnits(output: unknown): number | undefined {
  const consumed = (output as { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] } | undefined)
    ?.ConsumedCapacity
  if (!consumed) return undefined
  const each = Array.isArray(consumed) ? consumed : [consumed]
  return each.reduce((units, { CapacityUnits }) => units + CapacityUnits, 0)
}
