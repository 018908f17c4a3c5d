// A typed value: text for most types, a choice for booleans, nothing for Null. What is wrong with it is
// told in DynamoDB's words as soon as something was typed.

import { useId } from 'react'
import { Select } from '../../ui/Select.tsx'
import { findTypedTextProblem, payloadHint, type TypedText } from '../request/typedText.ts'
import { SuggestingInput } from './SuggestingInput.tsx'
import styles from './ValueInput.module.css'

export interface ValueInputProps {
  label: string
  value: TypedText
  onValue(value: TypedText): void
  suggestions?: readonly string[] | undefined
  placeholder?: string | undefined
  /** The request was refused because of it. */
  invalid?: boolean | undefined
}

export function ValueInput({ label, value, onValue, suggestions, placeholder, invalid }: ValueInputProps) {
  const noteId = useId()
  if (value.type === 'NULL') return <span className={styles.none}>null</span>
  if (value.type === 'BOOL') return <BooleanInput {...{ label, value, onValue }} />
  const problem = value.text === '' ? undefined : findTypedTextProblem(value)
  const type = value.type
  return (
    <div className={styles.box}>
      <SuggestingInput
        mono
        aria-label={label}
        aria-describedby={problem ? noteId : undefined}
        invalid={invalid || problem !== undefined}
        value={value.text}
        placeholder={placeholder ?? placeholders[type] ?? ''}
        suggestions={suggestions}
        onChange={(event) => onValue({ type, text: event.target.value })}
      />
      {problem && (
        <p id={noteId} className={styles.problem}>
          {payloadHint(type) ?? problem}
        </p>
      )}
    </div>
  )
}

function BooleanInput({ label, value, onValue }: Pick<ValueInputProps, 'label' | 'value' | 'onValue'>) {
  return (
    <Select
      mono
      aria-label={label}
      value={value.text === 'true' ? 'true' : 'false'}
      options={[
        { value: 'true', label: 'true' },
        { value: 'false', label: 'false' },
      ]}
      onValue={(text) => onValue({ type: 'BOOL', text })}
    />
  )
}

const placeholders: Partial<Record<TypedText['type'], string>> = {
  N: '0',
  B: 'base64',
  SS: '["red", "blue"]',
  NS: '["1", "2.5"]',
  BS: '["AQI="]',
  L: '[{"S": "a"}]',
  M: '{"city": {"S": "Oslo"}}',
}
