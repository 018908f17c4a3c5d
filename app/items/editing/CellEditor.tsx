// The editor of one attribute, right where its cell stands. Enter saves, Escape leaves; what DynamoDB does
// not take is said under the value, and the draft stays.

import { type KeyboardEvent, useId, useState } from 'react'
import type { AttributeValue, ScalarAttributeType } from '../../../engine/value/attributeValue.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { ATTRIBUTE_TYPES } from '../../values/attributeTypes.ts'
import {
  createDraft,
  draftOfValue,
  draftProblems,
  retypeDraft,
  sameValue,
  valueOfDraft,
} from '../../values/valueDraft.ts'
import { findErrorHint } from '../../workspace/errorHint.ts'
import styles from './CellEditor.module.css'
import { TypeSelect } from './TypeSelect.tsx'
import { describeError } from './useItemDraft.ts'
import { ValueInput } from './ValueInput.tsx'

export interface CellEditorProps {
  anchor: Element
  name: string
  /** Undefined where the item lacks the attribute. */
  value: AttributeValue | undefined
  /** For a key attribute: the one type that it may have. */
  keyType: ScalarAttributeType | undefined
  /** Rejects with what DynamoDB says against it. */
  onSave(value: AttributeValue): Promise<void>
  onClose(): void
}

/** Lists and maps are edited in the inspector. */
const EDITABLE = ATTRIBUTE_TYPES.filter((type) => type !== 'L' && type !== 'M')

export function CellEditor(props: CellEditorProps) {
  const { anchor, name, keyType, onClose } = props
  const { draft, setDraft, problem, failure, isChanged, save } = useCellDraft(props)
  const problemId = useId()
  const isSet = draft.type.length === 2
  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed here is not for the grid behind, through which React lets it pass.
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    const isInText = event.target instanceof HTMLElement && event.target.matches('input, textarea')
    const isDone = isSet ? event.ctrlKey || event.metaKey : !event.shiftKey
    if (event.key !== 'Enter' || !isInText || !isDone) return
    event.preventDefault()
    void save()
  }
  return (
    <Popover
      anchor={anchor}
      label={`Edit ${name}`}
      initialFocus={false}
      onClose={() => (isChanged ? void save() : onClose())}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the inputs inside. */}
      <div className={styles.editor} onKeyDown={onKeyDown}>
        <div className={styles.head}>
          <span className={styles.name}>{name}</span>
          <TypeSelect
            type={draft.type}
            of={name}
            types={keyType ? [keyType] : EDITABLE}
            onType={(type) => setDraft(retypeDraft(draft, type))}
          />
        </div>
        <ValueInput
          draft={draft}
          label={name}
          isInvalid={problem !== undefined}
          describedBy={problem === undefined ? undefined : problemId}
          isKey={keyType !== undefined}
          autoFocus
          onDraft={setDraft}
          onCommit={setDraft}
        />
        {problem !== undefined && (
          <p id={problemId} className={styles.problem}>
            {problem}
          </p>
        )}
        {failure && <ErrorNote {...failure} hint={findErrorHint(failure)} />}
        <p className={styles.keys}>
          <Kbd keys={isSet ? 'Mod+Enter' : 'Enter'} /> saves <Kbd keys="Escape" /> leaves it as it was
        </p>
      </div>
    </Popover>
  )
}

/** The value as it is typed, what is wrong with it, and how it is saved. */
function useCellDraft({ name, value, keyType, onSave, onClose }: CellEditorProps) {
  const [initial] = useState(() => (value ? draftOfValue(value, name) : createDraft(keyType ?? 'S', name)))
  const [draft, setDraft] = useState(initial)
  const [failure, setFailure] = useState<{ name: string; message: string }>()
  const [isSaving, setSaving] = useState(false)
  const problem = draftProblems(draft).get(draft.id)
  const next = valueOfDraft(draft)
  // Where there was no value, an untouched draft is not the wish for an empty one.
  const isChanged = !sameValue(valueOfDraft(initial), next)
  const save = async () => {
    if (problem !== undefined || isSaving) return
    if (!isChanged) return onClose()
    setSaving(true)
    try {
      await onSave(next)
      onClose()
    } catch (error) {
      setFailure(describeError(error))
      setSaving(false)
    }
  }
  return { draft, setDraft, problem, failure, isChanged, save }
}
