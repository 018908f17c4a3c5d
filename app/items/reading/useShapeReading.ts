// What is read of a table or index: its entries by position, and for an index what it leaves out; both are
// read again when the table changes.

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useSameList } from '../../grid/useSameList.ts'
import type { TableDesign } from '../../model/design.ts'
import { useChanges } from '../../workspace/changes.ts'
import { beside, callInBackground } from '../../workspace/engine.ts'
import type { TableShape } from '../tableShape.ts'
import { engineSource } from './collectionSource.ts'
import { CollectionWindow } from './collectionWindow.ts'
import { LeftOutItems } from './leftOutItems.ts'
import { droppedTypeAttributes, withTypeAttributes } from './typeAttributes.ts'

export interface ShapeReading {
  window: CollectionWindow
  leftOut: LeftOutItems | undefined
}

export function useShapeReading(shape: TableShape, design: TableDesign | undefined): ShapeReading {
  const names = useSameList(droppedTypeAttributes(shape, design))
  const reading = useMemo(
    (): ShapeReading => ({
      window: new CollectionWindow(
        withTypeAttributes(engineSource(beside(), shape), shape, names, (input) =>
          callInBackground('BatchGetItem', input),
        ),
      ),
      leftOut: shape.indexName
        ? new LeftOutItems(shape, (input) => callInBackground('Scan', input))
        : undefined,
    }),
    [shape, names],
  )
  useSyncExternalStore(reading.window.subscribe, () => reading.window.version)
  const version = useChanges(shape.tableName)
  const seen = useRef({ reading, version })
  useEffect(() => {
    reading.window.show(0, 1)
  }, [reading])
  useEffect(() => {
    const isSame = seen.current.reading === reading && seen.current.version === version
    seen.current = { reading, version }
    if (isSame) return
    reading.window.refresh()
    void reading.leftOut?.readAgain()
  }, [reading, version])
  return reading
}
