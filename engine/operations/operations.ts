// All operations by name, and the way a request takes through each: its JSON is read, judged against the
// constraints, and planned.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html

import type { OperationName } from '../api.ts'
import { DynamoDBError } from '../value/dynamoDBError.ts'
import { absentOperations } from './absentOperations.ts'
import { batchGetItem } from './batchGetItem.ts'
import { batchWriteItem } from './batchWriteItem.ts'
import { checkConstraints } from './checkConstraints.ts'
import { createTable } from './createTable.ts'
import { deleteItem } from './deleteItem.ts'
import { deleteTable } from './deleteTable.ts'
import { describeTable } from './describeTable.ts'
import { getItem } from './getItem.ts'
import { listTables } from './listTables.ts'
import type { Change, Operation, OperationContext, Outcome } from './operation.ts'
import { putItem } from './putItem.ts'
import { query } from './query.ts'
import { checkValueTypes, readInput } from './readInput.ts'
import { scan } from './scan.ts'
import { settleTable } from './settleTable.ts'
import { updateItem } from './updateItem.ts'
import { updateTable } from './updateTable.ts'

export type { Change, OperationContext, Outcome }
export { settleTable }

export const operations: { readonly [Name in OperationName]: Operation<Name> } = {
  CreateTable: createTable,
  DescribeTable: describeTable,
  ListTables: listTables,
  UpdateTable: updateTable,
  DeleteTable: deleteTable,
  PutItem: putItem,
  GetItem: getItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  Query: query,
  Scan: scan,
}

/** Throws DynamoDBError, and PageFault when the plan needs a page that is not in memory. */
export function planOperation(context: OperationContext, name: string, input: unknown): Outcome<unknown> {
  if (!Object.hasOwn(operations, name)) throw unknownOperation(name)
  return plan(context, operations[name as OperationName] as AnyOperation, input)
}

/** DynamoDB says nothing more about a name that it does not know. */
function unknownOperation(name: string): DynamoDBError {
  const message = absentOperations.has(name) ? `${name} is not supported here.` : ''
  return new DynamoDBError('UnknownOperationException', message)
}

type AnyOperation = Omit<Operation<OperationName>, 'plan'> & {
  plan(context: OperationContext, input: unknown): Outcome<unknown>
}

function plan(context: OperationContext, operation: AnyOperation, json: unknown): Outcome<unknown> {
  const { constraints, firstEnumerationOnly = false } = operation
  const input = readInput(constraints, json)
  try {
    checkConstraints(constraints, input, {
      firstEnumerationOnly: firstEnumerationOnly && context.messages === '2026',
    })
    const { output, changes } = operation.plan(context, input)
    return { output, changes: context.immediate ? changes.map(settled) : changes }
  } catch (error) {
    if (error instanceof DynamoDBError) checkValueTypes(constraints, input)
    throw error
  }
}

/** The response still speaks of CREATING, UPDATING or DELETING; what is stored is past it. */
function settled(change: Change): Change {
  if (change.kind === 'item' || !change.definition) return change
  return { ...change, definition: settleTable(change.definition) }
}
