import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import { equalValues } from '../../engine/value/compareValues.ts'

/** What makes one item of the other, both canonical: values by attribute name; undefined where the attribute goes. */
export function changedAttributes(before: Item, after: Item): Map<string, AttributeValue | undefined> {
  const changes = new Map<string, AttributeValue | undefined>()
  for (const [name, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, name) || !equalValues(before[name]!, value)) changes.set(name, value)
  }
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) changes.set(name, undefined)
  return changes
}
