// Which items of a grid are selected, as files are in a file manager: a click selects one, Control adds or
// takes away one, Shift selects from the last one clicked.

import { useMemo, useRef, useState } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemKeyText } from './itemKeyText.ts'
import { type ItemSource, loadedItems } from './itemSource.ts'

/** What a click or key asks for: the items from `first` to `last`, both included. */
export interface Pick {
  mode: 'one' | 'toggle' | 'range'
  first: number
  last: number
}

export interface LineSelectionOptions {
  source: ItemSource
  keyNames: readonly string[]
  selectedKeys?: ReadonlySet<string> | undefined
  onSelect?: ((items: Item[], keys: ReadonlySet<string>) => void) | undefined
  /** Takes the place of the selection among loaded items. */
  onPick?: ((pick: Pick) => void) | undefined
}

const NOTHING: ReadonlySet<string> = new Set()

export function useLineSelection(options: LineSelectionOptions) {
  const [own, setOwn] = useState<ReadonlyMap<string, Item>>(new Map())
  const anchorRef = useRef(0)
  const ownKeys = useMemo(() => new Set(own.keys()), [own])
  const selectedKeys = options.selectedKeys ?? (options.onPick ? NOTHING : ownKeys)
  const pick = (position: number, mode: Pick['mode']) => {
    const range = pickRange(anchorRef.current, position, mode)
    if (mode !== 'range') anchorRef.current = position
    if (options.onPick) return options.onPick(range)
    const next = pickItems(own, range, options.source, options.keyNames)
    setOwn(next)
    options.onSelect?.([...next.values()], new Set(next.keys()))
  }
  return { selectedKeys, pick }
}

function pickRange(anchor: number, position: number, mode: Pick['mode']): Pick {
  if (mode !== 'range') return { mode, first: position, last: position }
  return { mode, first: Math.min(anchor, position), last: Math.max(anchor, position) }
}

function pickItems(
  before: ReadonlyMap<string, Item>,
  { mode, first, last }: Pick,
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

/** How a click with these modifier keys selects. */
export function pickMode(event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): Pick['mode'] {
  if (event.shiftKey) return 'range'
  return event.ctrlKey || event.metaKey ? 'toggle' : 'one'
}
