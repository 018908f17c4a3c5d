import { type ReactNode, useEffect, useId, useRef } from 'react'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import type { ErrorPart } from '../request/explainError.ts'
import styles from './FormSection.module.css'
import { type Refusal, useQueryEditing } from './queryEditing.ts'

export interface FormSectionProps {
  title: string
  /** Beside the title, at the start of the section. */
  aside?: ReactNode
  /** The parts of a request that stand here: a refusal of one is told here. */
  parts: readonly ErrorPart[]
  children: ReactNode
}

/** One part of the request, with its name at the start and what DynamoDB refused of it at the end. */
export function FormSection({ title, aside, parts, children }: FormSectionProps) {
  const titleId = useId()
  const refusal = useOwnRefusal(parts)
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) note.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal])
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h3 id={titleId} className={styles.title}>
          {title}
        </h3>
        {aside}
      </div>
      <div className={styles.body}>
        {children}
        {refusal && (
          <div ref={note}>
            <ErrorNote name={refusal.name} message={refusal.message} hint={refusal.advice} />
          </div>
        )}
      </div>
    </section>
  )
}

function useOwnRefusal(parts: readonly ErrorPart[]): Refusal | undefined {
  const { refusal } = useQueryEditing()
  return refusal && parts.includes(refusal.part) ? refusal : undefined
}
