import type { ReactNode } from 'react'
import styles from './ErrorNote.module.css'
import { Icon } from './Icon.tsx'

export interface ErrorNoteProps {
  /** The error's name in DynamoDB's words, such as ValidationException. */
  name?: string
  message: string
  /** What to do, in plain words. */
  hint?: ReactNode
  actions?: ReactNode
  tone?: 'danger' | 'warning'
}

/** An error beside the thing that is wrong: DynamoDB's words first, then what to do. */
export function ErrorNote({ name, message, hint, actions, tone = 'danger' }: ErrorNoteProps) {
  return (
    <div className={styles.note} role="alert" data-tone={tone}>
      <Icon name={tone} size={15} />
      <div className={styles.body}>
        {name && <strong className={styles.name}>{name}</strong>}
        <p className={styles.message}>{message}</p>
        {hint && <p className={styles.hint}>{hint}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
