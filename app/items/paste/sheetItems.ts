// Items in lines of cells under a line of attribute names.

import { type AttributeValue, createAttributeMap } from '../../../engine/value/attributeValue.ts'
import { parseExactJson, valueOfPlain } from '../../values/plainJson.ts'
import type { KeyAttribute } from '../tableShape.ts'
import type { FoundItems } from './foundItems.ts'
import { parseCells } from './parseCells.ts'

export function findSheetItems(text: string, keys: readonly KeyAttribute[]): FoundItems | undefined {
  const delimiter = findDelimiter(text, keys)
  if (!delimiter) return undefined
  const [heading, ...lines] = parseCells(text, delimiter)
  if (!heading || lines.length === 0) return undefined
  const names = heading.map((name) => name.trim())
  const types = new Map(keys.map((key) => [key.name, key.type]))
  const items = lines.map((cells) => {
    const item = createAttributeMap()
    for (const [place, cell] of cells.entries()) {
      const name = names[place]
      const value = name ? cellValue(cell, types.get(name)) : undefined
      if (name && value) item[name] = value
    }
    return { item }
  })
  return { format: delimiter === '\t' ? 'Spreadsheet' : 'CSV', items }
}

/** Prose has commas too: they separate cells where the first line names every key attribute. */
function findDelimiter(text: string, keys: readonly KeyAttribute[]): '\t' | ',' | undefined {
  const start = text.trimStart()
  const first = start.slice(0, start.search(/\r?\n|$/))
  if (first.includes('\t')) return '\t'
  const names = parseCells(first, ',')[0]?.map((name) => name.trim()) ?? []
  return first.includes(',') && keys.every(({ name }) => names.includes(name)) ? ',' : undefined
}

/** Numbers that a spreadsheet would not have changed are numbers; an empty cell is no attribute. */
function cellValue(text: string, keyType: KeyAttribute['type'] | undefined): AttributeValue | undefined {
  if (text === '') return undefined
  if (keyType) return { [keyType]: text } as unknown as AttributeValue
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return { N: text }
  if (/^(true|false)$/i.test(text)) return { BOOL: text.toLowerCase() === 'true' }
  return /^[[{]/.test(text) ? documentValue(text) : { S: text }
}

/** A text that is no JSON, or names a member twice, stays as it was written. */
function documentValue(text: string): AttributeValue {
  try {
    return valueOfPlain(parseExactJson(text))
  } catch {
    return { S: text }
  }
}
