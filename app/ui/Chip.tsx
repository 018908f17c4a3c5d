import type { ReactNode } from 'react'
import styles from './Chip.module.css'

export interface ChipProps {
  children: ReactNode
  tone?: 'plain' | 'accent' | 'ok' | 'warning' | 'danger'
  mono?: boolean
  tip?: string
}

/** A short remark on something: a type, a status, a count. */
export function Chip({ children, tone = 'plain', mono, tip }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone} data-mono={mono || undefined} data-tip={tip}>
      {children}
    </span>
  )
}
