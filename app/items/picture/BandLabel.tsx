// What stands beside the items of one collection: the partition key's value, how many items and how large.
// It stays in view while its items scroll by.

import { memo } from 'react'
import { valueSummary } from '../../grid/valueSummary.ts'
import { formatItems, formatSize } from '../formatSize.ts'
import type { CollectionExtent } from '../reading/collectionSource.ts'
import type { KeyAttribute } from '../tableShape.ts'
import styles from './BandLabel.module.css'
import { KeyText } from './KeyText.tsx'

export interface BandLabelProps {
  hashKeys: readonly KeyAttribute[]
  collection: CollectionExtent
  /** Pixels inside the body; the box may be cut where the rest is out of view. */
  top: number
  height: number
}

export const BandLabel = memo(function BandLabel(props: BandLabelProps) {
  const { hashKeys, collection, top, height } = props
  const values = hashKeys.map(({ name }) => valueSummary(collection.key[name]!, 200))
  const text = values.join(' · ')
  const extent = `${formatItems(collection.count)} · ${formatSize(collection.sizeBytes)}`
  return (
    <div className={styles.band} style={{ top, height }} aria-hidden>
      <div
        className={styles.label}
        data-tip={`${hashKeys.map(({ name }, place) => `${name} = ${values[place]}`).join('\n')}\n${extent}`}
        data-band={collection.position}
        data-band-count={collection.count}
      >
        <span className={styles.partition}>
          <KeyText text={text} />
        </span>
        {collection.count > 1 && <span className={styles.extent}>{extent}</span>}
      </div>
    </div>
  )
})
