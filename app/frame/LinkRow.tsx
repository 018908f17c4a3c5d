import type { ReactNode } from 'react'
import styles from './LinkRow.module.css'

export interface LinkRowProps {
  icon?: ReactNode
  label: string
  detail?: string | undefined
  count?: string
  onOpen(): void
}

/** A line in an inspector that leads to what it names. */
export function LinkRow({ icon, label, detail, count, onOpen }: LinkRowProps) {
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      {icon}
      <span className={styles.label}>{label}</span>
      {detail && <span className={styles.detail}>{detail}</span>}
      {count && <span className={styles.count}>{count}</span>}
    </button>
  )
}
