// Billing mode and throughput must agree: provisioned tables and their global indexes state their capacity,
// on-demand tables must not; the limits of on-demand throughput are for these alone.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html

import type { BillingMode, OnDemandThroughput, ProvisionedThroughput } from '../api.ts'
import { type DynamoDBError, validationError } from '../value/dynamoDBError.ts'

const MAX_CAPACITY_UNITS = 1_000_000_000_000

export function invalid(problem: string): DynamoDBError {
  return validationError(`One or more parameter values were invalid: ${problem}`)
}

export function provisionedThroughputForbidden(): DynamoDBError {
  return invalid(
    'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
  )
}

export function checkThroughputBounds(throughput: ProvisionedThroughput): void {
  for (const name of ['ReadCapacityUnits', 'WriteCapacityUnits'] as const) {
    if (throughput[name] > MAX_CAPACITY_UNITS) {
      throw validationError(`Given value ${throughput[name]} for ${name} is out of bounds`)
    }
  }
}

export function checkIndexThroughput(
  index: { IndexName: string; ProvisionedThroughput?: ProvisionedThroughput },
  mode: BillingMode,
): void {
  const { IndexName: name, ProvisionedThroughput: throughput } = index
  if (mode === 'PAY_PER_REQUEST' && throughput) {
    throw invalid(
      `ProvisionedThroughput should not be specified for index: ${name} when BillingMode is PAY_PER_REQUEST`,
    )
  }
  if (mode === 'PROVISIONED' && !throughput) {
    throw invalid(`ProvisionedThroughput must be specified for index: ${name}`)
  }
}

/** UpdateTable takes -1 to lift a limit, and words its complaint a little differently. */
export function checkOnDemandThroughput(
  throughput: OnDemandThroughput | undefined,
  mode: BillingMode,
  operation: 'CreateTable' | 'UpdateTable',
): void {
  for (const name of ['MaxReadRequestUnits', 'MaxWriteRequestUnits'] as const) {
    const units = throughput?.[name]
    if (units === undefined) continue
    if (mode === 'PROVISIONED') {
      throw invalid(
        operation === 'CreateTable'
          ? `${name} for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.`
          : `${name} for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED`,
      )
    }
    if (units < 1 && !(operation === 'UpdateTable' && units === -1)) {
      throw invalid(`Requested ${name} for OnDemandThroughput for table is outside of valid range`)
    }
  }
}
