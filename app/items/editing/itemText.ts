// An item as text that is edited whole: DynamoDB JSON, which says everything, or plain JSON.

import type { Item } from '../../../engine/value/attributeValue.ts'
import { checkItem } from '../../../engine/value/checkAttributeValue.ts'
import { mapOfPlain, parseExactJson, parseStrictJson, printPlainItem } from '../../values/plainJson.ts'

export type TextForm = 'dynamodb' | 'plain'

export function printItem(item: Item, form: TextForm): string {
  return form === 'dynamodb' ? JSON.stringify(item, undefined, 2) : printPlainItem(item)
}

/** `before` tells sets and binary of plain JSON. Throws a SyntaxError or a DynamoDBError. */
export function parseItem(text: string, form: TextForm, before: Item): Item {
  if (form === 'dynamodb') return checkItem(parseStrictJson(text))
  const json = parseExactJson(text)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new SyntaxError('An item is an object: { "attribute": value, … }')
  }
  return checkItem(mapOfPlain(json as Record<string, unknown>, before))
}
