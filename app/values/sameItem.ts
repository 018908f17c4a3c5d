import type { Item } from '../../engine/value/attributeValue.ts'
import { equalValues } from '../../engine/value/compareValues.ts'

export function sameItem(one: Item, other: Item): boolean {
  return one === other || equalValues({ M: one }, { M: other })
}
