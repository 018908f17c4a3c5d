// A typed value: text for most types, in lines where it has line breaks, a choice for booleans, nothing for
// Null. What is wrong with it is told in DynamoDB's words as soon as something was typed.

import { type ClipboardEvent, useId, useState } from 'react'
import { Select } from '../../ui/Select.tsx'
import { findTypedTextProblem, payloadHint, type TypedText } from '../request/typedText.ts'
import { hasLineBreak, LinesInput } from './LinesInput.tsx'
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
  const { type } = value
  return (
    <div className={styles.box}>
      <TextOfValue
        aria-label={label}
        aria-describedby={problem ? noteId : undefined}
        invalid={invalid || problem !== undefined}
        text={value.text}
        placeholder={placeholder ?? placeholders[type] ?? ''}
        suggestions={suggestions}
        onText={(text) => onValue({ type, text })}
      />
      {problem && (
        <p id={noteId} className={styles.problem}>
          {payloadHint(type) ?? problem}
        </p>
      )}
    </div>
  )
}

interface TextOfValueProps {
  'aria-label': string
  'aria-describedby': string | undefined
  invalid: boolean
  text: string
  placeholder: string
  suggestions: readonly string[] | undefined
  onText(text: string): void
}

/** One line while the text is one, several as soon as a text with line breaks comes, until it is left. */
function TextOfValue({ text, onText, suggestions, ...rest }: TextOfValueProps) {
  const [isInLines, setInLines] = useState(false)
  if (isInLines || hasLineBreak(text)) {
    return (
      <LinesInput
        {...rest}
        value={text}
        onValue={onText}
        takesFocus={isInLines}
        onFocus={() => setInLines(true)}
        onBlur={() => setInLines(false)}
      />
    )
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!hasLineBreak(pasted.trimEnd())) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    setInLines(true)
    onText(text.slice(0, selectionStart ?? text.length) + pasted + text.slice(selectionEnd ?? text.length))
  }
  return (
    <SuggestingInput
      mono
      {...rest}
      value={text}
      suggestions={suggestions}
      onPaste={paste}
      onChange={(event) => onText(event.target.value)}
    />
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
