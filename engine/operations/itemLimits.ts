// How large items may be. PutItem measures the item. UpdateItem measures the item too, and what the update
// writes with a cost for the update and for each action, so that an item within reach of PutItem can be out of
// reach of UpdateItem.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items

import type { Item } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { attributeSizeBytes, itemSizeBytes } from '../value/itemSize.ts'

const MAX_ITEM_BYTES = 400 * 1024

export function checkItemLimits(item: Item): void {
  if (itemSizeBytes(item) > MAX_ITEM_BYTES) {
    throw validationError('Item size has exceeded the maximum allowed size')
  }
}

export interface UpdateSize {
  /** Top-level attributes that the update writes. */
  written: readonly string[]
  /** Fixed costs of its actions, in bytes. */
  actionBytes: number
}

/** Source: dynamodb-conformance tier3 limits/itemSizeBySurface, measured against the service on 19 August 2026. */
const UPDATE_BYTES = 3

export function checkUpdatedItemLimits(after: Item, { written, actionBytes }: UpdateSize): void {
  const itemBytes = itemSizeBytes(after)
  // Most items are so small that no cost of actions can matter.
  if (itemBytes + UPDATE_BYTES + actionBytes <= MAX_ITEM_BYTES) return
  let writtenBytes = UPDATE_BYTES + actionBytes
  for (const name of new Set(written)) {
    const value = after[name]
    if (value) writtenBytes += attributeSizeBytes(name, value)
  }
  if (Math.max(itemBytes, writtenBytes) > MAX_ITEM_BYTES) {
    throw validationError('Item size to update has exceeded the maximum allowed size')
  }
}
