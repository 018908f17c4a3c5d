// How wide the keys at the start of the picture are: by the items that were in view first.

import { valueSummary } from '../../grid/valueSummary.ts'
import type { Entity } from '../../model/design.ts'
import type { CollectionEntry } from '../reading/collectionSource.ts'
import type { KeyAttribute, TableShape } from '../tableShape.ts'
import { textWidth } from './textWidth.ts'

/** Pixels. */
export interface KeyWidths {
  hash: number
  range: number
}

const HASH = { least: 124, most: 270, padding: 28 }
const RANGE = { least: 112, most: 340, padding: 38 }
const HEAD_SIGNS = 24
const ENTITY_GAP = 10

export function keyWidths(
  shape: TableShape,
  entries: readonly CollectionEntry[],
  entityOf: (entry: CollectionEntry) => Entity | undefined,
): KeyWidths {
  let hash = headWidth(shape.hashKeys) + HASH.padding
  let range = headWidth(shape.rangeKeys) + RANGE.padding
  for (const entry of entries) {
    const entity = entityOf(entry)
    const beside = entity ? textWidth(entity.name, 'name') + ENTITY_GAP : 0
    hash = Math.max(hash, keyWidth(shape.hashKeys, entry) + HASH.padding)
    range = Math.max(range, keyWidth(shape.rangeKeys, entry) + beside + RANGE.padding)
  }
  return { hash: within(hash, HASH), range: within(range, RANGE) }
}

function headWidth(keys: readonly KeyAttribute[]): number {
  const text = (part: 'name' | 'type') => keys.map((key) => key[part]).join(' · ')
  return textWidth(text('name'), 'mono') + textWidth(text('type'), 'name') + HEAD_SIGNS
}

function keyWidth(keys: readonly KeyAttribute[], { item }: CollectionEntry): number {
  const texts = keys.map(({ name }) => (item[name] ? valueSummary(item[name], 60) : '—'))
  return textWidth(texts.join(' · '), 'mono')
}

function within(width: number, { least, most }: { least: number; most: number }): number {
  return Math.min(most, Math.max(least, width))
}
