// A design seen from afar: the first item collections of its first table, each item a row of bars in the
// colour of its entity. Data for the small pictures of the gallery.

import type { Item } from '../../engine/value/attributeValue.ts'
import { classifyItem } from '../model/classifyItem.ts'
import type { Design, TableDesign } from '../model/design.ts'
import { keyNamesOf } from '../model/keyText.ts'

export interface SketchedItem {
  color: number
  /** Lengths of its attributes, 1 to 8. */
  bars: number[]
}

export interface Sketch {
  collections: SketchedItem[][]
}

const MOST_LINES = 9
const MOST_BARS = 6
const NO_ENTITY = 9

export function sketchDesign(design: Design, items: ReadonlyMap<string, Item[]>): Sketch {
  const table = largestTable(design, items)
  if (!table) return { collections: [] }
  const [partition = '', sort] = keyNamesOf(table.definition)
  const groups = groupItems(items.get(table.definition.TableName) ?? [], partition)
  const largestFirst = [...groups.values()].sort((a, b) => b.length - a.length)
  const collections: SketchedItem[][] = []
  let room = MOST_LINES
  for (const group of largestFirst) {
    if (room <= 0) break
    const ordered =
      sort === undefined
        ? group
        : [...group].sort((a, b) => (valueText(a[sort]) < valueText(b[sort]) ? -1 : 1))
    const lines = ordered.slice(0, Math.min(room, 4)).map((item) => sketchItem(table, item))
    collections.push(lines)
    room -= lines.length
  }
  return { collections }
}

function groupItems(items: readonly Item[], partition: string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const value = valueText(item[partition])
    const group = groups.get(value)
    if (group) group.push(item)
    else groups.set(value, [item])
  }
  return groups
}

function largestTable(design: Design, items: ReadonlyMap<string, Item[]>): TableDesign | undefined {
  const size = (table: TableDesign) => items.get(table.definition.TableName)?.length ?? 0
  return [...design.tables].sort((a, b) => size(b) - size(a))[0]
}

function sketchItem(table: TableDesign, item: Item): SketchedItem {
  const bars = Object.values(item)
    .slice(0, MOST_BARS)
    .map((value) => barLength(valueText(value)))
  return { color: classifyItem(table, item)?.color ?? NO_ENTITY, bars }
}

function barLength(text: string): number {
  return Math.min(8, Math.max(2, Math.round(text.length / 3)))
}

function valueText(value: Item[string] | undefined): string {
  if (!value) return ''
  const payload: unknown = Object.values(value)[0]
  return typeof payload === 'string' ? payload : (JSON.stringify(payload) ?? '')
}
