import { Button } from './Button.tsx'
import styles from './Progress.module.css'

export interface ProgressProps {
  /** What is being done: 'Writing items'. */
  label: string
  done: number
  /** Undefined while it is not known. */
  total: number | undefined
  unit?: string
  onCancel?(): void
}

const format = new Intl.NumberFormat('en')

export function Progress({ label, done, total, unit, onCancel }: ProgressProps) {
  const counts = printCounts(done, total)
  return (
    <div className={styles.box}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={styles.counts}>
          {counts}
          {unit && ` ${unit}`}
        </span>
        {onCancel && (
          <Button size="small" tone="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuenow={total === undefined ? undefined : done}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuetext={counts}
      >
        <div
          className={styles.bar}
          data-unknown={total === undefined || undefined}
          style={total ? { scale: `${Math.min(1, done / total)} 1` } : undefined}
        />
      </div>
    </div>
  )
}

function printCounts(done: number, total: number | undefined): string {
  if (total !== undefined) return `${format.format(done)} of ${format.format(total)}`
  return done > 0 ? format.format(done) : ''
}
