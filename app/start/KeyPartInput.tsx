import type { ScalarAttributeType } from '../../engine/value/attributeValue.ts'
import { Field, type FieldError } from '../ui/Field.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import styles from './KeyPartInput.module.css'
import type { KeyPart } from './tableForm.ts'

export const KEY_TYPES: readonly { value: ScalarAttributeType; label: string }[] = [
  { value: 'S', label: 'String' },
  { value: 'N', label: 'Number' },
  { value: 'B', label: 'Binary' },
]

export interface KeyPartInputProps {
  label: string
  part: KeyPart
  placeholder?: string | undefined
  hint?: string
  error: FieldError | undefined
  disabled?: boolean
  onChange(part: KeyPart): void
  onBlur?(): void
  onRemove?: (() => void) | undefined
}

/** A key attribute: its name and its type. */
export function KeyPartInput(props: KeyPartInputProps) {
  const { label, part, placeholder, hint, error, disabled = false, onChange, onBlur, onRemove } = props
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(input) => (
        <div className={styles.line}>
          <TextInput
            {...input}
            mono
            value={part.name}
            placeholder={placeholder}
            disabled={disabled}
            onChange={(event) => onChange({ ...part, name: event.target.value })}
            onBlur={onBlur}
          />
          <Select
            className={styles.type}
            aria-label={`Type of the ${label.toLowerCase()}`}
            value={part.type}
            options={KEY_TYPES}
            disabled={disabled}
            onValue={(type) => onChange({ ...part, type })}
          />
          {onRemove && (
            <IconButton icon="remove" label={`Remove ${part.name || 'this attribute'}`} onClick={onRemove} />
          )}
        </div>
      )}
    </Field>
  )
}
