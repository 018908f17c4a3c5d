// A table design as `aws dynamodb create-table --cli-input-json` takes it: no member that CreateTable
// does not know, attribute definitions of key attributes only, and capacity that goes with the billing mode.
// https://docs.aws.amazon.com/cli/latest/reference/dynamodb/create-table.html

import type {
  BillingMode,
  CreateTableInput,
  GlobalSecondaryIndex,
  KeySchemaElement,
  LocalSecondaryIndex,
  ProvisionedThroughput,
} from '../../engine/api.ts'
import type { TableDesign } from '../model/design.ts'
import { withUsedDefinitions } from '../model/edits.ts'
import { extensionMembers } from './workbenchFormat.ts'

/** What DynamoDB's console and NoSQL Workbench give a provisioned table by default. */
const defaultThroughput: ProvisionedThroughput = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }

export function writeCreateTable(table: Pick<TableDesign, 'definition'>): CreateTableInput {
  const definition = withUsedDefinitions(table.definition)
  const { LocalSecondaryIndexes: local = [], GlobalSecondaryIndexes: global = [] } = definition
  const billing = writeBilling(definition)
  const input: CreateTableInput = {
    TableName: definition.TableName,
    AttributeDefinitions: definition.AttributeDefinitions.map(({ AttributeName, AttributeType }) => {
      return { AttributeName, AttributeType }
    }),
    KeySchema: writeKeySchema(definition.KeySchema),
    ...billing,
  }
  if (local.length > 0) input.LocalSecondaryIndexes = local.map(writeLocalIndex)
  if (global.length > 0) {
    input.GlobalSecondaryIndexes = global.map((index) =>
      writeGlobalIndex(index, billing.ProvisionedThroughput),
    )
  }
  for (const name of extensionMembers) {
    if (definition[name] !== undefined) Object.assign(input, { [name]: definition[name] })
  }
  return input
}

function writeBilling(definition: CreateTableInput): {
  BillingMode: BillingMode
  ProvisionedThroughput?: ProvisionedThroughput
} {
  if (definition.BillingMode === 'PAY_PER_REQUEST') return { BillingMode: 'PAY_PER_REQUEST' }
  const throughput = writeThroughput(definition.ProvisionedThroughput ?? defaultThroughput)
  return { BillingMode: 'PROVISIONED', ProvisionedThroughput: throughput }
}

function writeThroughput(throughput: ProvisionedThroughput): ProvisionedThroughput {
  const { ReadCapacityUnits, WriteCapacityUnits } = throughput
  return { ReadCapacityUnits, WriteCapacityUnits }
}

function writeKeySchema(schema: KeySchemaElement[]): KeySchemaElement[] {
  return schema.map(({ AttributeName, KeyType }) => ({ AttributeName, KeyType }))
}

function writeLocalIndex({ IndexName, KeySchema, Projection }: LocalSecondaryIndex): LocalSecondaryIndex {
  const { ProjectionType = 'ALL', NonKeyAttributes } = Projection
  const listed =
    ProjectionType === 'INCLUDE' && NonKeyAttributes ? { NonKeyAttributes: [...NonKeyAttributes] } : {}
  return { IndexName, KeySchema: writeKeySchema(KeySchema), Projection: { ProjectionType, ...listed } }
}

function writeGlobalIndex(
  index: GlobalSecondaryIndex,
  ofTable: ProvisionedThroughput | undefined,
): GlobalSecondaryIndex {
  const written: GlobalSecondaryIndex = writeLocalIndex(index)
  if (ofTable) written.ProvisionedThroughput = writeThroughput(index.ProvisionedThroughput ?? ofTable)
  if (index.OnDemandThroughput && !ofTable) written.OnDemandThroughput = index.OnDemandThroughput
  if (index.WarmThroughput) written.WarmThroughput = index.WarmThroughput
  return written
}
