import { memo } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { KeyAttribute, TableShape } from '../tableShape.ts'
import styles from './PictureHead.module.css'

/** Names the keys that order the picture. */
export const PictureHead = memo(function PictureHead({ shape }: { shape: TableShape }) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headLine}>
        <div role="columnheader" className={styles.hashHead}>
          <KeyHeading label="Partition key" keys={shape.hashKeys} />
        </div>
        {shape.rangeKeys.length > 0 && (
          <div role="columnheader" className={styles.rangeHead}>
            <KeyHeading label="Sort key" keys={shape.rangeKeys} />
          </div>
        )}
        <div role="columnheader" className={styles.attributesHead}>
          Attributes
        </div>
        <div role="columnheader" className={styles.sizeHead}>
          Size
        </div>
      </div>
    </div>
  )
})

function KeyHeading({ label, keys }: { label: string; keys: readonly KeyAttribute[] }) {
  const names = keys.map((key) => key.name).join(' · ')
  const types = keys.map((key) => key.type).join(' · ')
  return (
    <span
      className={styles.keyHeading}
      data-tip={`${label}\n${keys.map((key) => `${key.name} (${key.type})`).join('\n')}`}
    >
      <Icon name="key" size={12} />
      <span className={styles.keyName}>{names}</span>
      <span className={styles.keyType}>{types}</span>
    </span>
  )
}
