import type { Item } from '../../engine/value/attributeValue.ts'
import type { Entity, TableDesign } from './design.ts'

export function inferEntities(_table: TableDesign, _items: Item[]): Entity[] {
  return []
}
