// Creates a table with its indexes.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html

import type { CreateTableInput } from '../api.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import {
  checkOnDemandThroughput,
  checkThroughputBounds,
  invalid,
  provisionedThroughputForbidden,
} from './checkBilling.ts'
import {
  checkDefinitionsUsed,
  checkGlobalIndexes,
  checkLocalIndexes,
  checkProjectedCount,
  checkTableKeys,
} from './checkKeySchema.ts'
import { flag, listOf, required, structure, text } from './constraints.ts'
import { describeDefinition } from './describeDefinition.ts'
import { tableNameOf } from './findTable.ts'
import { newTableDefinition } from './newDefinition.ts'
import type { Operation } from './operation.ts'
import {
  AttributeDefinitions,
  BillingMode,
  DefinedTableName,
  globalSecondaryIndex,
  KeySchema,
  localSecondaryIndex,
  OnDemandThroughput,
  ProvisionedThroughput,
  SSESpecification,
  StreamSpecification,
  TableClass,
  Tags,
  WarmThroughput,
} from './requestShapes.ts'

export const createTable: Operation<'CreateTable'> = {
  name: 'CreateTable',
  constraints: structure('CreateTableInput', {
    TableName: DefinedTableName,
    BillingMode,
    ProvisionedThroughput,
    KeySchema: required(KeySchema),
    AttributeDefinitions: required(AttributeDefinitions),
    LocalSecondaryIndexes: listOf(localSecondaryIndex),
    GlobalSecondaryIndexes: listOf(globalSecondaryIndex),
    StreamSpecification,
    SSESpecification,
    Tags,
    TableClass,
    DeletionProtectionEnabled: flag,
    OnDemandThroughput,
    WarmThroughput,
    ResourcePolicy: text(),
  }),
  plan(context, input) {
    checkThroughput(input)
    checkKeys(input)
    checkStream(input)
    const tableName = tableNameOf(context, input.TableName)
    if (tableName === undefined) throw foreignArn(input.TableName)
    if (context.catalog.findTable(tableName)) {
      throw new DynamoDBError('ResourceInUseException', `Table already exists: ${tableName}`)
    }
    const definition = newTableDefinition(context, tableName, input)
    return {
      output: { TableDescription: describeDefinition(definition, undefined) },
      changes: [{ kind: 'table', name: tableName, definition }],
    }
  },
}

function foreignArn(arn: string): DynamoDBError {
  return validationError(`Invalid TableArn: Invalid ResourceArn provided as input ${arn}`)
}

function checkThroughput({ BillingMode: mode, ProvisionedThroughput: throughput }: CreateTableInput): void {
  if (mode === 'PAY_PER_REQUEST') {
    if (throughput) throw provisionedThroughputForbidden()
    return
  }
  if (!throughput) {
    throw invalid(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    )
  }
  checkThroughputBounds(throughput)
}

function checkKeys(input: CreateTableInput): void {
  const { LocalSecondaryIndexes: local = [], GlobalSecondaryIndexes: global } = input
  checkTableKeys(input)
  if (!input.LocalSecondaryIndexes && !global) checkDefinitionsUsed(input)
  checkLocalIndexes(input)
  if (global?.length === 0) throw invalid('List of GlobalSecondaryIndexes is empty')
  checkGlobalIndexes(global ?? [], {
    definitions: input.AttributeDefinitions,
    mode: input.BillingMode ?? 'PROVISIONED',
    localIndexes: local,
  })
  checkDefinitionsUsed(input)
  checkProjectedCount([...local, ...(global ?? [])])
}

function checkStream(input: CreateTableInput): void {
  checkOnDemandThroughput(input.OnDemandThroughput, input.BillingMode ?? 'PROVISIONED', 'CreateTable')
  const { StreamEnabled: enabled, StreamViewType: view } = input.StreamSpecification ?? {}
  if (enabled === false && view) {
    throw invalid('Table is being created with a stream disabled, UpdateViewType should not be specified')
  }
  if (enabled && !view) throw invalid('StreamViewType must be specified when StreamEnabled is true')
}
