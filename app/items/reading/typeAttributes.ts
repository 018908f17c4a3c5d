// In an index an item may lack the attribute that says what kind of item it is. What the projection drops
// is read from the table, only those attributes, so that an item has the same colour everywhere.

import type { Key, Output } from '../../../engine/api.ts'
import { createAttributeMap, type Item } from '../../../engine/value/attributeValue.ts'
import { itemKeyText } from '../../grid/itemKeyText.ts'
import type { TableDesign } from '../../model/design.ts'
import { primaryKeyOf, type TableShape } from '../tableShape.ts'
import type { CollectionEntry, CollectionSource } from './collectionSource.ts'
import { isProjected } from './indexMembership.ts'

export type BatchGet = (request: {
  RequestItems: Record<
    string,
    { Keys: Key[]; ProjectionExpression: string; ExpressionAttributeNames: Record<string, string> }
  >
}) => Promise<Output<'BatchGetItem'>>

/** Attributes by which entities are recognised, and which the index does not keep. */
export function droppedTypeAttributes(shape: TableShape, design: TableDesign | undefined): string[] {
  const names = (design?.entities ?? []).flatMap(({ match }) => match.typeAttribute?.name ?? [])
  return [...new Set(names)].filter((name) => !isProjected(shape, name))
}

/** The same source, whose entries also tell these attributes of their items, as `classified`. */
export function withTypeAttributes(
  source: CollectionSource,
  shape: TableShape,
  names: readonly string[],
  batchGet: BatchGet,
): CollectionSource {
  if (names.length === 0) return source
  return {
    async read(position, count) {
      const output = await source.read(position, count)
      // Single entries are read to find a position, not to be shown.
      if (count === 1) return output
      const whole = await readTypes(shape, names, output.entries, batchGet)
      const keyNames = shape.primaryKeys.map((key) => key.name)
      const entries = output.entries.map((entry) => ({
        ...entry,
        classified: whole.get(itemKeyText(entry.item, keyNames)) ?? entry.item,
      }))
      return { ...output, entries }
    },
  }
}

const MOST_KEYS = 100

async function readTypes(
  shape: TableShape,
  names: readonly string[],
  entries: readonly CollectionEntry[],
  batchGet: BatchGet,
): Promise<Map<string, Item>> {
  const keyNames = shape.primaryKeys.map((key) => key.name)
  const asked = [...keyNames, ...names]
  const projection = {
    ProjectionExpression: asked.map((_, place) => `#a${place}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(asked.map((name, place) => [`#a${place}`, name])),
  }
  const byKey = new Map<string, Item>()
  for (let start = 0; start < entries.length; start += MOST_KEYS) {
    const Keys = entries.slice(start, start + MOST_KEYS).map(({ item }) => primaryKeyOf(shape, item))
    const output = await batchGet({ RequestItems: { [shape.tableName]: { Keys, ...projection } } })
    for (const found of output.Responses[shape.tableName] ?? [])
      byKey.set(itemKeyText(found, keyNames), found)
  }
  for (const { item } of entries) {
    const text = itemKeyText(item, keyNames)
    byKey.set(text, Object.assign(createAttributeMap(), item, byKey.get(text)))
  }
  return byKey
}
