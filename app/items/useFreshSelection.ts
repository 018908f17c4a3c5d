import { useEffect, useRef } from 'react'
import { sameItem } from '../values/sameItem.ts'
import { useChanges } from '../workspace/changes.ts'
import type { SelectedItem } from '../workspace/selection.ts'
import { readItems } from './itemActions.ts'
import { select, selectNothing } from './selecting.ts'
import { primaryKeyText, type TableShape } from './tableShape.ts'

/** Keeps what is selected as it is stored: items that are gone, by an undo or another tab, are not selected. */
export function useFreshSelection(shape: TableShape | undefined, selected: readonly SelectedItem[]): void {
  const version = useChanges(shape?.tableName)
  const latest = useRef(selected)
  latest.current = selected
  const seen = useRef(version)
  useEffect(() => {
    const before = latest.current
    if (!shape || seen.current === version || before.length === 0) {
      seen.current = version
      return
    }
    let isCurrent = true
    const isWanted = () => isCurrent && latest.current === before
    readItems(
      shape.tableName,
      before.map(({ key }) => key),
      isWanted,
    ).then(
      (found) => {
        if (!isWanted()) return
        seen.current = version
        refresh(shape, before, found)
      },
      // What cannot be read now is read with the next change; whoever acts on it meets the error then.
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [shape, version])
}

function refresh(shape: TableShape, before: readonly SelectedItem[], found: SelectedItem['item'][]): void {
  const byKey = new Map(found.map((item) => [primaryKeyText(shape, item), item]))
  const now = before.flatMap(({ key }): SelectedItem[] => {
    const item = byKey.get(primaryKeyText(shape, key))
    return item ? [{ key, item }] : []
  })
  const isSame = now.length === before.length && now.every(({ item }, at) => sameItem(item, before[at]!.item))
  if (now.length === 0) selectNothing()
  else if (!isSame) select(shape, now)
}
