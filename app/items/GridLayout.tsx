// The items as a table of attributes, over the same reading as the picture.

import { type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../engine/value/itemSize.ts'
import type { GridCell } from '../grid/gridCell.ts'
import { type GridColumn, gridColumns } from '../grid/gridColumns.ts'
import { ItemGrid } from '../grid/ItemGrid.tsx'
import type { ItemSource } from '../grid/itemSource.ts'
import { classifyItem } from '../model/classifyItem.ts'
import type { TableDesign } from '../model/design.ts'
import { EntityMark } from '../ui/EntityMark.tsx'
import { formatSize } from './formatSize.ts'
import type { PictureCell, PictureHandle, PictureProps } from './picture/pictureProps.ts'
import type { CollectionWindow } from './reading/collectionWindow.ts'
import { isProjected } from './reading/indexMembership.ts'
import { leadingNames, type TableShape } from './tableShape.ts'

export type GridLayoutProps = Omit<PictureProps, 'highlighted' | 'leftOut' | 'keyOf'>

export function GridLayout(props: GridLayoutProps) {
  const { ref, shape, design, window } = props
  const { version } = window
  const source = useMemo((): ItemSource => windowSource(window, version), [window, version])
  const columns = useColumns(shape, design, window)
  const [shown, setShown] = useState<{ position: number }>()
  const host = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref as Ref<PictureHandle>, () => ({
    focus: () => host.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true }),
    reveal: (position) => setShown({ position }),
  }))
  const keyNames = useMemo(() => shape.primaryKeys.map((key) => key.name), [shape])
  const toPictureCell = (cell: GridCell): PictureCell => ({
    line: cell.position,
    item: cell.item,
    kind: 'attribute',
    name: cell.name,
    isComposed: false,
    value: cell.value,
  })
  return (
    <div ref={host} style={{ height: '100%' }}>
      <ItemGrid
        items={source}
        keyNames={keyNames}
        columns={columns}
        ariaLabel={shape.indexName ? `Items in index ${shape.indexName}` : `Items of ${shape.tableName}`}
        selectedKeys={props.selectedKeys}
        shown={shown}
        onPick={props.onPick}
        onEditCell={(cell, element) => props.onEditCell(toPictureCell(cell), element)}
        onMenu={(cell, event) => props.onMenu(toPictureCell(cell), event)}
        {...(props.onKeyDown
          ? { onKeyDown: (event, cell) => props.onKeyDown?.(event, cell && toPictureCell(cell)) }
          : {})}
        {...(props.onCopy ? { onCopy: props.onCopy } : {})}
        renderMark={(item) => <Mark item={item} design={design} />}
      />
    </div>
  )
}

function Mark({ item, design }: { item: Item; design: TableDesign | undefined }) {
  const entity = design && classifyItem(design, item)
  return entity ? <EntityMark color={entity.color} size={9} /> : null
}

/** A new source for each version of the window, for then it answers differently. */
function windowSource(window: CollectionWindow, _version: number): ItemSource {
  return {
    count: window.totals?.itemCount ?? 0,
    itemAt: (position) => window.entryAt(position)?.item,
    onShow: (first, end) => window.show(first, end),
  }
}

const SAMPLE = 200

/** Columns do not change while one scrolls: those of the first items, then what the design knows besides. */
function useColumns(
  shape: TableShape,
  design: TableDesign | undefined,
  window: CollectionWindow,
): GridColumn[] {
  const kept = useRef<{ window: CollectionWindow; sample: Item[] }>(undefined)
  if (kept.current?.window !== window || kept.current.sample.length === 0) {
    const sample: Item[] = []
    for (let position = 0; position < SAMPLE; position++) {
      const item = window.entryAt(position)?.item
      if (item) sample.push(item)
    }
    kept.current = { window, sample }
  }
  const { sample } = kept.current
  return useMemo(() => {
    const found = gridColumns(sample, leadingNames(shape))
    const known = new Set(found.map((column) => column.name))
    const noted = (design?.attributes ?? []).map(({ name }) => name)
    const listed = [...noted, ...(design?.entities ?? []).flatMap((entity) => entity.attributes)]
    const further = [...new Set(listed)].filter((name) => !known.has(name) && isProjected(shape, name))
    return [
      ...found,
      ...further.map((name): GridColumn => ({ name })),
      { name: 'Size', width: 80, render: (item: Item) => <span>{formatSize(itemSizeBytes(item))}</span> },
    ]
  }, [sample, shape, design])
}
