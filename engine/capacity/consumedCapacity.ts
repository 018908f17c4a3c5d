// Capacity that one request used on one table, and the form in which responses tell it: TOTAL is one number,
// INDEXES adds the table's share and that of each index that took part.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html

import type { Capacity, ConsumedCapacity, ReturnConsumedCapacity } from '../api.ts'

export interface CapacityUse {
  table: number
  /** Units by index name; only the indexes that took part. */
  localIndexes: Map<string, number>
  globalIndexes: Map<string, number>
}

export function capacityUse(table: number): CapacityUse {
  return { table, localIndexes: new Map(), globalIndexes: new Map() }
}

/** Adds what another request of the same batch used on the same table. */
export function addCapacityUse(sum: CapacityUse, use: CapacityUse): void {
  sum.table += use.table
  addUnits(sum.localIndexes, use.localIndexes)
  addUnits(sum.globalIndexes, use.globalIndexes)
}

export function consumedCapacity(
  tableName: string,
  use: CapacityUse,
  detail: Exclude<ReturnConsumedCapacity, 'NONE'>,
): ConsumedCapacity {
  const capacity: ConsumedCapacity = {
    TableName: tableName,
    CapacityUnits: use.table + sumOf(use.localIndexes) + sumOf(use.globalIndexes),
  }
  if (detail === 'TOTAL') return capacity
  capacity.Table = { CapacityUnits: use.table }
  if (use.localIndexes.size > 0) capacity.LocalSecondaryIndexes = capacities(use.localIndexes)
  if (use.globalIndexes.size > 0) capacity.GlobalSecondaryIndexes = capacities(use.globalIndexes)
  return capacity
}

function addUnits(sum: Map<string, number>, units: ReadonlyMap<string, number>): void {
  for (const [name, used] of units) sum.set(name, (sum.get(name) ?? 0) + used)
}

function sumOf(units: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const used of units.values()) sum += used
  return sum
}

function capacities(units: ReadonlyMap<string, number>): Record<string, Capacity> {
  // An index may be called __proto__.
  const byName = Object.create(null) as Record<string, Capacity>
  for (const [name, used] of units) byName[name] = { CapacityUnits: used }
  return byName
}
