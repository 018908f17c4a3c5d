// What becomes of a table that is CREATING, UPDATING or DELETING once the time for that has passed.

import type { AttributeDefinition } from '../api.ts'
import type { GlobalSecondaryIndexDefinition, TableDefinition } from '../table/tableDefinition.ts'

/**
 * The next stable definition: the same one if it is stable, undefined if the table is gone. A table is filled
 * into an index when the definition says that the index is ACTIVE.
 */
export function settleTable(definition: TableDefinition): TableDefinition | undefined {
  if (definition.TableStatus === 'DELETING') return undefined
  if (definition.TableStatus === 'ACTIVE') return definition
  const {
    GlobalSecondaryIndexes: indexes,
    BillingModeSummary: billing,
    WarmThroughput: warm,
    ...rest
  } = definition
  const settled = indexes?.filter((index) => index.IndexStatus !== 'DELETING').map(settleIndex)
  return pruneDefinitions({
    ...rest,
    TableStatus: 'ACTIVE',
    ...(billing && { BillingModeSummary: settleBilling(billing, definition) }),
    ...(settled && settled.length > 0 && { GlobalSecondaryIndexes: settled }),
    ...(warm && { WarmThroughput: { ...warm, Status: 'ACTIVE' as const } }),
  })
}

function settleIndex({
  Backfilling: _,
  ...index
}: GlobalSecondaryIndexDefinition): GlobalSecondaryIndexDefinition {
  return {
    ...index,
    IndexStatus: 'ACTIVE',
    ...(index.WarmThroughput && { WarmThroughput: { ...index.WarmThroughput, Status: 'ACTIVE' as const } }),
  }
}

type BillingModeSummary = NonNullable<TableDefinition['BillingModeSummary']>

function settleBilling(
  billing: BillingModeSummary,
  { CreationDateTime }: TableDefinition,
): BillingModeSummary {
  if (billing.BillingMode === 'PROVISIONED') return billing
  return { LastUpdateToPayPerRequestDateTime: CreationDateTime, ...billing }
}

/** Definitions that no key uses any more are forgotten. */
function pruneDefinitions(definition: TableDefinition): TableDefinition {
  const { KeySchema, LocalSecondaryIndexes = [], GlobalSecondaryIndexes = [] } = definition
  const schemas = [
    KeySchema,
    ...[...LocalSecondaryIndexes, ...GlobalSecondaryIndexes].map((index) => index.KeySchema),
  ]
  const used = new Set(schemas.flat().map(({ AttributeName }) => AttributeName))
  const isUsed = ({ AttributeName }: AttributeDefinition) => used.has(AttributeName)
  return { ...definition, AttributeDefinitions: definition.AttributeDefinitions.filter(isUsed) }
}
