// The items of one table or index: the bar, the picture or the grid, and what opens over them.

import {
  type ClipboardEvent,
  lazy,
  type MouseEvent,
  Suspense,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemKeyText } from '../grid/itemKeyText.ts'
import type { TableDesign } from '../model/design.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useEntityFocus } from '../workspace/entityFocus.ts'
import { findErrorHint } from '../workspace/errorHint.ts'
import type { Layout } from '../workspace/route.ts'
import type { SelectedItem } from '../workspace/selection.ts'
import { printDynamoDBJson } from './cellMenu.ts'
import { startNewItem } from './editing/startNewItem.ts'
import { ItemPopups, type OpenPopup } from './ItemPopups.tsx'
import styles from './ItemsView.module.css'
import { openInspector, useItemsState } from './itemsState.ts'
import type { Pasted } from './paste/pastedItems.ts'
import { usePastedItems } from './paste/usePastedItems.ts'
import { isNested } from './picture/AttributeCell.tsx'
import { Picture } from './picture/Picture.tsx'
import type { PictureCell, PictureHandle } from './picture/pictureProps.ts'
import { type ShapeReading, useShapeReading } from './reading/useShapeReading.ts'
import { ShapeBar } from './ShapeBar.tsx'
import { selectOnly } from './selecting.ts'
import type { TableShape } from './tableShape.ts'
import { useItemCommands } from './useItemCommands.ts'
import { useItemPicking } from './useItemPicking.ts'
import { useReveal } from './useReveal.ts'

const GridLayout = lazy(async () => ({ default: (await import('./GridLayout.tsx')).GridLayout }))

export interface ShapeItemsProps {
  shape: TableShape
  design: TableDesign | undefined
  layout: Layout
  selected: readonly SelectedItem[]
  selectedKeys: ReadonlySet<string>
}

export function ShapeItems(props: ShapeItemsProps) {
  const { shape, design, layout } = props
  const reading = useShapeReading(shape, design)
  const { totals, error, source } = reading.window
  const picture = useRef<PictureHandle>(null)
  const focused = useEntityFocus((state) => (state.table === shape.tableName ? state.entity : undefined))
  const { view, add, popups } = useItemsAtHand(props, reading, picture)
  useReveal(shape, source, picture)
  const show = useCallback((position: number) => {
    picture.current?.reveal(position)
    picture.current?.focus()
  }, [])
  return (
    <>
      <ShapeBar
        shape={shape}
        design={design}
        totals={totals}
        source={source}
        layout={layout}
        focused={focused}
        onFound={show}
        onShowLeftOut={() => show(totals?.itemCount ?? 0)}
        onAdd={add}
      />
      <Work />
      {error && <ErrorNote name={error.name} message={error.message} hint={findErrorHint(error)} />}
      <div className={styles.stage}>
        {totals?.tableItemCount === 0 ? (
          <NoItems onAdd={add} />
        ) : layout === 'grid' ? (
          <Suspense>
            <GridLayout {...view} ref={picture} />
          </Suspense>
        ) : (
          <Picture {...view} ref={picture} highlighted={focused} />
        )}
      </div>
      {popups}
    </>
  )
}

/** Selecting, editing, copying: what the picture and the grid have in common. */
function useItemsAtHand(
  { shape, design, selected, selectedKeys }: ShapeItemsProps,
  reading: ShapeReading,
  picture: { readonly current: PictureHandle | null },
) {
  const [popup, setPopup] = useState<OpenPopup>()
  const items = useMemo(() => selected.map(({ item }) => item), [selected])
  const keyNames = useMemo(() => shape.primaryKeys.map((key) => key.name), [shape])
  const keyOf = useCallback((item: Item) => itemKeyText(item, keyNames), [keyNames])
  const onPick = useItemPicking(shape, reading)
  const add = useCallback(() => startNewItem(shape, items[0]), [shape, items])
  useItemCommands(shape, items, add)
  usePastedItems(
    shape,
    useCallback((pasted: Pasted) => setPopup({ kind: 'paste', pasted }), []),
  )
  const edit = (cell: PictureCell, anchor: Element) => {
    const isPlain = !cell.isComposed && cell.kind !== 'ghost' && !isDocument(cell)
    if (isPlain) return setPopup({ kind: 'editor', cell, anchor })
    selectOnly(shape, [cell.item])
    openInspector(cell.name)
  }
  const view = {
    shape,
    design,
    selectedKeys,
    keyOf,
    onPick,
    window: reading.window,
    leftOut: reading.leftOut,
    onEditCell: edit,
    onExpandCell: (cell: PictureCell, anchor: Element) => {
      if (cell.value && isNested(cell.value)) setPopup({ kind: 'look', cell, anchor })
    },
    onMenu: (cell: PictureCell, event: MouseEvent) => {
      event.preventDefault()
      if (!selectedKeys.has(keyOf(cell.item))) selectOnly(shape, [cell.item])
      const anchor = event.target as Element
      setPopup({ kind: 'menu', cell, anchor, at: { x: event.clientX, y: event.clientY } })
    },
    onCopy: (event: ClipboardEvent) => {
      if (items.length === 0) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', printDynamoDBJson(items))
    },
  }
  const close = () => {
    setPopup((open) => (open === popup ? undefined : open))
    picture.current?.focus()
  }
  const popups = <ItemPopups shape={shape} popup={popup} items={items} onEdit={edit} onClose={close} />
  return { view, add, popups }
}

function isDocument({ value }: PictureCell): boolean {
  return value !== undefined && ('L' in value || 'M' in value)
}

function NoItems({ onAdd }: { onAdd(): void }) {
  return (
    <EmptyState
      icon="collections"
      title="No items yet"
      actions={
        <Button tone="accent" onClick={onAdd}>
          Add the first item
        </Button>
      }
    >
      Or paste items here with <Kbd keys="Mod+V" />: JSON, DynamoDB JSON, or cells of a spreadsheet under a
      line of attribute names.
    </EmptyState>
  )
}

function Work() {
  const work = useItemsState((state) => state.work)
  if (!work) return null
  return (
    <div className={styles.work}>
      <Progress label={work.label} done={work.done} total={work.total} unit="items" onCancel={work.cancel} />
    </div>
  )
}
