// The IndexedDB database of one project, and how its failures are named. Object stores:
// meta: `catalog` (text) and `sequence` (that of the catalog); pages: text by number; log: the changes of
// a group, as text, by sequence; documents: text by name. The database's version is the format version.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type ClosedReason, StorageError } from './storageError.ts'
import { FORMAT_VERSION } from './store.ts'

export interface ProjectSchema extends DBSchema {
  meta: { key: string; value: string | number }
  pages: { key: number; value: string }
  log: { key: number; value: string }
  documents: { key: string; value: string }
}

export type ProjectDatabase = IDBPDatabase<ProjectSchema>

export const OBJECT_STORES = ['meta', 'pages', 'log', 'documents'] as const

export interface OpenOptions {
  /** Rejects with StorageDamaged where there is no database of this name, instead of making one. */
  mustExist?: boolean
  onClosed?: (reason: ClosedReason) => void
}

/** Opens or creates the database. The connection gives way when another wants to delete or upgrade it. */
export async function openProjectDatabase(name: string, options: OpenOptions = {}): Promise<ProjectDatabase> {
  let isMissing = false
  try {
    return await openDB<ProjectSchema>(name, FORMAT_VERSION, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        isMissing = oldVersion === 0 && options.mustExist === true
        if (isMissing) quietly(transaction).abort()
        else if (oldVersion < 1) for (const store of OBJECT_STORES) database.createObjectStore(store)
      },
      blocking(_currentVersion, blockedVersion, event) {
        ;(event.target as IDBDatabase).close()
        options.onClosed?.(blockedVersion === null ? 'deleted' : 'newer version')
      },
      terminated: () => options.onClosed?.('ended by the browser'),
    })
  } catch (cause) {
    throw isMissing ? missingDatabase() : nameStorageFailure(cause)
  }
}

function missingDatabase(): StorageError {
  const message = 'The data of this project is no longer in this browser.'
  return new StorageError('StorageDamaged', message, { missing: 'database' })
}

const FAILURES: Record<string, ConstructorParameters<typeof StorageError>> = {
  QuotaExceededError: ['StorageFull', 'The browser has no more room for this project. Nothing was stored.'],
  VersionError: [
    'StorageNewerVersion',
    'This project was stored by a newer version of Sortkey. Reload the page to get that version.',
  ],
  InvalidStateError: ['StorageClosed', 'The connection to this project is closed.'],
  AbortError: ['StorageClosed', 'The connection to this project ended before the write was complete.'],
  ConstraintError: [
    'StorageConflict',
    'Something else wrote to this project since it was opened here. Open it again.',
  ],
  DataError: ['StorageDamaged', 'A record of this project cannot be read.'],
  NotReadableError: ['StorageDamaged', 'A record of this project cannot be read.'],
}

/** The StorageError for what IndexedDB threw; our own bugs pass through as they are. */
export function nameStorageFailure(cause: unknown): unknown {
  if (!(cause instanceof DOMException)) return cause
  const failure = FAILURES[cause.name] ?? [
    'StorageUnavailable',
    'The browser cannot read or write this project.',
  ]
  return new StorageError(failure[0], failure[1], { cause: `${cause.name}: ${cause.message}` })
}

/** For a transaction whose end nobody may be waiting for: its failure also reaches every request it aborts. */
export function quietly<Transaction extends { readonly done: Promise<void> }>(
  transaction: Transaction,
): Transaction {
  transaction.done.catch(() => {})
  return transaction
}

/** Resolves on `complete`. Otherwise throws why the transaction failed, which a request may not know. */
export async function finished(
  transaction: { readonly done: Promise<void>; readonly error: DOMException | null; commit(): void },
  requests: Promise<unknown>[],
): Promise<void> {
  try {
    transaction.commit()
    await Promise.all([...requests, transaction.done])
  } catch (failure) {
    throw transaction.error ?? failure
  }
}
