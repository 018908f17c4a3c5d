// A change of how a table is billed and of how much it may be used.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/switching.capacitymode.html

import type {
  BillingMode,
  ProvisionedThroughput,
  ProvisionedThroughputDescription,
  UpdateTableInput,
  WarmThroughput,
  WarmThroughputDescription,
} from '../api.ts'
import type { GlobalSecondaryIndexDefinition, TableDefinition } from '../table/tableDefinition.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import {
  checkIndexThroughput,
  checkOnDemandThroughput,
  invalid,
  provisionedThroughputForbidden,
} from './checkBilling.ts'
import { onDemandThroughput, provisionedThroughput, warmThroughput } from './newDefinition.ts'
import type { OperationContext } from './operation.ts'

const DAY_SECONDS = 24 * 60 * 60
/** How many decreases a UTC day allows at any time; then each must be an hour after the one before. */
const FREE_DECREASES = 4
const DECREASE_INTERVAL_SECONDS = 3600

export function billingModeOf(definition: TableDefinition): BillingMode {
  return definition.BillingModeSummary?.BillingMode ?? 'PROVISIONED'
}

export function updateCapacity(
  context: OperationContext,
  definition: TableDefinition,
  input: UpdateTableInput,
): TableDefinition {
  const mode = input.BillingMode ?? billingModeOf(definition)
  checkOnDemandThroughput(input.OnDemandThroughput, mode, 'UpdateTable')
  const switched =
    mode === billingModeOf(definition) ? definition : switchBilling(context, definition, input, mode)
  const { OnDemandThroughput: limits, ...rest } = updateThroughput(context, switched, input, mode)
  const changesWarmth = input.BillingMode || input.ProvisionedThroughput || input.WarmThroughput
  return {
    ...rest,
    ...(mode === 'PAY_PER_REQUEST' && onDemandThroughput({ ...limits, ...input.OnDemandThroughput })),
    ...(changesWarmth && {
      WarmThroughput: updatedWarmth(
        rest.WarmThroughput,
        mode,
        rest.ProvisionedThroughput,
        input.WarmThroughput,
      ),
    }),
  }
}

/** What a table or index has once been able to serve it stays able to serve. */
export function updatedWarmth(
  current: WarmThroughputDescription | undefined,
  mode: BillingMode,
  provisioned: ProvisionedThroughput,
  wanted: WarmThroughput | undefined,
): WarmThroughputDescription {
  for (const name of ['ReadUnitsPerSecond', 'WriteUnitsPerSecond'] as const) {
    if ((wanted?.[name] ?? Infinity) < (current?.[name] ?? 0)) {
      throw invalid(
        `Requested ${name} for WarmThroughput is lower than current WarmThroughput, decreasing WarmThroughput is not supported`,
      )
    }
  }
  return { ...warmThroughput(mode, provisioned, { ...current, ...wanted }), Status: 'UPDATING' }
}

/** On demand nothing is provisioned; provisioned, every index needs its share too. */
function switchBilling(
  context: OperationContext,
  definition: TableDefinition,
  input: UpdateTableInput,
  mode: BillingMode,
): TableDefinition {
  const { BillingModeSummary: summary } = definition
  const indexes = definition.GlobalSecondaryIndexes?.map((index) => switchIndexBilling(index, input, mode))
  const nowSeconds = context.nowMs / 1000
  return {
    ...definition,
    BillingModeSummary: {
      ...summary,
      BillingMode: mode,
      ...(mode === 'PAY_PER_REQUEST' && { LastUpdateToPayPerRequestDateTime: nowSeconds }),
    },
    ...(mode === 'PAY_PER_REQUEST' && { ProvisionedThroughput: provisionedThroughput() }),
    ...(indexes && { GlobalSecondaryIndexes: indexes }),
  }
}

function switchIndexBilling(
  { OnDemandThroughput: limits, ...index }: GlobalSecondaryIndexDefinition,
  { GlobalSecondaryIndexUpdates: updates = [] }: UpdateTableInput,
  mode: BillingMode,
): GlobalSecondaryIndexDefinition {
  if (mode === 'PAY_PER_REQUEST') {
    return { ...index, ...onDemandThroughput(limits), ProvisionedThroughput: provisionedThroughput() }
  }
  const isDeleted = updates.some((update) => update.Delete?.IndexName === index.IndexName)
  const update = updates.find((each) => each.Update?.IndexName === index.IndexName)?.Update
  if (!isDeleted) checkIndexThroughput(update ?? { IndexName: index.IndexName }, mode)
  return index
}

function updateThroughput(
  context: OperationContext,
  definition: TableDefinition,
  { ProvisionedThroughput: throughput, BillingMode: requested }: UpdateTableInput,
  mode: BillingMode,
): TableDefinition {
  if (!throughput) return definition
  if (mode === 'PAY_PER_REQUEST') throw provisionedThroughputForbidden()
  const current = definition.ProvisionedThroughput
  const isSwitch = requested !== undefined && current.ReadCapacityUnits === 0
  if (!isSwitch) checkThroughputChanges(current, throughput)
  return { ...definition, ProvisionedThroughput: changedThroughput(context, current, throughput) }
}

export function checkThroughputChanges(current: ProvisionedThroughput, wanted: ProvisionedThroughput): void {
  const isSame =
    current.ReadCapacityUnits === wanted.ReadCapacityUnits &&
    current.WriteCapacityUnits === wanted.WriteCapacityUnits
  if (!isSame) return
  throw validationError(
    'The provisioned throughput for the table will not change. The requested value equals the current value. ' +
      `Current ReadCapacityUnits provisioned for the table: ${current.ReadCapacityUnits}. ` +
      `Requested ReadCapacityUnits: ${wanted.ReadCapacityUnits}. ` +
      `Current WriteCapacityUnits provisioned for the table: ${current.WriteCapacityUnits}. ` +
      `Requested WriteCapacityUnits: ${wanted.WriteCapacityUnits}. ` +
      'Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.',
  )
}

/**
 * The new throughput, and when it was last raised and lowered. Decreases are counted by UTC day; throws
 * LimitExceededException for one too many.
 */
export function changedThroughput(
  { nowMs }: OperationContext,
  current: ProvisionedThroughputDescription,
  wanted: ProvisionedThroughput,
): ProvisionedThroughputDescription {
  const nowSeconds = nowMs / 1000
  const decreasesToday = countDecreasesToday(current, nowSeconds)
  const rises =
    wanted.ReadCapacityUnits > current.ReadCapacityUnits ||
    wanted.WriteCapacityUnits > current.WriteCapacityUnits
  const falls =
    wanted.ReadCapacityUnits < current.ReadCapacityUnits ||
    wanted.WriteCapacityUnits < current.WriteCapacityUnits
  if (falls) checkDecrease(current.LastDecreaseDateTime ?? 0, decreasesToday, nowSeconds)
  return {
    ...current,
    NumberOfDecreasesToday: decreasesToday + (falls ? 1 : 0),
    ...(rises && { LastIncreaseDateTime: nowSeconds }),
    ...(falls && { LastDecreaseDateTime: nowSeconds }),
    ReadCapacityUnits: wanted.ReadCapacityUnits,
    WriteCapacityUnits: wanted.WriteCapacityUnits,
  }
}

function countDecreasesToday(
  { LastDecreaseDateTime: lastSeconds = 0, NumberOfDecreasesToday: count }: ProvisionedThroughputDescription,
  nowSeconds: number,
): number {
  return startOfDay(lastSeconds) === startOfDay(nowSeconds) ? count : 0
}

function startOfDay(seconds: number): number {
  return seconds - (seconds % DAY_SECONDS)
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html#decreasing-provisioned-throughput */
function checkDecrease(lastSeconds: number, decreasesToday: number, nowSeconds: number): void {
  if (decreasesToday < FREE_DECREASES || nowSeconds - lastSeconds >= DECREASE_INTERVAL_SECONDS) return
  const tomorrow = startOfDay(nowSeconds) + DAY_SECONDS
  const next = Math.min(lastSeconds + DECREASE_INTERVAL_SECONDS, tomorrow)
  throw new DynamoDBError(
    'LimitExceededException',
    'Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. ' +
      `After the first ${FREE_DECREASES} decreases, each subsequent decrease in the same UTC day can be ` +
      `performed at most once every ${DECREASE_INTERVAL_SECONDS} seconds. ` +
      `Number of decreases today: ${decreasesToday}. Last decrease at ${timeText(lastSeconds)}. ` +
      `Next decrease can be made at ${timeText(next)}`,
  )
}

/** `Monday, February 13, 2023 at 10:25:39 AM Coordinated Universal Time`. */
function timeText(seconds: number): string {
  const moment = new Date(seconds * 1000)
  const date = moment.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'full' })
  const time = moment.toLocaleTimeString('en-US', { timeZone: 'UTC', timeStyle: 'medium' })
  // Some engines put a narrow space before AM.
  return `${date} at ${time.replace(/\s/g, ' ')} Coordinated Universal Time`
}
