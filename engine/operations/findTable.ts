// From the name that a request gives, which may be an ARN, to the table, with the words that the service has
// for a table that is not there: requests for items and requests for tables are answered differently.

import type { SecondaryIndex } from '../table/secondaryIndex.ts'
import type { Table } from '../table/table.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import type { OperationContext } from './operation.ts'
import { parseTableArn } from './tableArn.ts'

/** The table's own name; ARNs of other regions and accounts lead nowhere. */
export function tableNameOf(context: OperationContext, given: string): string | undefined {
  const arn = parseTableArn(given)
  if (!arn) return given
  const isHere = arn.region === context.region && arn.accountId === context.accountId
  return isHere ? arn.tableName : undefined
}

/** A table whose items a request may read and write: one that is CREATING does not count. */
export function findItemTable(context: OperationContext, given: string): Table {
  const table = findTable(context, given)
  if (!table || table.definition.TableStatus === 'CREATING') {
    throw new DynamoDBError('ResourceNotFoundException', 'Requested resource not found')
  }
  return table
}

/** A table as DescribeTable, UpdateTable and DeleteTable look for it. */
export function findDefinedTable(context: OperationContext, given: string): Table {
  const table = findTable(context, given)
  if (table) return table
  throw new DynamoDBError(
    'ResourceNotFoundException',
    `Requested resource not found: Table: ${tableNameOf(context, given) ?? given} not found`,
  )
}

export function findIndex(table: Table, indexName: string): SecondaryIndex {
  const index = table.indexes.get(indexName)
  const status = index && 'IndexStatus' in index.definition ? index.definition.IndexStatus : 'ACTIVE'
  if (!index || status === 'DELETING') {
    throw validationError(`The table does not have the specified index: ${indexName}`)
  }
  if (status === 'CREATING') {
    throw validationError(`Cannot read from backfilling global secondary index: ${indexName}`)
  }
  return index
}

function findTable(context: OperationContext, given: string): Table | undefined {
  const name = tableNameOf(context, given)
  return name === undefined ? undefined : context.catalog.findTable(name)
}

const ACTIVITIES = { CREATING: 'created', UPDATING: 'updated', DELETING: 'deleted' }

/** Only a table that is ACTIVE can be changed. */
export function checkIdle({ definition: { TableStatus: status, TableName: name } }: Table): void {
  if (status === 'ACTIVE') return
  throw new DynamoDBError(
    'ResourceInUseException',
    `Attempt to change a resource which is still in use: Table is being ${ACTIVITIES[status]}: ${name}`,
  )
}
