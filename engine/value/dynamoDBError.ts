// What DynamoDB would say: an error name, a message and details, all in AWS's words. It crosses the
// worker boundary and the wire whole. Our own bugs are plain Errors and arrive as InternalFailure.

export class DynamoDBError extends Error {
  /** Further members of the error body, such as Item or CancellationReasons. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(name: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = name
    this.details = details
  }
}

export function validationError(message: string): DynamoDBError {
  return new DynamoDBError('ValidationException', message)
}

export function serializationError(message: string): DynamoDBError {
  return new DynamoDBError('SerializationException', message)
}
