// Selecting items by their lines. What lies between two lines may not be in memory, and is read then.

import { useCallback, useRef } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemKeyText } from '../grid/itemKeyText.ts'
import type { LinePick } from '../grid/useGridKeys.ts'
import { notify, notifyError } from '../workspace/notify.ts'
import { type SelectedItem, useSelection } from '../workspace/selection.ts'
import { formatCount } from './formatSize.ts'
import { useItemsState } from './itemsState.ts'
import { PictureLines } from './picture/pictureLines.ts'
import type { ShapeReading } from './reading/useShapeReading.ts'
import { select } from './selecting.ts'
import { primaryKeyOf, type TableShape } from './tableShape.ts'

/** More items than this are not selected at once. */
const MOST_SELECTED = 10_000
const CHUNK = 500

export function useItemPicking(shape: TableShape, reading: ShapeReading): (pick: LinePick) => void {
  const turn = useRef(0)
  const earlier = useRef(Promise.resolve())
  return useCallback(
    (pick: LinePick) => {
      const isToggle = pick.mode === 'toggle'
      // A pick of lines takes the place of all picks before it; one that toggles comes after them.
      const mine = isToggle ? turn.current : ++turn.current
      const before = isToggle ? earlier.current : undefined
      // Whoever picks has gone on from what was to be shown.
      useItemsState.setState({ reveal: undefined })
      const pickRead = async () => {
        const items = await readLines(reading, pick)
        await before
        if (turn.current === mine) pickInto(shape, items, pick.mode)
      }
      earlier.current = pickRead().catch((error: unknown) => notifyError('Could not select', error))
    },
    [shape, reading],
  )
}

async function readLines({ window, leftOut }: ShapeReading, { first, last }: LinePick): Promise<Item[]> {
  const lines = new PictureLines(window, leftOut)
  const end = Math.min(last + 1, first + MOST_SELECTED)
  if (end <= last) {
    notify({ tone: 'warning', title: `The first ${formatCount(MOST_SELECTED)} items are selected` })
  }
  const items: Item[] = []
  for (let line = first; line < end; line++) {
    const item = lines.itemAt(line)
    if (item) items.push(item)
    else if (line < lines.itemCount) {
      const count = Math.min(CHUNK, end - line, lines.itemCount - line)
      const { entries } = await window.source.read(line, count)
      items.push(...entries.map((entry) => entry.item))
      line += count - 1
    }
  }
  return items
}

function pickInto(shape: TableShape, items: readonly Item[], mode: LinePick['mode']): void {
  const keyNames = shape.primaryKeys.map((key) => key.name)
  const picked = items.map((item): SelectedItem => ({ key: primaryKeyOf(shape, item), item }))
  const before = useSelection.getState()
  const kept = mode === 'toggle' && before.table === shape.tableName ? before.items : []
  const byKey = new Map(kept.map((selected) => [itemKeyText(selected.key, keyNames), selected]))
  for (const selected of picked) {
    const text = itemKeyText(selected.key, keyNames)
    if (mode === 'toggle' && byKey.delete(text)) continue
    byKey.set(text, selected)
  }
  select(shape, [...byKey.values()])
}
