import type {
  CreateTableInput,
  GlobalSecondaryIndexDescription,
  LocalSecondaryIndexDescription,
  TableDescription,
} from '../../engine/api.ts'

/** The CreateTable request that makes a table like the one described. */
export function definitionOf(table: TableDescription): CreateTableInput {
  const isOnDemand = table.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST'
  const throughput = (described: { ReadCapacityUnits: number; WriteCapacityUnits: number }) =>
    isOnDemand
      ? {}
      : {
          ProvisionedThroughput: {
            ReadCapacityUnits: described.ReadCapacityUnits,
            WriteCapacityUnits: described.WriteCapacityUnits,
          },
        }
  const local = (table.LocalSecondaryIndexes ?? []).map(bareIndex)
  const global = (table.GlobalSecondaryIndexes ?? []).map((index) => ({
    ...bareIndex(index),
    ...throughput(index.ProvisionedThroughput),
  }))
  return {
    TableName: table.TableName,
    AttributeDefinitions: table.AttributeDefinitions,
    KeySchema: table.KeySchema,
    ...(local.length > 0 ? { LocalSecondaryIndexes: local } : {}),
    ...(global.length > 0 ? { GlobalSecondaryIndexes: global } : {}),
    BillingMode: isOnDemand ? 'PAY_PER_REQUEST' : 'PROVISIONED',
    ...throughput(table.ProvisionedThroughput),
    ...(table.StreamSpecification ? { StreamSpecification: table.StreamSpecification } : {}),
    ...(table.DeletionProtectionEnabled ? { DeletionProtectionEnabled: true } : {}),
  }
}

function bareIndex(index: LocalSecondaryIndexDescription | GlobalSecondaryIndexDescription) {
  return { IndexName: index.IndexName, KeySchema: index.KeySchema, Projection: index.Projection }
}
