// What an update may not do to an item: touch its key, reach into a key attribute, give an index key a value
// that is not one, or make the item too large.

import { assignedConstant, type BoundUpdate, countUpdateActions } from '../expression/expressions.ts'
import type { Table } from '../table/table.ts'
import { type Item, typeOf } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { checkUpdatedItemLimits } from './itemLimits.ts'
import { checkKeyPaths } from './keyPaths.ts'
import { checkUpdatedIndexKeys, findByIndexName, indexKeyTypeMismatch } from './keys.ts'

/** What can be told from the update and the table alone. */
export function checkUpdateTargets(table: Table, update: BoundUpdate): void {
  for (const path of update.targets) {
    if (table.keys.some((key) => key.name === path[0] && path.length === 1))
      throw keyUpdate(path[0] as string)
  }
  checkConstantIndexKeys(table, update)
  checkKeyPaths(table, update.targets)
}

function keyUpdate(name: string): Error {
  return validationError(
    `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
  )
}

function checkConstantIndexKeys(table: Table, update: BoundUpdate): void {
  const mismatch = findByIndexName(table, (index, attribute) => {
    const value = assignedConstant(update, attribute.name)
    return value && typeOf(value) !== attribute.type ? { index, attribute, value } : undefined
  })
  if (mismatch) throw indexKeyTypeMismatch(mismatch)
}

/** What can only be told from the item that the update results in. */
export function checkUpdatedItem(table: Table, update: BoundUpdate, before: Item, after: Item): void {
  checkUpdatedIndexKeys(table, before, after)
  checkUpdatedItemLimits(after, { written: writtenNames(update), actionBytes: actionBytes(update) })
}

// What an action adds to the measure of an update. Sources: dynamodb-conformance tier3 limits/itemSizeBySurface,
// measured against the service on 19 August 2026; for calculations dynoxide's CHANGELOG, a capture of eu-west-2.
const WRITE_BYTES = 19
const CLEAR_BYTES = 2
const CALCULATION_BYTES = 50
const LIST_POSITION_BYTES = 1

function actionBytes(update: BoundUpdate): number {
  const { writes, clears, calculations } = countUpdateActions(update)
  const positions = update.targets.filter((path) => path.some((step) => typeof step === 'number')).length
  return (
    writes * WRITE_BYTES +
    clears * CLEAR_BYTES +
    calculations * CALCULATION_BYTES +
    positions * LIST_POSITION_BYTES
  )
}

function writtenNames({ compiled, targets }: BoundUpdate): string[] {
  const written = targets.filter((_, i) => {
    const kind = compiled.actions[i]?.kind
    return kind === 'SET' || kind === 'ADD'
  })
  return written.map((path) => path[0] as string)
}
