import type { Item } from '../../engine/value/attributeValue.ts'

/** Text that tells an item from all others by the attributes named: stable, whatever the values hold. */
export function itemKeyText(item: Item, keyNames: readonly string[]): string {
  return JSON.stringify(keyNames.map((name) => item[name] ?? null))
}
