// A read request handed to the Query view: 'run again' in the activity drawer. The view takes it when it
// sees one, fills its form and editor with it, and leaves the store empty.

import { create } from 'zustand'
import type { GetItemInput, QueryInput, ScanInput } from '../../engine/api.ts'
import { navigate } from './route.ts'

export type HandedRequest =
  | { operation: 'GetItem'; input: GetItemInput }
  | { operation: 'Query'; input: QueryInput }
  | { operation: 'Scan'; input: ScanInput }

export const useHandedRequest = create<{ request: HandedRequest | undefined }>()(() => ({
  request: undefined,
}))

/** Opens the Query view with this request. */
export function handToQuery(request: HandedRequest): void {
  useHandedRequest.setState({ request })
  const index = 'IndexName' in request.input ? request.input.IndexName : undefined
  navigate({ view: 'query', table: request.input.TableName, index, key: undefined })
}

/** The request that waits, if any; it is gone from the store then. */
export function takeHandedRequest(): HandedRequest | undefined {
  const { request } = useHandedRequest.getState()
  if (request) useHandedRequest.setState({ request: undefined })
  return request
}

/** The logged request as one that the Query view runs; undefined for writes and the rest. */
export function asHandedRequest(operation: string, input: unknown): HandedRequest | undefined {
  if (operation !== 'GetItem' && operation !== 'Query' && operation !== 'Scan') return undefined
  return { operation, input } as HandedRequest
}
