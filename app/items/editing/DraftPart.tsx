// One part of an item that is being edited: its name, its type, its value; lists and maps hold further
// parts, at any depth. What is wrong with a part stands under it.

import { type ReactNode, useId, useState } from 'react'
import type { AttributeType } from '../../../engine/value/attributeValue.ts'
import { valueSummary } from '../../grid/valueSummary.ts'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import type { MenuEntry } from '../../ui/menuEntry.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { createDraft, retypeDraft, type ValueDraft, valueOfDraft } from '../../values/valueDraft.ts'
import styles from './DraftPart.module.css'
import { TypeSelect } from './TypeSelect.tsx'
import { ValueInput } from './ValueInput.tsx'

/** What the parts of one item share. */
export interface DraftEditing {
  problems: ReadonlyMap<number, string>
  /** An error of the whole that belongs to one part, shown under it. */
  error: { at: number; content: ReactNode } | undefined
  /** The part that has just been made, or was asked for: it takes the focus. */
  focusId: number | undefined
  change(id: number, edit: (part: ValueDraft) => ValueDraft | undefined): void
  /** Changes and saves. */
  commit(id: number, edit: (part: ValueDraft) => ValueDraft | undefined): void
  move(id: number, places: number): void
  /** Adds a part that takes the focus. */
  add(parentId: number, child: ValueDraft): void
}

export interface DraftPartProps {
  draft: ValueDraft
  editing: DraftEditing
  parent: 'item' | 'M' | 'L'
  /** Among its siblings. */
  place: number
  siblingCount: number
  /** For a key attribute: the one type that it may have. */
  keyType?: AttributeType | undefined
  depth: number
}

export function DraftPart(props: DraftPartProps) {
  const { draft, editing, parent, place, keyType, depth } = props
  const { id } = draft
  const [isOpen, setOpen] = useState(depth < 2)
  const problemId = useId()
  const problem = editing.problems.get(id)
  const isNested = draft.type === 'L' || draft.type === 'M'
  const label = parent === 'L' ? `Element ${place}` : draft.name || 'New attribute'
  return (
    <li className={styles.part}>
      <div className={styles.head}>
        {isNested && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-label={`Parts of ${label}`}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'expand' : 'forward'} size={13} />
          </button>
        )}
        <PartName {...props} />
        <TypeSelect
          type={draft.type}
          of={label}
          types={keyType ? [keyType] : undefined}
          onType={(type) => editing.commit(id, (part) => retypeDraft(part, type))}
        />
        {keyType ? <span className={styles.noMenu} /> : <PartMenu {...props} label={label} />}
      </div>
      {isNested && isOpen && <Children {...props} />}
      {isNested && !isOpen && <p className={styles.summary}>{valueSummary(valueOfDraft(draft), 80)}</p>}
      {!isNested && (
        <div className={styles.value}>
          <ValueInput
            draft={draft}
            label={label}
            isInvalid={problem !== undefined}
            describedBy={problem === undefined ? undefined : problemId}
            isKey={keyType !== undefined}
            autoFocus={editing.focusId === id && (parent === 'L' || draft.name !== '')}
            onDraft={(next) => editing.change(id, () => next)}
            onCommit={(next) => editing.commit(id, () => next)}
          />
        </div>
      )}
      {problem !== undefined && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
      {editing.error?.at === id && editing.error.content}
    </li>
  )
}

function PartName({ draft, editing, parent, place, keyType }: DraftPartProps) {
  if (parent === 'L') return <span className={styles.place}>{place}</span>
  if (keyType) {
    return (
      <span className={styles.key}>
        <Icon name="key" size={12} />
        {draft.name}
      </span>
    )
  }
  return (
    <TextInput
      size="small"
      className={styles.name ?? ''}
      aria-label={draft.name === '' ? 'Name of the new attribute' : `Name of ${draft.name}`}
      placeholder="Name"
      autoFocus={editing.focusId === draft.id && draft.name === ''}
      value={draft.name}
      invalid={draft.name === ''}
      onChange={(event) => editing.change(draft.id, (part) => ({ ...part, name: event.target.value }))}
      onBlur={() => editing.commit(draft.id, (part) => part)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        else if (event.key === 'Escape' && isBlank(draft)) {
          event.stopPropagation()
          focusAdd(event.currentTarget)
          editing.commit(draft.id, () => undefined)
        }
      }}
    />
  )
}

function isBlank({ name, text, children }: ValueDraft): boolean {
  return name === '' && text === '' && children.length === 0
}

/** The button under the parts, which adds another one. */
function focusAdd(input: HTMLElement): void {
  const button = input.closest('ul')?.nextElementSibling
  if (button instanceof HTMLElement) button.focus()
}

function PartMenu({
  draft,
  editing,
  parent,
  place,
  siblingCount,
  label,
}: DraftPartProps & { label: string }) {
  const moves: MenuEntry[] = [
    { label: 'Move up', icon: 'ascending', disabled: place === 0, run: () => editing.move(draft.id, -1) },
    {
      label: 'Move down',
      icon: 'descending',
      disabled: place === siblingCount - 1,
      run: () => editing.move(draft.id, 1),
    },
    'separator',
  ]
  const entries = (): MenuEntry[] => [
    ...(parent === 'L' ? moves : []),
    { label: 'Remove', icon: 'delete', tone: 'danger', run: () => editing.commit(draft.id, () => undefined) },
  ]
  return <MenuButton label={`Actions for ${label}`} icon="more" size="small" align="end" entries={entries} />
}

function Children({ draft, editing, depth }: DraftPartProps) {
  const kind = draft.type === 'L' ? 'L' : 'M'
  return (
    <div className={styles.children}>
      <ul>
        {draft.children.map((child, place) => (
          <DraftPart
            key={child.id}
            draft={child}
            editing={editing}
            parent={kind}
            place={place}
            siblingCount={draft.children.length}
            depth={depth + 1}
          />
        ))}
      </ul>
      <button
        type="button"
        className={styles.add}
        onClick={() => editing.add(draft.id, createDraft(draft.children.at(-1)?.type ?? 'S'))}
      >
        + Add {kind === 'L' ? 'element' : 'attribute'}
      </button>
    </div>
  )
}
