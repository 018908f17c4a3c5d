import { Icon } from './Icon.tsx'
import styles from './Spinner.module.css'

/** Waits a moment before it shows itself: most work is done by then. */
export function Spinner({ label, size = 16 }: { label: string; size?: number }) {
  return (
    <span className={styles.spinner} role="status" aria-label={label}>
      <Icon name="loading" size={size} />
    </span>
  )
}
