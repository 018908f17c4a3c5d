// Every problem of an expression text is a ValidationException that names the parameter it came in.

import { type DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import type { ExpressionKind } from './ast.ts'

export function expressionError(kind: ExpressionKind, problem: string): DynamoDBError {
  return validationError(`Invalid ${kind}: ${problem}`)
}
