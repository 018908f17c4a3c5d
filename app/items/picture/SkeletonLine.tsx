import { memo } from 'react'
import lineStyles from './ItemLine.module.css'
import styles from './SkeletonLine.module.css'

/** A line whose item is on its way. */
export const SkeletonLine = memo(function SkeletonLine({ line, top }: { line: number; top: number }) {
  return (
    <div role="row" aria-rowindex={line + 2} aria-busy className={lineStyles.line} style={{ top }}>
      <div role="rowheader" className={lineStyles.hash} data-line={line} data-cell={0} />
      <div role="rowheader" className={lineStyles.range} data-line={line} data-cell={1}>
        <span className={styles.skeleton} style={{ width: 60 + ((line * 37) % 70) }} />
      </div>
      <div role="gridcell" className={styles.waiting} data-line={line} data-cell={2}>
        <span className={styles.skeleton} style={{ width: 90 + ((line * 53) % 110) }} />
        <span className={styles.skeleton} style={{ width: 70 + ((line * 29) % 60) }} />
      </div>
    </div>
  )
})
