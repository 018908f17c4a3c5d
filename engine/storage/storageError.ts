// What storage says when it cannot do its work. Not DynamoDB's words, but shaped like them: a name to
// branch on, a message to show, details for the rest. Names and their meaning:
// - StorageFull: the browser's quota is used up. Nothing of the write was stored; deleting frees space.
// - StorageDamaged: a record is missing or unreadable. What is not damaged stays readable.
// - StorageClosed: this connection is over, because it was closed, deleted or overtaken by a newer version.
// - StorageConflict: something else wrote to this project since it was opened; this engine is out of date.
// - StorageNewerVersion: the project was stored by a newer version than this one, which leaves it alone.
// - StorageBusy: a copy could not be taken because the project kept changing.
// - ProjectNotFound: no such project.
// - StorageUnavailable: the browser refuses or fails: private mode, blocked storage, a broken disk.

export type StorageErrorName =
  | 'StorageFull'
  | 'StorageDamaged'
  | 'StorageClosed'
  | 'StorageConflict'
  | 'StorageNewerVersion'
  | 'StorageBusy'
  | 'ProjectNotFound'
  | 'StorageUnavailable'

export class StorageError extends Error {
  readonly details: Readonly<Record<string, unknown>>

  constructor(name: StorageErrorName, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = name
    this.details = details
  }
}

export function conflict(sequence: number): StorageError {
  const message = 'Something else wrote to this project since it was opened here. Open it again.'
  return new StorageError('StorageConflict', message, { sequence })
}

export function missingPages(ids: readonly number[]): StorageError {
  const message = `Pages of this project are missing: ${ids.join(', ')}.`
  return new StorageError('StorageDamaged', message, { pages: ids })
}

/** Why a connection is over; all but `closed` happen without being asked for. */
export type ClosedReason = 'closed' | 'deleted' | 'newer version' | 'ended by the browser'

const CLOSED: Record<ClosedReason, string> = {
  closed: 'This project is closed.',
  deleted: 'This project was deleted.',
  'newer version': 'A newer version of Sortkey took over this project. Reload the page to get that version.',
  'ended by the browser': 'The browser ended the connection to this project.',
}

export function closedError(reason: ClosedReason): StorageError {
  return new StorageError('StorageClosed', CLOSED[reason], { reason })
}
