// Which items of a grid are selected, where the grid keeps that itself or tells its owner of each change.

import { useMemo, useState } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemKeyText } from './itemKeyText.ts'
import { type ItemSource, loadedItems } from './itemSource.ts'
import type { LinePick } from './useGridKeys.ts'

export interface LineSelectionOptions {
  source: ItemSource
  keyNames: readonly string[]
  selectedKeys?: ReadonlySet<string> | undefined
  onSelect?: ((items: Item[], keys: ReadonlySet<string>) => void) | undefined
  /** Takes the place of the selection among loaded items. */
  onPick?: ((pick: LinePick) => void) | undefined
}

const NOTHING: ReadonlySet<string> = new Set()

export function useLineSelection(options: LineSelectionOptions) {
  const [own, setOwn] = useState<ReadonlyMap<string, Item>>(new Map())
  const ownKeys = useMemo(() => new Set(own.keys()), [own])
  const selectedKeys = options.selectedKeys ?? (options.onPick ? NOTHING : ownKeys)
  const pick = (range: LinePick) => {
    if (options.onPick) return options.onPick(range)
    const next = pickItems(own, range, options.source, options.keyNames)
    setOwn(next)
    options.onSelect?.([...next.values()], new Set(next.keys()))
  }
  return { selectedKeys, pick }
}

function pickItems(
  before: ReadonlyMap<string, Item>,
  { mode, first, last }: LinePick,
  source: ItemSource,
  keyNames: readonly string[],
): ReadonlyMap<string, Item> {
  const next = new Map(mode === 'toggle' ? before : [])
  for (const item of loadedItems(source, first, last + 1)) {
    const key = itemKeyText(item, keyNames)
    if (mode === 'toggle' && next.delete(key)) continue
    next.set(key, item)
  }
  return next
}
