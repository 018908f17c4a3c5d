// Whether an item is in an index, and why not: every key attribute of the index must be there, with the
// declared type, as an item without it is left out (a sparse index).
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-indexes-general-sparse-indexes.html

import {
  type AttributeValue,
  createAttributeMap,
  type Item,
  typeOf,
} from '../../../engine/value/attributeValue.ts'
import type { TableShape } from '../tableShape.ts'

/** Why the item is not in the index, in a few words; undefined when it is. */
export function leftOutReason(shape: TableShape, item: Item): string | undefined {
  const reasons: string[] = []
  for (const { name, type } of [...shape.hashKeys, ...shape.rangeKeys]) {
    const value = item[name]
    if (!value) reasons.push(`no ${name}`)
    else if (typeOf(value) !== type) reasons.push(`${name} is of type ${typeOf(value)}, not ${type}`)
  }
  return reasons.length > 0 ? reasons.join(' · ') : undefined
}

/** Key attributes of the index that an item of the table may lack. */
export function indexOnlyKeys(shape: TableShape): string[] {
  const primary = new Set(shape.primaryKeys.map((key) => key.name))
  return [...shape.hashKeys, ...shape.rangeKeys].map((key) => key.name).filter((name) => !primary.has(name))
}

/** The part of a Scan that finds the items which the index leaves out. */
export function leftOutFilter(shape: TableShape) {
  const names: Record<string, string> = {}
  const values: Record<string, AttributeValue> = createAttributeMap()
  const conditions: string[] = []
  const keys = [...shape.hashKeys, ...shape.rangeKeys]
  for (const [place, { name, type }] of keys.entries()) {
    if (shape.primaryKeys.some((key) => key.name === name)) continue
    names[`#k${place}`] = name
    values[`:t${place}`] = { S: type }
    conditions.push(`attribute_not_exists(#k${place})`, `NOT attribute_type(#k${place}, :t${place})`)
  }
  return {
    FilterExpression: conditions.join(' OR '),
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  }
}

/** Whether the index keeps this attribute of the items that are in it. */
export function isProjected(shape: TableShape, attributeName: string): boolean {
  const { projection } = shape
  if (!projection || (projection.ProjectionType ?? 'ALL') === 'ALL') return true
  const keys = [...shape.hashKeys, ...shape.rangeKeys, ...shape.primaryKeys]
  if (keys.some((key) => key.name === attributeName)) return true
  return (
    projection.ProjectionType === 'INCLUDE' && (projection.NonKeyAttributes ?? []).includes(attributeName)
  )
}
