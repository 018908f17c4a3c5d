// Turning the stream of a table on and off. What a stream shows cannot change while it is on.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html#Streams.Enabling

import type { UpdateTableInput } from '../api.ts'
import type { TableDefinition } from '../table/tableDefinition.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { invalid } from './checkBilling.ts'
import { newStream } from './newDefinition.ts'
import type { OperationContext } from './operation.ts'

export function updateStream(
  context: OperationContext,
  definition: TableDefinition,
  { StreamSpecification: wanted }: UpdateTableInput,
): TableDefinition {
  if (!wanted) return definition
  const { StreamSpecification: current, ...rest } = definition
  const name = definition.TableName
  if (!wanted.StreamEnabled) {
    if (wanted.StreamViewType) throw invalid('StreamViewType cannot be specified when StreamEnabled is false')
    if (!current?.StreamEnabled) {
      throw validationError(`Table already has a disabled stream: TableName: ${name}`)
    }
    return rest
  }
  if (!wanted.StreamViewType) throw invalid('StreamViewType must be specified when StreamEnabled is true')
  if (current?.StreamEnabled) {
    throw validationError(`Table already has an enabled stream: TableName: ${name}`)
  }
  return { ...rest, ...newStream(context, definition.TableArn, wanted) }
}
