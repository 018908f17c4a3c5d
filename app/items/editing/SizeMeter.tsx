// How large an item is, against the 400 KB that DynamoDB takes.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html

import { formatSize } from '../formatSize.ts'
import styles from '../ItemInspector.module.css'

export const MAX_ITEM_BYTES = 409_600

export function SizeMeter({ sizeBytes }: { sizeBytes: number }) {
  const share = sizeBytes / MAX_ITEM_BYTES
  const tone = share > 1 ? 'over' : share > 0.8 ? 'near' : 'fine'
  return (
    <div className={styles.meter} data-tone={tone}>
      <div className={styles.meterWords}>
        <span>{formatSize(sizeBytes)}</span>
        <span className={styles.muted}>
          {share > 1
            ? 'over the limit of 400 KB'
            : `${share < 0.01 ? '< 1' : Math.round(share * 100)} % of 400 KB`}
        </span>
      </div>
      <meter className={styles.bar} aria-label="Item size" min={0} max={MAX_ITEM_BYTES} value={sizeBytes}>
        {formatSize(sizeBytes)}
      </meter>
    </div>
  )
}
