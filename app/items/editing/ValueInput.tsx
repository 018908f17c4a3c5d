// The input for a value that is not a list or map: text, number, binary in three forms, true or false,
// null, and the members of a set.

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { ValueDraft } from '../../values/valueDraft.ts'
import { type BinaryForm, parseBinary, printBinary } from './binaryText.ts'
import styles from './ValueInput.module.css'

export interface ValueInputProps {
  draft: ValueDraft
  /** Its accessible name: the attribute. */
  label: string
  isInvalid: boolean
  /** The id of the text that says what is wrong. */
  describedBy?: string | undefined
  isKey?: boolean | undefined
  autoFocus?: boolean | undefined
  /** Each keystroke. */
  onDraft(draft: ValueDraft): void
  /** The value is as the person wants it: Enter was pressed, the input was left, a choice was made. */
  onCommit(draft: ValueDraft): void
}

export function ValueInput(props: ValueInputProps) {
  switch (props.draft.type) {
    case 'S':
      return <StringInput {...props} />
    case 'N':
      return <ScalarInput {...props} value={props.draft.text} toText={(text) => text} />
    case 'B':
      return <BinaryInput {...props} />
    case 'BOOL':
      return <BooleanInput {...props} />
    case 'SS':
    case 'NS':
    case 'BS':
      return <MembersInput {...props} />
    default:
      return <span className={styles.null}>null</span>
  }
}

function inputProps({ label, isInvalid, describedBy }: ValueInputProps) {
  return { 'aria-label': label, 'aria-invalid': isInvalid || undefined, 'aria-describedby': describedBy }
}

function useFocus(
  autoFocus: boolean | undefined,
  ref: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
): void {
  useEffect(() => {
    if (!autoFocus) return
    const focus = () => {
      ref.current?.focus()
      ref.current?.select()
    }
    focus()
    if (document.activeElement === ref.current) return
    // The pane that holds it shows itself only after its content has come.
    const frame = requestAnimationFrame(focus)
    return () => cancelAnimationFrame(frame)
  }, [autoFocus, ref])
}

/** Enter commits; with Shift it is a new line. */
function StringInput(props: ValueInputProps) {
  const { draft, isKey, autoFocus, onDraft, onCommit } = props
  const ref = useRef<HTMLTextAreaElement>(null)
  useFocus(autoFocus, ref)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onCommit(draft)
  }
  return (
    <textarea
      {...inputProps(props)}
      ref={ref}
      className={styles.text}
      data-key={isKey || undefined}
      rows={1}
      spellCheck={false}
      value={draft.text}
      onChange={(event) => onDraft({ ...draft, text: event.target.value })}
      onKeyDown={onKeyDown}
      onBlur={() => onCommit(draft)}
    />
  )
}

interface ScalarInputProps extends ValueInputProps {
  value: string
  /** The draft's text for what was typed; undefined while that cannot be told. */
  toText(typed: string): string | undefined
}

function ScalarInput({ value, toText, ...props }: ScalarInputProps) {
  const { draft, autoFocus, onDraft, onCommit } = props
  const ref = useRef<HTMLInputElement>(null)
  useFocus(autoFocus, ref)
  return (
    <TextInput
      {...inputProps(props)}
      ref={ref}
      mono
      className={styles.mono ?? ''}
      size="small"
      invalid={props.isInvalid}
      value={value}
      onChange={(event) => onDraft({ ...draft, text: toText(event.target.value) ?? draft.text })}
      onKeyDown={(event) => event.key === 'Enter' && onCommit(draft)}
      onBlur={() => onCommit(draft)}
    />
  )
}

const BINARY_FORMS = [
  { value: 'base64', label: 'Base64' },
  { value: 'text', label: 'Text' },
  { value: 'hex', label: 'Hex' },
] as const

function BinaryInput(props: ValueInputProps) {
  const [form, setForm] = useState<BinaryForm>('base64')
  // What was typed stays as typed: printing it again at each key would move the caret.
  const [typed, setTyped] = useState<{ base64: string; text: string }>()
  const printed = printBinary(props.draft.text, form)
  const value = typed && typed.base64 === props.draft.text ? typed.text : (printed ?? '')
  const toText = (text: string) => {
    const base64 = parseBinary(text, form)
    setTyped({ base64: base64 ?? props.draft.text, text })
    return base64
  }
  const isUnreadable = form === 'hex' && typed !== undefined && parseBinary(typed.text, form) === undefined
  return (
    <div className={styles.binary}>
      <ScalarInput {...props} isInvalid={props.isInvalid || isUnreadable} value={value} toText={toText} />
      <SegmentedControl
        label={`Form of ${props.label}`}
        size="small"
        value={form}
        segments={BINARY_FORMS.map((segment) => ({
          ...segment,
          disabled: printBinary(props.draft.text, segment.value) === undefined,
        }))}
        onValue={(next) => {
          setTyped(undefined)
          setForm(next)
        }}
      />
    </div>
  )
}

const BOOLEANS = [
  { value: 'true', label: 'true' },
  { value: 'false', label: 'false' },
] as const

function BooleanInput({ draft, label, onCommit }: ValueInputProps) {
  return (
    <SegmentedControl
      label={label}
      size="small"
      value={String(draft.flag) as 'true' | 'false'}
      segments={BOOLEANS}
      onValue={(value) => onCommit({ ...draft, flag: value === 'true' })}
    />
  )
}

function MembersInput(props: ValueInputProps) {
  const { draft, label, autoFocus, onDraft, onCommit } = props
  const listRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (autoFocus) listRef.current?.querySelector('input')?.focus()
  }, [autoFocus])
  const withMember = (place: number, text: string) => ({
    ...draft,
    members: draft.members.map((member, at) => (at === place ? text : member)),
  })
  const remove = (place: number) =>
    onCommit({ ...draft, members: draft.members.filter((_, at) => at !== place) })
  const add = () => {
    onDraft({ ...draft, members: [...draft.members, ''] })
    requestAnimationFrame(() => listRef.current?.querySelector<HTMLElement>('li:last-of-type input')?.focus())
  }
  return (
    <div ref={listRef} className={styles.members}>
      <ul>
        {draft.members.map((member, place) => {
          // Members may be alike while they are typed: their place is their identity.
          const key = place
          return (
            <li key={key} className={styles.member}>
              <TextInput
                {...inputProps(props)}
                aria-label={`${label}, member ${place + 1}`}
                mono={draft.type !== 'SS'}
                className={styles.mono ?? ''}
                size="small"
                invalid={props.isInvalid}
                value={member}
                onChange={(event) => onDraft(withMember(place, event.target.value))}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') add()
                }}
                onBlur={() => onCommit(draft)}
              />
              <IconButton
                icon="remove"
                size="small"
                label={`Remove member ${place + 1}`}
                onClick={() => remove(place)}
              />
            </li>
          )
        })}
      </ul>
      <button type="button" className={styles.add} onClick={add}>
        + Add member
      </button>
    </div>
  )
}
