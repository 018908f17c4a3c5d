// An operation of the API: its constraints as data, and a plan. A plan reads tables and says what the
// response is and what would change; it changes nothing, so it can be thrown away and made again when a page
// is missing. The engine applies the changes of an outcome all together or not at all.

import type { Input, OperationName, Output } from '../api.ts'
import type { Catalog } from '../table/catalog.ts'
import type { ItemChange } from '../table/table.ts'
import type { TableDefinition } from '../table/tableDefinition.ts'
import type { StructureShape } from './constraints.ts'

export interface OperationContext {
  catalog: Catalog
  nowMs: number
  region: string
  accountId: string
  /** Whether tables and indexes skip the statuses CREATING, UPDATING and DELETING. */
  immediate: boolean
  /** Since mid-2026 PutItem and UpdateItem wrap some complaints in `1 validation error detected: `. */
  messages: '2025' | '2026'
  /** A new UUID. */
  newId(): string
}

export type Change =
  | { kind: 'item'; change: ItemChange }
  /** Without a definition the table is dropped. */
  | { kind: 'table'; name: string; definition: TableDefinition | undefined }

export interface Outcome<Result> {
  output: Result
  changes: Change[]
}

export interface Operation<Name extends OperationName> {
  name: Name
  constraints: StructureShape
  /** Whether, since mid-2026, only the first member outside its enumeration is reported. */
  firstEnumerationOnly?: boolean
  /**
   * What comes after the constraints. The input has their shape, but its attribute values are still as they
   * came. Throws DynamoDBError, and PageFault when it needs a page that is not in memory.
   */
  plan(context: OperationContext, input: Input<Name>): Outcome<Output<Name>>
}
