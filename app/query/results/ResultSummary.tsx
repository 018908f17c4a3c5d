// What a read came to: examined → filtered away → returned, what it consumed and why, how long it took.

import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { plural } from '../../workspace/plural.ts'
import { formatBytes, formatCount, formatDuration, formatUnits } from '../words/amounts.ts'
import { PhraseText } from '../words/PhraseText.tsx'
import { adviseAfter } from './adviseAfter.ts'
import { capacityArms, explainCapacity } from './explainCapacity.ts'
import styles from './ResultSummary.module.css'
import { type ReadPage, type ReadTotals, totalsOf } from './readPage.ts'

export function ResultSummary({ pages }: { pages: readonly ReadPage[] }) {
  const totals = totalsOf(pages)
  const explanation = explainCapacity(pages)
  const advice = adviseAfter(pages)
  return (
    <div className={styles.summary}>
      <div className={styles.figures}>
        <Examined totals={totals} />
        <Capacity pages={pages} units={totals.capacityUnits} />
        <p className={styles.time}>
          {plural(totals.pages, 'page')} in {formatDuration(totals.durationMs)}
        </p>
      </div>
      {explanation && (
        <p className={styles.explanation}>
          <PhraseText words={explanation} />
        </p>
      )}
      {advice && (
        <p className={styles.advice} data-tone={advice.tone}>
          <Icon name="warning" size={13} />
          <span>
            <PhraseText words={advice.words} />
          </span>
        </p>
      )}
    </div>
  )
}

function Examined({ totals }: { totals: ReadTotals }) {
  const { count, scannedCount, itemsSizeBytes } = totals
  const dropped = scannedCount - count
  const share = scannedCount === 0 ? 0 : count / scannedCount
  return (
    <div className={styles.examined}>
      <div className={styles.counts}>
        <span>
          <strong>{formatCount(scannedCount)}</strong> read
        </span>
        {dropped > 0 && (
          <span className={styles.dropped}>
            <strong>{formatCount(dropped)}</strong> filtered away
          </span>
        )}
        <span className={styles.returned}>
          <strong>{formatCount(count)}</strong> returned
          {itemsSizeBytes > 0 && <span className={styles.size}> {formatBytes(itemsSizeBytes)}</span>}
        </span>
      </div>
      <div
        className={styles.bar}
        role="img"
        aria-label={`Of ${plural(scannedCount, 'item')} read, ${formatCount(count)} returned and ${formatCount(dropped)} filtered away`}
      >
        {count > 0 && <span className={styles.kept} style={{ flexGrow: share }} />}
        {count < scannedCount && <span className={styles.lost} style={{ flexGrow: 1 - share }} />}
        {scannedCount === 0 && <span className={styles.none} />}
      </div>
    </div>
  )
}

function Capacity({ pages, units }: { pages: readonly ReadPage[]; units: number | undefined }) {
  const arms = capacityArms(pages)
  if (units === undefined) return <p className={styles.time}>No capacity was asked for</p>
  return (
    <div className={styles.capacity}>
      <span>
        <strong>{formatUnits(units)}</strong> RCU
      </span>
      {arms.length > 1 &&
        arms.map(({ indexName, units: share }) => (
          <Chip key={indexName ?? ''} mono>
            {indexName ?? 'table'} {formatUnits(share)}
          </Chip>
        ))}
    </div>
  )
}
