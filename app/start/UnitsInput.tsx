import { Field, type FieldError, FieldNote } from '../ui/Field.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import styles from './UnitsInput.module.css'

interface Units {
  readUnits: number | undefined
  writeUnits: number | undefined
}

export interface UnitsInputProps {
  units: Units
  error: FieldError | undefined
  onChange(units: Units): void
}

/** Provisioned capacity: read and write units a second. */
export function UnitsInput({ units: { readUnits, writeUnits }, error, onChange }: UnitsInputProps) {
  return (
    <div>
      <div className={styles.line}>
        <Field label="Read capacity units">
          {(input) => (
            <NumberInput
              {...input}
              value={readUnits}
              onValue={(value) => onChange({ readUnits: value, writeUnits })}
            />
          )}
        </Field>
        <Field label="Write capacity units">
          {(input) => (
            <NumberInput
              {...input}
              value={writeUnits}
              onValue={(value) => onChange({ readUnits, writeUnits: value })}
            />
          )}
        </Field>
      </div>
      {error && <FieldNote error={error} />}
    </div>
  )
}
