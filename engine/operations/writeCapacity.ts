// What a planned write costs: the table's share, and that of each index whose entry changes.

import { type CapacityUse, capacityUse } from '../capacity/consumedCapacity.ts'
import { indexWriteUnits, writeUnits } from '../capacity/writeUnits.ts'
import type { ItemChange } from '../table/table.ts'
import type { Item } from '../value/attributeValue.ts'
import { itemSizeBytes } from '../value/itemSize.ts'

/** No change is a delete that finds no item: it costs the minimum. */
export function writeCapacity(change: ItemChange | undefined): CapacityUse {
  const use = capacityUse(writeUnits(sizeBytes(change?.before), sizeBytes(change?.after)))
  for (const { index, removed, added } of change?.indexes ?? []) {
    const units = index.kind === 'LSI' ? use.localIndexes : use.globalIndexes
    units.set(index.name, indexWriteUnits(removed, added))
  }
  return use
}

function sizeBytes(item: Item | undefined): number {
  return item ? itemSizeBytes(item) : 0
}
