// The closing section of an index: what it does not hold.

import { useSyncExternalStore } from 'react'
import { Button } from '../../ui/Button.tsx'
import { formatCount, formatItems } from '../formatSize.ts'
import { indexOnlyKeys } from '../reading/indexMembership.ts'
import type { LeftOutItems } from '../reading/leftOutItems.ts'
import type { TableShape } from '../tableShape.ts'
import styles from './LeftOutSection.module.css'

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' })

interface HeadingProps {
  shape: TableShape
  count: number
  line: number
  /** Pixels. */
  top: number
}

export function LeftOutHeading({ shape, count, line, top }: HeadingProps) {
  const names = alternatives.format(indexOnlyKeys(shape))
  return (
    <div role="row" aria-rowindex={line + 2} className={styles.sectionLine} style={{ top }}>
      <div role="gridcell" className={styles.section} data-line={line} data-cell={0}>
        <strong>Not in this index</strong>
        <span>
          {formatItems(count)} of the table {count === 1 ? 'lacks' : 'lack'} {names}
        </span>
      </div>
    </div>
  )
}

interface MoreProps {
  leftOut: LeftOutItems
  line: number
  /** Pixels. */
  top: number
}

export function MoreLeftOut({ leftOut, line, top }: MoreProps) {
  const state = useSyncExternalStore(leftOut.subscribe, () => leftOut.state)
  const scanned = `${formatCount(state.scannedCount)} items scanned`
  return (
    <div role="row" aria-rowindex={line + 2} className={styles.sectionLine} style={{ top }}>
      <div role="gridcell" className={styles.section} data-line={line} data-cell={0}>
        {state.status === 'reading' ? (
          <span>Scanning the table… {scanned}</span>
        ) : (
          <Button size="small" tone="quiet" tabIndex={-1} onClick={() => void leftOut.readMore()}>
            Scan on
          </Button>
        )}
        {state.status === 'idle' && <span>{scanned}</span>}
        {state.error && <span role="alert">{`${state.error.name}: ${state.error.message}`}</span>}
      </div>
    </div>
  )
}
