// Items in a text that was copied elsewhere: DynamoDB JSON as the CLI, the console or an export to S3 write
// it, plain JSON, one item a line, or cells of a spreadsheet or of a CSV file under a line of attribute names.
// Nothing is written here: each item comes with what DynamoDB would say against it.

import { createAttributeMap, type Item } from '../../../engine/value/attributeValue.ts'
import { checkItem } from '../../../engine/value/checkAttributeValue.ts'
import type { KeyAttribute } from '../tableShape.ts'
import type { PasteFormat } from './foundItems.ts'
import { findJsonItems } from './jsonItems.ts'
import { findSheetItems } from './sheetItems.ts'

export interface PastedItem {
  /** 1-based, in the order of the text. */
  number: number
  item: Item
  /** Why it cannot be added. */
  problem: string | undefined
}

export interface Pasted {
  format: PasteFormat
  items: PastedItem[]
}

/** Undefined when the text holds no items. */
export function parsePastedItems(text: string, keys: readonly KeyAttribute[]): Pasted | undefined {
  const found = findJsonItems(text) ?? findSheetItems(text, keys)
  if (!found || found.items.length === 0) return undefined
  const items = found.items.map(({ item, problem }, place) =>
    problem === undefined ? pastedItem(item, place + 1, keys) : refusedItem(place + 1, problem),
  )
  return { format: found.format, items }
}

function pastedItem(raw: Item, number: number, keys: readonly KeyAttribute[]): PastedItem {
  const item = withKeyTypes(raw, keys)
  try {
    const checked = checkItem(item)
    return { number, item: checked, problem: findKeyProblem(checked, keys) }
  } catch (error) {
    return refusedItem(number, error instanceof Error ? error.message : String(error))
  }
}

function refusedItem(number: number, problem: string): PastedItem {
  return { number, item: createAttributeMap(), problem }
}

/** Plain JSON and spreadsheets may say 7 where the key is a string, and '7' where it is a number. */
function withKeyTypes(item: Item, keys: readonly KeyAttribute[]): Item {
  const typed = Object.assign(createAttributeMap(), item)
  for (const { name, type } of keys) {
    const value = typed[name]
    if (value && type === 'S' && 'N' in value) typed[name] = { S: value.N }
    else if (value && type === 'N' && 'S' in value) typed[name] = { N: value.S }
    else if (value && type === 'B' && 'S' in value) typed[name] = { B: value.S }
  }
  return typed
}

function findKeyProblem(item: Item, keys: readonly KeyAttribute[]): string | undefined {
  const missing = keys.find(({ name }) => !item[name])
  return missing && `One of the required keys was not given a value: ${missing.name}`
}
