// Every request that this tab made of the engine, oldest first, with its JSON in and out. The newest
// hundreds are kept; the rest are counted. Of the kept ones, the items of the newest are kept up to a number
// of bytes; of older ones remains how many there were. The store is told at most once per frame, since an
// import makes thousands of requests.

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
  /** The items that it wrote or read were let go; so many there were. */
  releasedItems?: number
}

export interface ActivityState {
  requests: ActivityRequest[]
  /** How many older requests were let go. */
  forgotten: number
}

export const KEPT_REQUESTS = 400
const KEPT_BACKGROUND = 100
/** Of the JSON in and out of all kept requests. */
export const KEPT_BYTES = 16 * 1024 * 1024
/** Less than this is not worth letting go. */
const SMALL_BYTES = 2 * 1024

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
  requests = releaseOldest(
    requests.map((request) => (request.id === id ? { ...request, ...change } : request)),
  )
  publishSoon()
}

/** By request as it is; a request that settles is another object. */
const sizes = new WeakMap<ActivityRequest, number>()

function sizeBytesOf(request: ActivityRequest): number {
  const known = sizes.get(request)
  if (known !== undefined) return known
  const size = jsonSizeBytes(request.input) + jsonSizeBytes(request.output)
  sizes.set(request, size)
  return size
}

/** Lets go of the items of the oldest requests until the rest fits. The newest keeps its own, whatever its size. */
function releaseOldest(list: ActivityRequest[]): ActivityRequest[] {
  let surplus = list.reduce((sum, request) => sum + sizeBytesOf(request), 0) - KEPT_BYTES
  if (surplus <= 0) return list
  return list.map((request, place) => {
    const size = sizeBytesOf(request)
    const isOver = surplus > 0 && size > SMALL_BYTES
    if (!isOver || request.durationMs === undefined || place === list.length - 1) return request
    const released = release(request)
    surplus -= size - sizeBytesOf(released)
    return released
  })
}

type Payload = Record<string, unknown>

function release(request: ActivityRequest): ActivityRequest {
  if (request.releasedItems !== undefined) return request
  const { Item: _put, RequestItems: _requests, ...input } = request.input as Payload
  const {
    Item: _got,
    Items: _read,
    Responses: _responses,
    Attributes: _old,
    ...output
  } = (request.output ?? {}) as Payload
  return { ...request, input: withTables(request.input, input), output, releasedItems: countItems(request) }
}

/** What a batch was about is told by its tables. */
function withTables(whole: unknown, input: Payload): Payload {
  const { RequestItems } = whole as { RequestItems?: object }
  if (!RequestItems) return input
  return { ...input, RequestItems: Object.fromEntries(Object.keys(RequestItems).map((name) => [name, []])) }
}

/** How many items the request put, deleted or got, by its JSON or by what is remembered of it. */
export function countItems({ input, output, releasedItems }: ActivityRequest): number {
  if (releasedItems !== undefined) return releasedItems
  const { Item, Items, Responses } = (output ?? {}) as { Item?: object; Items?: []; Responses?: object }
  if (Items) return Items.length
  if (Item) return 1
  const { RequestItems } = input as { RequestItems?: object }
  const lists = Object.values(Responses ?? RequestItems ?? {})
  return lists.reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
}

/** About as long as its JSON, without writing it. */
function jsonSizeBytes(value: unknown): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 5
  let size = 2
  if (Array.isArray(value)) for (const element of value) size += jsonSizeBytes(element) + 1
  else for (const [name, member] of Object.entries(value)) size += name.length + 4 + jsonSizeBytes(member)
  return size
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
