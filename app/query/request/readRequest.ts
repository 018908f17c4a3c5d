import type { GetItemInput, QueryInput, ScanInput } from '../../../engine/api.ts'

/** A read as it goes through the door: the operation and its input. */
export type ReadRequest =
  | { operation: 'GetItem'; input: GetItemInput }
  | { operation: 'Query'; input: QueryInput }
  | { operation: 'Scan'; input: ScanInput }
