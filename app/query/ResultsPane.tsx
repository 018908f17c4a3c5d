// What the last run of the table gave: its pages, how it went, and the way to more pages.

import { useId, useState } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import type { TableDesign } from '../model/design.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Progress } from '../ui/Progress.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { countOf, formatCount } from './amounts.ts'
import { emptyReason } from './emptyReason.ts'
import { PhraseText } from './PhraseText.tsx'
import { type QueryRun, readNextPage, readToEnd, stopReading } from './queryRuns.ts'
import type { QueryTarget } from './queryTarget.ts'
import { ResultItems } from './ResultItems.tsx'
import { ResultJson } from './ResultJson.tsx'
import { ResultSummary } from './ResultSummary.tsx'
import styles from './ResultsPane.module.css'
import { totalsOf } from './readPage.ts'

export interface ResultsPaneProps {
  /** The table in view, whose last run it is. */
  tableName: string
  run: QueryRun | undefined
  /** What the run aimed at. */
  target: QueryTarget
  /** How many items the target holds; undefined while it is not known. */
  itemCount: number | undefined
  design: TableDesign | undefined
  onSelect(items: Item[]): void
}

export function ResultsPane(props: ResultsPaneProps) {
  const { run } = props
  return (
    <section className={styles.pane} aria-label="Results" aria-busy={run?.status === 'reading'}>
      <Content {...props} />
    </section>
  )
}

function Content(props: ResultsPaneProps) {
  const { run } = props
  if (!run) {
    return (
      <EmptyState icon="run" title="Nothing was read yet">
        <Kbd keys="Mod+Enter" /> runs the request. Its items, what it examined and what it cost stand here.
      </EmptyState>
    )
  }
  if (run.pages.length > 0) return <Pages {...props} run={run} />
  if (run.status === 'reading') {
    return (
      <div className={styles.waiting}>
        <Spinner label={`${run.request.operation} is reading`} size={20} />
      </div>
    )
  }
  return (
    <EmptyState icon="danger" title="DynamoDB refused the request">
      {run.error?.name}: the request above says what is wrong, and where.
    </EmptyState>
  )
}

function Pages({ run, ...props }: ResultsPaneProps & { run: QueryRun }) {
  const [shown, setShown] = useState<'items' | 'json'>('items')
  const panelId = useId()
  const { count } = totalsOf(run.pages)
  return (
    <>
      <div className={styles.head}>
        <Tabs
          label="Show the result as"
          value={shown}
          tabs={[
            { value: 'items', label: 'Items', detail: formatCount(count) },
            { value: 'json', label: 'JSON' },
          ]}
          onValue={(next) => setShown(next)}
          panelId={panelId}
        />
        <MoreButtons run={run} tableName={props.tableName} />
      </div>
      <ResultSummary pages={run.pages} />
      <RunState run={run} itemCount={props.itemCount} tableName={props.tableName} />
      <div
        id={panelId}
        role="tabpanel"
        aria-label={shown === 'items' ? 'Items' : 'JSON'}
        className={styles.panel}
      >
        <Shown {...props} run={run} as={shown} />
      </div>
    </>
  )
}

function Shown({
  run,
  as,
  target,
  design,
  onSelect,
}: Omit<ResultsPaneProps, 'tableName'> & { run: QueryRun; as: 'items' | 'json' }) {
  const { count } = totalsOf(run.pages)
  const hasItems = run.pages.some((page) => page.items.length > 0)
  if (hasItems && as === 'json') return <ResultJson pages={run.pages} />
  if (hasItems) return <ResultItems {...{ pages: run.pages, target, design, onSelect }} />
  if (count > 0) {
    return (
      <EmptyState title={countOf(count, 'item')}>
        Select COUNT counts items and returns none of them.
      </EmptyState>
    )
  }
  const { title, words } = emptyReason(run.pages, target)
  return (
    <EmptyState icon="search" title={title}>
      <PhraseText words={words} />
    </EmptyState>
  )
}

function MoreButtons({ run, tableName }: { run: QueryRun; tableName: string }) {
  const hasMore = run.pages.at(-1)?.lastEvaluatedKey !== undefined
  if (!hasMore) {
    return run.request.operation === 'GetItem' || run.status === 'reading' ? null : (
      <p className={styles.end}>{run.pages.length > 1 ? 'That was the last page' : 'That is all of it'}</p>
    )
  }
  if (run.status === 'reading') return null
  return (
    <div className={styles.more}>
      <Button size="small" onClick={() => void readNextPage(tableName)}>
        Next page
      </Button>
      <Button size="small" onClick={() => void readToEnd(tableName)}>
        Run to the end
      </Button>
    </div>
  )
}

function RunState({
  run,
  itemCount,
  tableName,
}: Omit<ResultsPaneProps, 'target' | 'design' | 'onSelect'> & { run: QueryRun }) {
  const { scannedCount, pages } = totalsOf(run.pages)
  if (run.status === 'failed') {
    return (
      <p className={styles.failed} role="alert">
        The next page was refused. {run.error?.name}: {run.error?.message}
      </p>
    )
  }
  if (run.status !== 'reading') return null
  const isWhole = run.request.operation === 'Scan' && run.request.input.TotalSegments === undefined
  return (
    <div className={styles.progress}>
      <Progress
        label={`Reading page ${pages + 1}`}
        done={scannedCount}
        total={isWhole ? itemCount : undefined}
        unit="items"
        {...(run.isReadingAll ? { onCancel: () => stopReading(tableName) } : {})}
      />
    </div>
  )
}
