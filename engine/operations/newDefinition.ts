// Definitions of new tables and indexes, in the status CREATING.

import type {
  BillingMode,
  CreateTableInput,
  GlobalSecondaryIndex,
  LocalSecondaryIndex,
  OnDemandThroughput,
  ProvisionedThroughput,
  ProvisionedThroughputDescription,
  SSESpecification,
  StreamSpecification,
  WarmThroughput,
  WarmThroughputDescription,
} from '../api.ts'
import type {
  GlobalSecondaryIndexDefinition,
  LocalSecondaryIndexDefinition,
  TableDefinition,
} from '../table/tableDefinition.ts'
import type { OperationContext } from './operation.ts'
import { printTableArn } from './tableArn.ts'

/** What an on-demand table serves from its first moment. */
const ON_DEMAND_WARM_THROUGHPUT = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_000 }

export function newTableDefinition(
  context: OperationContext,
  tableName: string,
  input: CreateTableInput,
): TableDefinition {
  const arn = printTableArn({ region: context.region, accountId: context.accountId, tableName })
  const mode = input.BillingMode ?? 'PROVISIONED'
  return {
    AttributeDefinitions: input.AttributeDefinitions,
    TableName: tableName,
    KeySchema: input.KeySchema,
    TableStatus: 'CREATING',
    CreationDateTime: context.nowMs / 1000,
    ProvisionedThroughput: provisionedThroughput(input.ProvisionedThroughput),
    TableArn: arn,
    TableId: context.newId(),
    ...(mode === 'PAY_PER_REQUEST' && { BillingModeSummary: { BillingMode: mode } }),
    ...(input.LocalSecondaryIndexes && {
      LocalSecondaryIndexes: input.LocalSecondaryIndexes.map((index) => newLocalIndex(arn, index)),
    }),
    ...(input.GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: input.GlobalSecondaryIndexes.map((index) => newGlobalIndex(arn, index, mode)),
    }),
    ...(input.StreamSpecification?.StreamEnabled && newStream(context, arn, input.StreamSpecification)),
    ...(input.SSESpecification?.Enabled && {
      SSEDescription: newEncryption(context, input.SSESpecification),
    }),
    ...(input.TableClass && { TableClassSummary: { TableClass: input.TableClass } }),
    DeletionProtectionEnabled: input.DeletionProtectionEnabled ?? false,
    ...onDemandThroughput(input.OnDemandThroughput),
    WarmThroughput: warmThroughput(mode, input.ProvisionedThroughput, input.WarmThroughput),
    ...(input.Tags && { Tags: input.Tags }),
    ...(input.ResourcePolicy !== undefined && { ResourcePolicy: input.ResourcePolicy }),
  }
}

function newLocalIndex(tableArn: string, index: LocalSecondaryIndex): LocalSecondaryIndexDefinition {
  const { IndexName, KeySchema, Projection } = index
  return { IndexName, KeySchema, Projection, IndexArn: `${tableArn}/index/${IndexName}` }
}

export function newGlobalIndex(
  tableArn: string,
  index: GlobalSecondaryIndex,
  mode: BillingMode,
): GlobalSecondaryIndexDefinition {
  return {
    ...newLocalIndex(tableArn, index),
    IndexStatus: 'CREATING',
    ProvisionedThroughput: provisionedThroughput(index.ProvisionedThroughput),
    ...onDemandThroughput(index.OnDemandThroughput),
    WarmThroughput: warmThroughput(mode, index.ProvisionedThroughput, index.WarmThroughput),
  }
}

/** Nothing is provisioned of what is on demand. */
export function provisionedThroughput(throughput?: ProvisionedThroughput): ProvisionedThroughputDescription {
  return {
    NumberOfDecreasesToday: 0,
    ReadCapacityUnits: throughput?.ReadCapacityUnits ?? 0,
    WriteCapacityUnits: throughput?.WriteCapacityUnits ?? 0,
  }
}

export function warmThroughput(
  mode: BillingMode,
  provisioned: ProvisionedThroughput | undefined,
  warm: WarmThroughput | undefined,
): WarmThroughputDescription {
  const { ReadCapacityUnits = 0, WriteCapacityUnits = 0 } = provisioned ?? {}
  const least =
    mode === 'PAY_PER_REQUEST'
      ? ON_DEMAND_WARM_THROUGHPUT
      : { ReadUnitsPerSecond: ReadCapacityUnits, WriteUnitsPerSecond: WriteCapacityUnits }
  return {
    ReadUnitsPerSecond: Math.max(least.ReadUnitsPerSecond, warm?.ReadUnitsPerSecond ?? 0),
    WriteUnitsPerSecond: Math.max(least.WriteUnitsPerSecond, warm?.WriteUnitsPerSecond ?? 0),
    Status: 'CREATING',
  }
}

/** -1 stands for no limit, and an object without limits for no object. */
export function onDemandThroughput(limits: OnDemandThroughput | undefined): {
  OnDemandThroughput?: OnDemandThroughput
} {
  const known = Object.entries(limits ?? {}).filter(([, units]) => units !== undefined && units !== -1)
  return known.length === 0 ? {} : { OnDemandThroughput: Object.fromEntries(known) }
}

/** A stream is known by the moment of its beginning. */
export function newStream(
  context: OperationContext,
  tableArn: string,
  specification: StreamSpecification,
): Pick<TableDefinition, 'StreamSpecification' | 'LatestStreamLabel' | 'LatestStreamArn'> {
  const label = new Date(context.nowMs).toISOString().replace('Z', '')
  return {
    StreamSpecification: specification,
    LatestStreamLabel: label,
    LatestStreamArn: `${tableArn}/stream/${label}`,
  }
}

/** Encryption with a key of the customer, or of the account when none is named. */
export function newEncryption(
  context: OperationContext,
  { SSEType = 'KMS', KMSMasterKeyId }: SSESpecification,
): NonNullable<TableDefinition['SSEDescription']> {
  const keyArn = KMSMasterKeyId?.startsWith('arn:')
    ? KMSMasterKeyId
    : `arn:aws:kms:${context.region}:${context.accountId}:key/${KMSMasterKeyId ?? context.newId()}`
  return { Status: 'ENABLED', SSEType, KMSMasterKeyArn: keyArn }
}
