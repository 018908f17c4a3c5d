// The attributes of a set of items as a list of columns: keys first, then what most items have.

import type { ReactNode } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { valueSummary } from './valueSummary.ts'

export interface GridColumn {
  /** Attribute name, or the heading of a column that `render` fills. */
  name: string
  /** Keys stay in view. */
  isKey?: boolean
  /** Pixels. */
  width?: number
  /** For a column that shows no attribute. */
  render?(item: Item): ReactNode
}

/** Columns of all attributes found in the sample of items; ties stay in the order of their first appearance. */
export function gridColumns(items: Iterable<Item | undefined>, keyNames: readonly string[]): GridColumn[] {
  const found = new Map<string, { count: number; longest: number }>()
  for (const name of keyNames) found.set(name, { count: 0, longest: 0 })
  for (const item of items) if (item) countAttributes(found, item)
  const keys = new Set(keyNames)
  const others = [...found.keys()].filter((name) => !keys.has(name))
  others.sort((a, b) => found.get(b)!.count - found.get(a)!.count)
  return [...keys, ...others].map((name) => ({
    name,
    isKey: keys.has(name),
    width: columnWidth(name, found.get(name)!.longest, keys.has(name)),
  }))
}

function countAttributes(found: Map<string, { count: number; longest: number }>, item: Item): void {
  for (const name in item) {
    const { length } = valueSummary(item[name]!, 40)
    const seen = found.get(name)
    if (seen) {
      seen.count++
      seen.longest = Math.max(seen.longest, length)
    } else found.set(name, { count: 1, longest: length })
  }
}

const CHARACTER_WIDTH = 7.4
const PADDING = 30
/** Keys are monospaced, and the first stands behind a mark. */
const KEY_CHARACTER_WIDTH = 7.7
const KEY_PADDING = 44

function columnWidth(name: string, longest: number, isKey: boolean): number {
  const characters = Math.max(name.length, longest)
  const width = isKey
    ? characters * KEY_CHARACTER_WIDTH + KEY_PADDING
    : characters * CHARACTER_WIDTH + PADDING
  return Math.round(Math.min(320, Math.max(72, width)))
}
