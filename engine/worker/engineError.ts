// How failures cross between window, worker and tabs: whole. DynamoDB's own stay DynamoDBErrors; those of
// storage and of this boundary arrive as EngineErrors of the same name, message and details; our own bugs
// arrive as InternalFailure with the stack of where they happened. Names given here:
// - EngineCrashed: the worker died. Its next call starts another; details.outcomeUnknown as for OwnerLost.
// - EngineClosed: this client was closed.
// - NoProjectOpen: a call that needs an open project came before openProject.
// - OwnerLost: the tab that held the project died. With details.outcomeUnknown the write may have been stored.
// - OtherVersion: the project is open in a tab that runs another version of Sortkey.

import { DynamoDBError } from '../value/dynamoDBError.ts'
import { bareDetails } from './bareItems.ts'

export type EngineErrorName =
  | 'EngineCrashed'
  | 'EngineClosed'
  | 'NoProjectOpen'
  | 'OwnerLost'
  | 'OtherVersion'
  | 'InternalFailure'

export class EngineError extends Error {
  readonly details: Readonly<Record<string, unknown>>

  constructor(name: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = name
    this.details = details
  }
}

export function engineError(
  name: EngineErrorName,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): EngineError {
  return new EngineError(name, message, details)
}

/** An error as plain data. */
export interface SentError {
  isDynamoDB: boolean
  name: string
  message: string
  details: Readonly<Record<string, unknown>>
  stack?: string | undefined
}

export function describeError(cause: unknown): SentError {
  if (isNamed(cause)) {
    const { name, message, details, stack } = cause
    return { isDynamoDB: cause instanceof DynamoDBError, name, message, details, stack }
  }
  const error = cause instanceof Error ? cause : new Error(String(cause))
  const message = `${error.name}: ${error.message}`
  return { isDynamoDB: false, name: 'InternalFailure', message, details: {}, stack: error.stack }
}

/** Named failures carry details: DynamoDBError, StorageError, EngineError. */
function isNamed(cause: unknown): cause is Error & { details: Readonly<Record<string, unknown>> } {
  return cause instanceof Error && 'details' in cause
}

export function rebuildError(sent: SentError): DynamoDBError | EngineError {
  const { name, message, stack } = sent
  const details = bareDetails(name, sent.details)
  const error = sent.isDynamoDB
    ? new DynamoDBError(name, message, details)
    : new EngineError(name, message, details)
  if (stack !== undefined) error.stack = stack
  return error
}
