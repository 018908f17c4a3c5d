// What the inspector says of the selected items: one with its entity, keys, size, indexes and an editor;
// several with their number and size; or the item that is being added.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Key } from '../../engine/api.ts'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../engine/value/itemSize.ts'
import { valueSummary } from '../grid/valueSummary.ts'
import { classifyItem } from '../model/classifyItem.ts'
import type { TableDesign } from '../model/design.ts'
import { Button } from '../ui/Button.tsx'
import { EntityChip } from '../ui/EntityChip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useChanges } from '../workspace/changes.ts'
import { InspectorContent } from '../workspace/inspectorSlot.tsx'
import { notifyError } from '../workspace/notify.ts'
import { navigate } from '../workspace/route.ts'
import type { SelectedItem } from '../workspace/selection.ts'
import { ItemEditor } from './editing/ItemEditor.tsx'
import { NewItem } from './editing/NewItem.tsx'
import { formatItems, formatSize } from './formatSize.ts'
import { IndexMembership } from './IndexMembership.tsx'
import styles from './ItemInspector.module.css'
import { copyItems, readItem, removeItems, saveItem } from './itemActions.ts'
import { placeOfTable, setNewItemAside, useItemsState } from './itemsState.ts'
import { selectNothing } from './selecting.ts'
import { primaryKeyText, type TableShape } from './tableShape.ts'

export interface ItemInspectorProps {
  /** The table, not one of its indexes. */
  shape: TableShape
  indexes: readonly TableShape[]
  design: TableDesign | undefined
  selected: readonly SelectedItem[]
}

export function ItemInspector(props: ItemInspectorProps) {
  const { shape, design, selected } = props
  const newItem = useItemsState((state) => state.newItems.get(placeOfTable(shape.tableName)))
  const isAside = useItemsState((state) => state.isNewItemAside)
  useSelectedAside(selected)
  const [only] = selected
  if (newItem && !(isAside && only)) {
    return (
      <InspectorContent>
        <NewItem shape={shape} design={design} initial={newItem} />
      </InspectorContent>
    )
  }
  if (!only) return null
  return (
    <InspectorContent>
      {newItem && (
        <button type="button" className={styles.draft} onClick={() => setNewItemAside(false)}>
          <Icon name="back" size={13} />
          Back to the new item
        </button>
      )}
      {selected.length > 1 ? (
        <SeveralItems shape={shape} items={selected.map(({ item }) => item)} />
      ) : (
        <OneItem key={primaryKeyText(shape, only.key)} {...props} itemKey={only.key} />
      )}
    </InspectorContent>
  )
}

/** Whoever selects an item wants to see it: an item being added steps aside, and is kept. */
function useSelectedAside(selected: readonly SelectedItem[]): void {
  const seen = useRef(selected)
  useEffect(() => {
    const before = new Set(seen.current.map(({ key }) => key))
    seen.current = selected
    if (selected.some(({ key }) => !before.has(key))) setNewItemAside(true)
  }, [selected])
}

function Heading({ kind, name, actions }: { kind: ReactNode; name: string; actions: ReactNode }) {
  return (
    <header className={styles.heading}>
      <div className={styles.kind}>{kind}</div>
      <div className={styles.actions}>{actions}</div>
      <h2 className={styles.title}>{name}</h2>
    </header>
  )
}

function OneItem({ shape, indexes, design, itemKey }: ItemInspectorProps & { itemKey: Key }) {
  const item = useStoredItem(shape.tableName, itemKey)
  const focusName = useItemsState((state) => state.focusName)
  if (!item) return null
  const entity = design && classifyItem(design, item)
  const save = (next: Item, before: Item, editedName: string) => saveItem(shape, before, next, editedName)
  return (
    <>
      <Heading
        kind={entity ? <EntityChip color={entity.color} name={entity.name} /> : 'Item'}
        name={Object.values(itemKey)
          .map((value) => valueSummary(value, 80))
          .join('  ·  ')}
        actions={
          <>
            <IconButton
              icon="duplicate"
              size="small"
              label="Duplicate item"
              keys="Mod+D"
              onClick={() => void copyItems(shape, [item])}
            />
            <IconButton
              icon="delete"
              size="small"
              tone="danger"
              label="Delete item"
              keys="Delete"
              onClick={() => void removeItems(shape, [item])}
            />
          </>
        }
      />
      <ItemEditor
        shape={shape}
        design={design}
        entity={entity}
        item={item}
        focusName={focusName}
        onSave={save}
      />
      {indexes.length > 0 && (
        <section className={styles.group}>
          <h3 className={styles.groupTitle}>Indexes</h3>
          <IndexMembership indexes={indexes} item={item} onOpen={(index) => navigate({ index })} />
        </section>
      )}
    </>
  )
}

/** The item as it is stored now; deselects it when it is gone. */
function useStoredItem(table: string, key: Key): Item | undefined {
  const [item, setItem] = useState<Item>()
  const version = useChanges(table)
  useEffect(() => {
    let isCurrent = version >= 0
    readItem(table, key).then(
      (found) => {
        if (!isCurrent) return
        setItem(found)
        if (!found) selectNothing()
      },
      (error: unknown) => isCurrent && notifyError('Could not read the item', error),
    )
    return () => {
      isCurrent = false
    }
  }, [table, key, version])
  return item
}

function SeveralItems({ shape, items }: { shape: TableShape; items: readonly Item[] }) {
  const sizeBytes = items.reduce((sum, item) => sum + itemSizeBytes(item), 0)
  return (
    <>
      <Heading kind="Selected" name={formatItems(items.length)} actions={null} />
      <div className={styles.several}>
        <p className={styles.muted}>{formatSize(sizeBytes)} in all</p>
        <div className={styles.textActions}>
          <Button onClick={() => void copyItems(shape, items)}>
            <Icon name="duplicate" />
            Duplicate
          </Button>
          <Button onClick={() => void removeItems(shape, items)}>
            <Icon name="delete" />
            Delete
          </Button>
        </div>
      </div>
    </>
  )
}
