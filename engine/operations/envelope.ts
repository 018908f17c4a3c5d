// Since mid-2026 PutItem and UpdateItem answer some complaints about a request in the envelope of constraint
// violations, `1 validation error detected: …`. The rest of their errors stay as they were.

import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import { detected } from './checkConstraints.ts'
import type { OperationContext } from './operation.ts'

/** Runs a check whose ValidationExceptions belong in the envelope, all of them or those that are chosen. */
export function enveloped<Result>(
  context: OperationContext,
  check: () => Result,
  isEnveloped: (message: string) => boolean = () => true,
): Result {
  if (context.messages === '2025') return check()
  try {
    return check()
  } catch (error) {
    const isChosen = error instanceof DynamoDBError && error.name === 'ValidationException'
    throw isChosen && isEnveloped(error.message) ? validationError(detected([error.message])) : error
  }
}

const VALUE_COMPLAINTS = [
  'may not be empty',
  'should not be empty',
  'contains duplicates',
  'Null attribute value types must have the value of true',
  'Nesting Levels have exceeded supported limits',
]

/** Of the complaints about attribute values only these are wrapped. */
export function isEnvelopedValueComplaint(message: string): boolean {
  return VALUE_COMPLAINTS.some((complaint) => message.includes(complaint))
}
