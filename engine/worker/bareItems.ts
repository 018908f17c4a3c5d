// Attribute maps lose their missing prototype when they are cloned between threads. This takes the prototype
// away again, so that in the window too an attribute called `constructor` is there only when it is there.

import type { ItemCollectionMetrics, KeysAndAttributes, WriteRequest } from '../api.ts'
import { type Item, stripPrototypes } from '../value/attributeValue.ts'

interface OutputWithItems {
  Item?: Item
  Attributes?: Item
  Items?: Item[]
  Responses?: Record<string, Item[]>
  LastEvaluatedKey?: Item
  UnprocessedKeys?: Record<string, KeysAndAttributes>
  UnprocessedItems?: Record<string, WriteRequest[]>
  /** Those of one write, or of a batch by table. */
  ItemCollectionMetrics?: ItemCollectionMetrics | Record<string, ItemCollectionMetrics[]>
  /** Of readCollections. */
  entries?: { item: Item }[]
  collections?: { key: Item }[]
}

/** Changes the output of a call in place. */
export function bareItems<Output>(output: Output): Output {
  const isOutput = typeof output === 'object' && output !== null && !Array.isArray(output)
  if (isOutput) for (const item of itemsOf(output)) if (item) stripPrototypes(item)
  return output
}

/** The same for the details of an error: a condition that failed may show the item. */
export function bareDetails<Details extends { readonly Item?: unknown }>(
  name: string,
  details: Details,
): Details {
  if (name === 'ConditionalCheckFailedException' && details.Item) stripPrototypes(details.Item as Item)
  return details
}

function* itemsOf(output: OutputWithItems): Iterable<Item | undefined> {
  yield output.Item
  yield output.Attributes
  yield output.LastEvaluatedKey
  if (output.Items) yield* output.Items
  for (const items of Object.values(output.Responses ?? {})) yield* items
  for (const { Keys } of Object.values(output.UnprocessedKeys ?? {})) yield* Keys
  for (const write of Object.values(output.UnprocessedItems ?? {}).flat()) {
    yield write.PutRequest?.Item
    yield write.DeleteRequest?.Key
  }
  for (const { ItemCollectionKey } of metricsOf(output)) yield ItemCollectionKey
  for (const { item } of output.entries ?? []) yield item
  for (const { key } of output.collections ?? []) yield key
}

function metricsOf({ ItemCollectionMetrics: metrics = {} }: OutputWithItems): ItemCollectionMetrics[] {
  return isOfOneWrite(metrics) ? [metrics] : Object.values(metrics).flat()
}

/** A table may be called ItemCollectionKey, too. */
function isOfOneWrite(
  metrics: NonNullable<OutputWithItems['ItemCollectionMetrics']>,
): metrics is ItemCollectionMetrics {
  return metrics.ItemCollectionKey !== undefined && !Array.isArray(metrics.ItemCollectionKey)
}
