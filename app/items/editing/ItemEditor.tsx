// The editor of one item: its attributes as a tree, or the whole of it as text.

import { lazy, Suspense, useState } from 'react'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../../engine/value/itemSize.ts'
import { useSameList } from '../../grid/useSameList.ts'
import type { Entity, TableDesign } from '../../model/design.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { type Tab, Tabs } from '../../ui/Tabs.tsx'
import { createDraft, mapOfDrafts, type ValueDraft } from '../../values/valueDraft.ts'
import { findErrorHint } from '../../workspace/errorHint.ts'
import styles from '../ItemInspector.module.css'
import { type ItemDraft, type ItemForm, keepItemDraft, placeOfDraft, useItemsState } from '../itemsState.ts'
import { primaryKeyText, type TableShape } from '../tableShape.ts'
import { type DraftEditing, DraftPart } from './DraftPart.tsx'
import { SizeMeter } from './SizeMeter.tsx'
import { Suggestions, suggestedAttributes, suggestedType } from './Suggestions.tsx'
import { useItemDraft } from './useItemDraft.ts'

const ItemText = lazy(() => import('./ItemText.tsx').then((module) => ({ default: module.ItemText })))

const FORMS: readonly (Tab<ItemForm> & { label: string })[] = [
  { value: 'attributes', label: 'Attributes' },
  { value: 'dynamodb', label: 'DynamoDB JSON' },
  { value: 'plain', label: 'JSON' },
]

export interface ItemEditorProps {
  shape: TableShape
  design: TableDesign | undefined
  /** What the item is; its attributes are suggested. */
  entity: Entity | undefined
  /** The item as it is stored, whole. */
  item: Item
  /** The attribute that takes the focus. */
  focusName?: string | undefined
  /** `before` is the item that the edit began from. */
  onSave(item: Item, before: Item, editedName: string): Promise<void>
}

export function ItemEditor(props: ItemEditorProps) {
  const { shape, item, focusName } = props
  const drafts = useItemsState((state) => state.itemDrafts)
  const [keyText] = useState(() => primaryKeyText(shape, item))
  const placeOf = (form: ItemForm) => placeOfDraft(shape.tableName, keyText, form)
  const unsaved = FORMS.filter(({ value }) => drafts.has(placeOf(value)))
  const [form, setForm] = useState<ItemForm>(
    () => (focusName ? undefined : unsaved[0]?.value) ?? 'attributes',
  )
  const elsewhere = unsaved.filter(({ value }) => value !== form)
  return (
    <>
      <div className={styles.forms}>
        <Tabs<ItemForm> label="Form of the item" value={form} tabs={FORMS} onValue={setForm} />
      </div>
      {elsewhere.map(({ value, label }) => (
        <button key={value} type="button" className={styles.draft} onClick={() => setForm(value)}>
          Not saved yet: {label}
        </button>
      ))}
      {form === 'attributes' ? (
        <AttributesEditor {...props} place={placeOf('attributes')} />
      ) : (
        <Suspense fallback={<Spinner label="Loading the editor" />}>
          <ItemText
            key={form}
            form={form}
            item={item}
            place={placeOf(form)}
            onSave={(next, before) => props.onSave(next, before, '')}
          />
        </Suspense>
      )}
    </>
  )
}

type AttributesEditorProps = ItemEditorProps & { place: string }

function AttributesEditor({ shape, design, entity, item, focusName, onSave, place }: AttributesEditorProps) {
  const keyNames = useSameList(shape.primaryKeys.map((key) => key.name))
  const [kept] = useState(() => findTreeDraft(place))
  const itemDraft = useItemDraft({
    item,
    keyNames,
    onSave,
    kept,
    onKeep: (draft) => keepItemDraft(place, draft),
  })
  const { draft, problems, isDirty, failure } = itemDraft
  const focused = draft.children.find((child) => child.name === focusName)?.id
  const isStuck = isDirty && (problems.size > 0 || failure !== undefined || kept !== undefined)
  return (
    <div className={styles.editor}>
      <SizeMeter sizeBytes={itemSizeBytes(mapOfDrafts(draft.children))} />
      <DraftTree
        shape={shape}
        draft={draft}
        editing={{ ...itemDraft, error: failureNote(failure), focusId: itemDraft.focusId ?? focused }}
      />
      <Suggestions
        names={suggestedAttributes(entity, (name) => draft.children.some((child) => child.name === name))}
        onChoose={(name) => itemDraft.add(draft.id, createDraft(suggestedType(design, name), name))}
      />
      {isStuck && (
        <div className={styles.stuck}>
          <span>Not saved yet</span>
          <span className={styles.textActions}>
            {problems.size === 0 && (
              <Button size="small" onClick={itemDraft.save}>
                Save
              </Button>
            )}
            <Button size="small" onClick={itemDraft.revert}>
              Revert
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}

function findTreeDraft(place: string): ItemDraft<ValueDraft> | undefined {
  const draft = useItemsState.getState().itemDrafts.get(place)
  return draft && typeof draft.content !== 'string'
    ? { before: draft.before, content: draft.content }
    : undefined
}

export function failureNote(
  failure: { name: string; message: string; at: number } | undefined,
): DraftEditing['error'] {
  if (!failure) return undefined
  const { name, message, at } = failure
  return { at, content: <ErrorNote name={name} message={message} hint={findErrorHint(failure)} /> }
}

interface DraftTreeProps {
  shape: TableShape
  draft: ValueDraft
  editing: DraftEditing
}

/** The attributes of an item, keys first, and what adds one. */
export function DraftTree({ shape, draft, editing }: DraftTreeProps) {
  const keyTypes = new Map(shape.primaryKeys.map((key) => [key.name, key.type]))
  return (
    <div>
      <ul className={styles.parts}>
        {draft.children.map((child, place) => (
          <DraftPart
            key={child.id}
            draft={child}
            editing={editing}
            parent="item"
            place={place}
            siblingCount={draft.children.length}
            keyType={place < shape.primaryKeys.length ? keyTypes.get(child.name) : undefined}
            depth={0}
          />
        ))}
      </ul>
      <Button size="small" tone="quiet" onClick={() => editing.add(draft.id, createDraft('S'))}>
        + Add attribute
      </Button>
    </div>
  )
}
