// Attribute maps lose their missing prototype when they are cloned between threads. This takes the prototype
// away again, so that in the window too an attribute called `constructor` is there only when it is there.

import type { Item } from '../value/attributeValue.ts'
import { stripPrototypes } from '../value/attributeValue.ts'

interface OutputWithItems {
  Item?: Item
  Attributes?: Item
  Items?: Item[]
  Responses?: Record<string, Item[]>
  LastEvaluatedKey?: Item
  /** Of readCollections. */
  entries?: { item: Item }[]
  collections?: { key: Item }[]
}

/** Changes the output of a call in place. */
export function bareItems<Output>(output: Output): Output {
  const isOutput = typeof output === 'object' && output !== null && !Array.isArray(output)
  if (isOutput) for (const item of itemsOf(output)) stripPrototypes(item)
  return output
}

function* itemsOf(output: OutputWithItems): Iterable<Item> {
  if (output.Item) yield output.Item
  if (output.Attributes) yield output.Attributes
  if (output.LastEvaluatedKey) yield output.LastEvaluatedKey
  if (output.Items) yield* output.Items
  for (const items of Object.values(output.Responses ?? {})) yield* items
  for (const { item } of output.entries ?? []) yield item
  for (const { key } of output.collections ?? []) yield key
}
