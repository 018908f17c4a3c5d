// Changes a table: its billing and throughput, its stream, protection, class and encryption, and one global
// secondary index at a time, which is created and filled, or dropped.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html

import type { UpdateTableInput } from '../api.ts'
import type { Table } from '../table/table.ts'
import type { TableDefinition } from '../table/tableDefinition.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { checkThroughputBounds, invalid, provisionedThroughputForbidden } from './checkBilling.ts'
import { flag, listOf, required, structure } from './constraints.ts'
import { describeDefinition } from './describeDefinition.ts'
import { checkIdle, findDefinedTable } from './findTable.ts'
import { newEncryption } from './newDefinition.ts'
import type { Operation, OperationContext } from './operation.ts'
import {
  AttributeDefinitions,
  BillingMode,
  createGlobalSecondaryIndexAction,
  DefinedTableName,
  indexName,
  OnDemandThroughput,
  ProvisionedThroughput,
  SSESpecification,
  StreamSpecification,
  TableClass,
  WarmThroughput,
} from './requestShapes.ts'
import { updateCapacity } from './updateCapacity.ts'
import { checkIndexUpdates, updateGlobalIndexes } from './updateGlobalIndexes.ts'
import { updateStream } from './updateStream.ts'

export const updateTable: Operation<'UpdateTable'> = {
  name: 'UpdateTable',
  constraints: structure('UpdateTableInput', {
    TableName: DefinedTableName,
    AttributeDefinitions,
    BillingMode,
    ProvisionedThroughput,
    GlobalSecondaryIndexUpdates: listOf(
      structure('GlobalSecondaryIndexUpdate', {
        Update: structure('UpdateGlobalSecondaryIndexAction', {
          IndexName: required(indexName),
          ProvisionedThroughput,
          OnDemandThroughput,
          WarmThroughput,
        }),
        Create: createGlobalSecondaryIndexAction,
        Delete: structure('DeleteGlobalSecondaryIndexAction', { IndexName: required(indexName) }),
      }),
    ),
    StreamSpecification,
    SSESpecification,
    TableClass,
    DeletionProtectionEnabled: flag,
    OnDemandThroughput,
    WarmThroughput,
  }),
  plan(context, input) {
    checkParameters(input)
    const table = findDefinedTable(context, input.TableName)
    checkIdle(table)
    const definition = updatedDefinition(context, table, input)
    return {
      output: { TableDescription: describeDefinition(answeredDefinition(table, definition, input), table) },
      changes: [{ kind: 'table', name: table.name, definition }],
    }
  },
}

const CHANGES: readonly (keyof UpdateTableInput)[] = [
  'ProvisionedThroughput',
  'BillingMode',
  'StreamSpecification',
  'SSESpecification',
  'TableClass',
  'DeletionProtectionEnabled',
  'OnDemandThroughput',
  'WarmThroughput',
]

function checkParameters(input: UpdateTableInput): void {
  const { GlobalSecondaryIndexUpdates: updates = [], ProvisionedThroughput: throughput } = input
  if (updates.length === 0 && !CHANGES.some((name) => name in input)) {
    throw validationError(
      'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates ' +
        'or SSESpecification or ReplicaUpdates is required',
    )
  }
  if (throughput && input.BillingMode === 'PAY_PER_REQUEST') throw provisionedThroughputForbidden()
  if (throughput) checkThroughputBounds(throughput)
  checkIndexUpdates(updates)
  if (input.BillingMode === 'PROVISIONED' && !throughput) {
    throw invalid('ProvisionedThroughput must be specified when BillingMode is PROVISIONED')
  }
}

function updatedDefinition(
  context: OperationContext,
  table: Table,
  input: UpdateTableInput,
): TableDefinition {
  const steps = [updateCapacity, updateGlobalIndexes, updateStream, updateSettings]
  return steps.reduce<TableDefinition>((definition, update) => update(context, definition, input), {
    ...table.definition,
    TableStatus: 'UPDATING',
  })
}

function updateSettings(
  context: OperationContext,
  definition: TableDefinition,
  {
    SSESpecification: encryption,
    TableClass: tableClass,
    DeletionProtectionEnabled: isProtected,
  }: UpdateTableInput,
): TableDefinition {
  const { SSEDescription, ...rest } = definition
  const described = encryption?.Enabled ? newEncryption(context, encryption) : SSEDescription
  const keepsDescription = described && encryption?.Enabled !== false
  return {
    ...rest,
    ...(keepsDescription && { SSEDescription: described }),
    ...(tableClass && {
      TableClassSummary: { TableClass: tableClass, LastUpdateDateTime: context.nowMs / 1000 },
    }),
    ...(isProtected !== undefined && { DeletionProtectionEnabled: isProtected }),
  }
}

/**
 * While a table is UPDATING it is described with the throughput that it still has, and with the -1 that lifts
 * a limit.
 */
function answeredDefinition(
  { definition: current }: Table,
  next: TableDefinition,
  { OnDemandThroughput: limits }: UpdateTableInput,
): TableDefinition {
  const { ReadCapacityUnits, WriteCapacityUnits } = current.ProvisionedThroughput
  return {
    ...next,
    ProvisionedThroughput: { ...next.ProvisionedThroughput, ReadCapacityUnits, WriteCapacityUnits },
    ...(limits && { OnDemandThroughput: { ...next.OnDemandThroughput, ...limits } }),
  }
}
