import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'

/** A cell that the keyboard or the mouse stands on. */
export interface GridCell {
  position: number
  item: Item
  /** Attribute name. */
  name: string
  /** Undefined where the item lacks the attribute. */
  value: AttributeValue | undefined
}
