// A table in a list, for tests: what the engine answers to readCollections, computed in the plainest way.

import { createAttributeMap, type Item } from '../../../engine/value/attributeValue.ts'
import { attributeSizeBytes, itemSizeBytes } from '../../../engine/value/itemSize.ts'
import type { CollectionEntry, CollectionExtent, CollectionSource } from '../reading/collectionSource.ts'
import { isProjected, leftOutReason } from '../reading/indexMembership.ts'
import { entryOrder } from '../reading/readOrder.ts'
import type { TableShape } from '../tableShape.ts'

export function listSource(shape: TableShape, items: readonly Item[]): CollectionSource {
  const held = items.filter((item) => !shape.indexName || leftOutReason(shape, item) === undefined)
  const ordered = held
    .map((item) => ({ order: entryOrder(shape, item), item }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  const entries = ordered.map(({ item }) => entryOf(shape, item))
  const extents = extentsOf(shape, entries)
  const sizeBytes = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  return {
    read: async (position, count) => ({
      itemCount: entries.length,
      sizeBytes,
      tableItemCount: items.length,
      position,
      entries: entries.slice(position, position + count),
      collections: extents.filter(
        (extent) => extent.position < position + count && extent.position + extent.count > position,
      ),
    }),
  }
}

function entryOf(shape: TableShape, whole: Item): CollectionEntry {
  const item = createAttributeMap()
  const dropped: CollectionEntry['dropped'] = []
  for (const [name, value] of Object.entries(whole)) {
    if (isProjected(shape, name)) item[name] = value
    else dropped.push({ name, sizeBytes: attributeSizeBytes(name, value) })
  }
  return { item, sizeBytes: itemSizeBytes(item), dropped }
}

function extentsOf(shape: TableShape, entries: readonly CollectionEntry[]): CollectionExtent[] {
  const extents = new Map<string, CollectionExtent>()
  for (const [position, { item, sizeBytes }] of entries.entries()) {
    const key = createAttributeMap()
    for (const { name } of shape.hashKeys) key[name] = item[name]!
    const text = JSON.stringify(key)
    const extent = extents.get(text) ?? { key, position, count: 0, sizeBytes: 0 }
    extent.count++
    extent.sizeBytes += sizeBytes
    extents.set(text, extent)
  }
  return [...extents.values()]
}
