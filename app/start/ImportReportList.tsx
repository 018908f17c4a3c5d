import { useMemo, useState } from 'react'
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
/** So many places of one remark show at once; of more, only the first few until they are asked for. */
const MOST_PATHS = 6
const FEW_PATHS = 3

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
  const alike = useMemo(() => foldAlike(entries), [entries])
  return (
    <section>
      <h3 className={styles.title}>
        <Chip tone={tone}>{word}</Chip>
        {entries.length.toLocaleString('en')}
        <span className={styles.meaning}>{meaning}</span>
      </h3>
      <ul className={styles.list}>
        {alike.slice(0, most).map(({ message, paths }) => (
          <li key={message}>
            <Paths paths={paths} />
            <span>
              {message}
              {paths.length > 1 && (
                <span className={styles.times}> {paths.length.toLocaleString('en')} times</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {alike.length > most && (
        <Button size="small" tone="quiet" onClick={() => setMost(most * 10)}>
          Show more of {alike.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  )
}

interface Remark {
  message: string
  paths: string[]
}

/** What is said in the same words is said once, with all the places it is true of. */
function foldAlike(entries: readonly ReportEntry[]): Remark[] {
  const remarks = new Map<string, Remark>()
  for (const { message, path } of entries) {
    const known = remarks.get(message)
    if (known) known.paths.push(path)
    else remarks.set(message, { message, paths: [path] })
  }
  return [...remarks.values()]
}

function Paths({ paths }: { paths: readonly string[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const isLong = paths.length > MOST_PATHS
  const shown = isLong && !isOpen ? paths.slice(0, FEW_PATHS) : paths
  return (
    <div className={styles.paths}>
      {shown.map((path, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and a path may stand in it twice.
        <code key={place} className={styles.path}>
          {path}
        </code>
      ))}
      {isLong && (
        <Button size="small" tone="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `${(paths.length - FEW_PATHS).toLocaleString('en')} more places`}
        </Button>
      )}
    </div>
  )
}
