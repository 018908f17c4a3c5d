// An item that is being added: keys first, then attributes, with those of its entity suggested. The draft
// outlives the view, and is refused, not written over, where an item of this key exists.

import { useEffect, useState } from 'react'
import { itemSizeBytes } from '../../../engine/value/itemSize.ts'
import { classifyItem } from '../../model/classifyItem.ts'
import type { Entity, TableDesign } from '../../model/design.ts'
import { Button } from '../../ui/Button.tsx'
import { EntityChip } from '../../ui/EntityChip.tsx'
import { Select } from '../../ui/Select.tsx'
import { createDraft, draftOfValue, mapOfDrafts, type ValueDraft } from '../../values/valueDraft.ts'
import styles from '../ItemInspector.module.css'
import { addItem } from '../itemActions.ts'
import { setNewItem } from '../itemsState.ts'
import type { TableShape } from '../tableShape.ts'
import { DraftTree, failureNote } from './ItemEditor.tsx'
import { SizeMeter } from './SizeMeter.tsx'
import { Suggestions, suggestedAttributes, suggestedType } from './Suggestions.tsx'
import { describeError, type SaveFailure, useItemDraft } from './useItemDraft.ts'

export interface NewItemProps {
  shape: TableShape
  design: TableDesign | undefined
  initial: ValueDraft
}

export function NewItem({ shape, design, initial }: NewItemProps) {
  const { itemDraft, failure, firstEmpty, save } = useNewItem(shape, initial)
  const { draft, problems } = itemDraft
  const item = mapOfDrafts(draft.children)
  const entity = design && classifyItem(design, item)
  const has = (name: string) => draft.children.some((child) => child.name === name)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        if (problems.size === 0) void save()
      }}
    >
      <header className={styles.heading}>
        <div className={styles.kind}>
          {entity ? <EntityChip color={entity.color} name={entity.name} /> : 'Draft'}
        </div>
        <h2 className={styles.title}>New item</h2>
      </header>
      <div className={styles.editor}>
        {design && design.entities.length > 0 && (
          <EntityChoice
            design={design}
            chosen={entity}
            onChoose={(next) => itemDraft.change(draft.id, (part) => asEntity(part, shape, next))}
          />
        )}
        <SizeMeter sizeBytes={itemSizeBytes(item)} />
        <DraftTree
          shape={shape}
          draft={draft}
          editing={{ ...itemDraft, error: failureNote(failure), focusId: itemDraft.focusId ?? firstEmpty }}
        />
        <Suggestions
          names={suggestedAttributes(entity, has)}
          onChoose={(name) => itemDraft.add(draft.id, createDraft(suggestedType(design, name), name))}
        />
        <div className={styles.textActions}>
          <Button type="submit" tone="accent" disabled={problems.size > 0}>
            Add item
          </Button>
          <Button tone="quiet" onClick={() => setNewItem(shape.tableName, undefined)}>
            Discard
          </Button>
        </div>
      </div>
    </form>
  )
}

/** The draft, kept in the store with each keystroke, and how it becomes an item. */
function useNewItem(shape: TableShape, initial: ValueDraft) {
  const [keyNames] = useState(() => shape.primaryKeys.map((key) => key.name))
  const [item] = useState(() => mapOfDrafts(initial.children))
  const [firstEmpty] = useState(() => initial.children.find((child) => child.text === '')?.id)
  const [failure, setFailure] = useState<SaveFailure>()
  const itemDraft = useItemDraft({ item, keyNames, kept: { before: item, content: initial } })
  const { draft } = itemDraft
  useEffect(() => setNewItem(shape.tableName, draft), [draft, shape.tableName])
  const save = async () => {
    try {
      await addItem(shape, mapOfDrafts(draft.children))
      setNewItem(shape.tableName, undefined)
    } catch (error) {
      setFailure({ ...describeError(error), at: draft.children[keyNames.length - 1]?.id ?? draft.id })
    }
  }
  return { itemDraft, failure, firstEmpty, save }
}

interface EntityChoiceProps {
  design: TableDesign
  chosen: Entity | undefined
  onChoose(entity: Entity): void
}

function EntityChoice({ design, chosen, onChoose }: EntityChoiceProps) {
  const options = [
    ...(chosen ? [] : [{ value: '', label: 'As which entity?' }]),
    ...design.entities.map(({ name }) => ({ value: name, label: name })),
  ]
  return (
    <Select
      aria-label="Entity of the new item"
      size="small"
      value={chosen?.name ?? ''}
      options={options}
      onValue={(name) => {
        const entity = design.entities.find((candidate) => candidate.name === name)
        if (entity) onChoose(entity)
      }}
    />
  )
}

/** The draft with the beginnings of keys by which the entity is recognised. */
function asEntity(draft: ValueDraft, shape: TableShape, { match }: Entity): ValueDraft {
  const prefixes = [match.partitionKeyPrefix, match.sortKeyPrefix]
  const children = draft.children.map((child, place) => {
    const prefix = place < shape.primaryKeys.length ? prefixes[place] : undefined
    if (!prefix || child.text.startsWith(prefix)) return child
    return { ...child, text: prefix + child.text.slice(child.text.lastIndexOf('#') + 1) }
  })
  const { typeAttribute } = match
  if (typeAttribute) {
    const typed = draftOfValue(typeAttribute.value, typeAttribute.name)
    const place = children.findIndex((child) => child.name === typed.name)
    if (place < 0) children.push(typed)
    else children[place] = { ...typed, id: children[place]!.id }
  }
  return { ...draft, children }
}
