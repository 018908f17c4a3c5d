// Where the items of one project are kept. The contract that every store keeps, and that the suite in
// testing/storeContract.ts holds it to:
//
// What is stored. A catalog: the tables with their definitions, and for each table and secondary index the
// pages that hold its items in order. Pages: text under a number; what the text says is the table's affair.
// A log: the groups of changes made since the catalog was written, one record each. Documents: text under
// a name, such as the design document. Pages and catalog together are the state at `catalog.sequence`; the
// log's groups, applied in order, lead from there to now.
//
// Stored means stored. A promise of append, checkpoint or writeDocument resolves only once the write is
// committed, durably unless the store was told otherwise, and rejects when nothing of it was kept. There is
// no third outcome: a failure, a kill or a full disk leaves either all of one call or nothing of it.
//
// Order. Sequences count the groups of a project from 1 without a gap. `append` takes the next sequence
// and nothing else: a number that is already there, or a catalog that is not the one this store knows, means
// that another engine writes too, and rejects with StorageConflict; checkpoint likewise. Callers wait for one
// append before the next; createGroupCommit does that for them.
//
// Checkpoint. One atomic step: pages written (new, or over old text of the same number) and removed, the
// catalog put in place, and every group up to and including `catalog.sequence` dropped from the log. Groups
// appended after that sequence stay. A kill at any moment leaves the state before or the state after.
//
// Opening reads the catalog and what is left of the log. Before the first checkpoint there is no catalog and
// the log begins at 1. Opening again is allowed at any time and answers what is stored then. A log with a
// gap, or one that does not follow its catalog, is StorageDamaged; pages and documents stay readable.
// Attribute maps in the log come back without prototype, as the engine keeps them, whatever their names.
//
// Reading. readPages answers texts in the order asked, or rejects with StorageDamaged naming every number
// that is missing. readDocument answers undefined for a document that is not there; writing undefined
// removes one. Reads see what was stored before they were asked.
//
// Closing. After close, or once the project was deleted or taken over by a newer version, every call but
// open and close rejects with StorageClosed; so does every call before the first open. Writes that were
// under way when it closed still finish. Closing twice is harmless.
//
// Errors are StorageErrors, named in storageError.ts.

import type { Key } from '../api.ts'
import type { TableDefinition } from '../table/tableDefinition.ts'
import type { Item } from '../value/attributeValue.ts'
import type { KeyBytes } from '../value/keyBytes.ts'

/** The version of the stored form. A store that finds a higher one rejects with StorageNewerVersion. */
export const FORMAT_VERSION = 1

/** `define` with null drops the table and its items. */
export type LoggedChange =
  | { put: [tableName: string, item: Item] }
  | { delete: [tableName: string, key: Key] }
  | { define: [tableName: string, definition: TableDefinition | null] }

/** Changes that commit together, in the order in which they were made. */
export interface LogGroup {
  sequence: number
  changes: LoggedChange[]
}

export interface PageRef {
  id: number
  firstKey: KeyBytes
  count: number
  sizeBytes: number
}

export interface StoredTable {
  definition: TableDefinition
  items: PageRef[]
  indexes: Record<string, PageRef[]>
}

export interface StoredCatalog {
  formatVersion: typeof FORMAT_VERSION
  /** The last group that pages and definitions already contain; 0 for none. */
  sequence: number
  nextPageId: number
  tables: StoredTable[]
}

export interface Checkpoint {
  catalog: StoredCatalog
  writtenPages: ReadonlyMap<number, string>
  removedPages: readonly number[]
}

export interface StoredState {
  catalog: StoredCatalog | undefined
  /** In order of sequence, beginning after catalog.sequence. */
  log: LogGroup[]
  /** How long the texts of the log are together, in characters. */
  logLength: number
}

export interface Store {
  open(): Promise<StoredState>
  /** Resolves with the length of what the log grew by, in characters. */
  append(group: LogGroup): Promise<number>
  readPages(ids: readonly number[]): Promise<string[]>
  checkpoint(checkpoint: Checkpoint): Promise<void>
  readDocument(name: string): Promise<string | undefined>
  writeDocument(name: string, text: string | undefined): Promise<void>
  close(): void
}
