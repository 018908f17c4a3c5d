import { useState } from 'react'
import type { ImportReport, ReportEntry } from '../transfer/report.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, type ChipProps } from '../ui/Chip.tsx'
import styles from './ImportReportList.module.css'

type Kind = ReportEntry['kind']

const KINDS: readonly { kind: Kind; word: string; meaning: string; tone: NonNullable<ChipProps['tone']> }[] =
  [
    { kind: 'repaired', word: 'Repaired', meaning: 'read with a change', tone: 'warning' },
    { kind: 'kept', word: 'Kept', meaning: 'not shown here, written again on export', tone: 'plain' },
    { kind: 'left', word: 'Left out', meaning: 'not in the project', tone: 'danger' },
  ]

const FIRST_SHOWN = 50

/** What could not be taken as it stood, by path in the file, with what was done about it. */
export function ImportReportList({ report }: { report: ImportReport }) {
  if (report.entries.length === 0) return <p className={styles.all}>Everything in the file was understood.</p>
  return (
    <div className={styles.report}>
      {KINDS.map(({ kind, ...words }) => {
        const entries = report.entries.filter((entry) => entry.kind === kind)
        return entries.length > 0 && <KindSection key={kind} {...words} entries={entries} />
      })}
    </div>
  )
}

interface KindSectionProps {
  word: string
  meaning: string
  tone: NonNullable<ChipProps['tone']>
  entries: readonly ReportEntry[]
}

function KindSection({ word, meaning, tone, entries }: KindSectionProps) {
  const [most, setMost] = useState(FIRST_SHOWN)
  return (
    <section>
      <h3 className={styles.title}>
        <Chip tone={tone}>{word}</Chip>
        {entries.length.toLocaleString('en')}
        <span className={styles.meaning}>{meaning}</span>
      </h3>
      <ul className={styles.list}>
        {entries.slice(0, most).map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and a path may stand in it twice.
          <li key={place}>
            <code className={styles.path}>{entry.path}</code>
            <span>{entry.message}</span>
          </li>
        ))}
      </ul>
      {entries.length > most && (
        <Button size="small" tone="quiet" onClick={() => setMost(most * 10)}>
          Show more of {entries.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  )
}
