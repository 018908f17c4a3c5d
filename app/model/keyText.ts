// The stable text of an item's primary key, such as `["S","USER#1","N","20"]`: equal for equal keys,
// different for different ones, whatever characters the values hold.

import type { KeySchemaElement } from '../../engine/api.ts'
import { createAttributeMap, type Item, typeOf } from '../../engine/value/attributeValue.ts'
import { checkItem } from '../../engine/value/checkAttributeValue.ts'

/** Attributes that the item lacks count as null. The item's values must be canonical. */
export function keyText(definition: { KeySchema: KeySchemaElement[] }, item: Item): string {
  const parts: (string | null)[] = []
  for (const { AttributeName } of definition.KeySchema) {
    const value = item[AttributeName]
    if (value === undefined) parts.push(null, null)
    else parts.push(typeOf(value), String(Object.values(value)[0]))
  }
  return JSON.stringify(parts)
}

/** The same text for items that are not canonical yet: 1 and 1.0 are one key. Throws as DynamoDB refuses. */
export function canonicalKeyText(definition: { KeySchema: KeySchemaElement[] }, item: Item): string {
  const key = createAttributeMap()
  for (const { AttributeName } of definition.KeySchema) {
    const value = item[AttributeName]
    if (value) key[AttributeName] = value
  }
  return keyText(definition, checkItem(key))
}

/** The names of the key attributes, partition key first. */
export function keyNamesOf(definition: { KeySchema: KeySchemaElement[] }): string[] {
  const byKind = [...definition.KeySchema].sort((a, b) =>
    a.KeyType < b.KeyType ? -1 : a.KeyType > b.KeyType ? 1 : 0,
  )
  return byKind.map((element) => element.AttributeName)
}
