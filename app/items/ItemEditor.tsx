// The editor of one item: its attributes as a tree, or the whole of it as text.

import { lazy, Suspense, useState } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../engine/value/itemSize.ts'
import { useSameList } from '../grid/useSameList.ts'
import type { Entity, TableDesign } from '../model/design.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { type Tab, Tabs } from '../ui/Tabs.tsx'
import { createDraft, mapOfDrafts, type ValueDraft } from '../values/valueDraft.ts'
import { findErrorHint } from '../workspace/errorHint.ts'
import { type DraftEditing, DraftPart } from './DraftPart.tsx'
import styles from './ItemInspector.module.css'
import { SizeMeter } from './SizeMeter.tsx'
import { Suggestions, suggestedAttributes, suggestedType } from './Suggestions.tsx'
import type { TableShape } from './tableShape.ts'
import { useItemDraft } from './useItemDraft.ts'

const ItemText = lazy(() => import('./ItemText.tsx').then((module) => ({ default: module.ItemText })))

type Form = 'attributes' | 'dynamodb' | 'plain'

const FORMS: readonly Tab<Form>[] = [
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
  onSave(item: Item, editedName: string): Promise<void>
}

export function ItemEditor(props: ItemEditorProps) {
  const [form, setForm] = useState<Form>('attributes')
  return (
    <>
      <div className={styles.forms}>
        <Tabs<Form> label="Form of the item" value={form} tabs={FORMS} onValue={setForm} />
      </div>
      {form === 'attributes' ? (
        <AttributesEditor {...props} />
      ) : (
        <Suspense fallback={<Spinner label="Loading the editor" />}>
          <ItemText key={form} form={form} item={props.item} onSave={(item) => props.onSave(item, '')} />
        </Suspense>
      )}
    </>
  )
}

function AttributesEditor({ shape, design, entity, item, focusName, onSave }: ItemEditorProps) {
  const keyNames = useSameList(shape.primaryKeys.map((key) => key.name))
  const itemDraft = useItemDraft({ item, keyNames, onSave })
  const { draft, problems, isDirty, failure } = itemDraft
  const focused = draft.children.find((child) => child.name === focusName)?.id
  const isStuck = isDirty && (problems.size > 0 || failure !== undefined)
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
          <Button size="small" onClick={itemDraft.revert}>
            Revert
          </Button>
        </div>
      )}
    </div>
  )
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
