import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { FieldLabel } from './FieldLabel.tsx'
import { Icon } from './Icon.tsx'

export interface FieldError {
  /** What is wrong, in DynamoDB's words where it has any. */
  message: string
  /** What to do about it, in plain words. */
  hint?: string | undefined
}

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** Stands right under the input. */
  error?: FieldError | string | undefined
  className?: string | undefined
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
        <FieldNote id={noteId} error={typeof error === 'string' ? { message: error } : error} />
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

/** The error of an input that has no Field of its own around it. */
export function FieldNote({ id, error }: { id?: string; error: FieldError }) {
  return (
    <div id={id} className={styles.error}>
      <Icon name="danger" size={13} />
      <div>
        <p>{error.message}</p>
        {error.hint && <p className={styles.hint}>{error.hint}</p>}
      </div>
    </div>
  )
}
