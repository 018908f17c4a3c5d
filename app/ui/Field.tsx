import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { FieldLabel } from './FieldLabel.tsx'
import { Icon } from './Icon.tsx'

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong with it, in DynamoDB's words; stands right under the input. */
  error?: string | undefined
  className?: string
  /** Renders the input with the id and description that tie it to the label and the error. */
  children(input: { id: string; 'aria-describedby': string | undefined; invalid: boolean }): ReactNode
}

export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const described = error || hint ? noteId : undefined
  return (
    <div className={`${styles.field} ${className ?? ''}`}>
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      {children({ id, 'aria-describedby': described, invalid: error !== undefined })}
      {error ? (
        <p id={noteId} className={styles.error}>
          <Icon name="danger" size={13} />
          <span>{error}</span>
        </p>
      ) : (
        hint && (
          <p id={noteId} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  )
}
