// What the last run of the table gave: its pages, how it went, and the way to more pages.

import { useId, useState } from 'react'
import type { Item } from '../../../engine/value/attributeValue.ts'
import type { TableDesign } from '../../model/design.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { plural } from '../../workspace/plural.ts'
import type { ExampleQuery } from '../form/exampleQueries.ts'
import type { QueryTarget } from '../request/queryTarget.ts'
import { aimLabel } from '../request/requestAim.ts'
import { formatCount } from '../words/amounts.ts'
import { PhraseText } from '../words/PhraseText.tsx'
import { textOfPhrase } from '../words/phrase.ts'
import { emptyReason } from './emptyReason.ts'
import { type QueryRun, readNextPage, readToEnd, shownRun, stopReading } from './queryRuns.ts'
import { ResultItems } from './ResultItems.tsx'
import { ResultJson } from './ResultJson.tsx'
import { ResultSummary } from './ResultSummary.tsx'
import styles from './ResultsPane.module.css'
import { totalsOf } from './readPage.ts'

export interface ResultsPaneProps {
  /** The table in view, whose last run it is. */
  tableName: string
  run: QueryRun | undefined
  /** Whether the request above is not the one that was run any more. */
  isStale: boolean
  /** Whether the refusal of the run still stands at the request. */
  isRefusalShown: boolean
  /** What the run aimed at. */
  target: QueryTarget
  /** How many items the target holds; undefined while it is not known. */
  itemCount: number | undefined
  design: TableDesign | undefined
  /** Offered while nothing was read. */
  examples: readonly ExampleQuery[]
  onExample(example: ExampleQuery): void
  onSelect(items: Item[]): void
}

export function ResultsPane(props: ResultsPaneProps) {
  const { run } = props
  return (
    <section className={styles.pane} aria-label="Results" aria-busy={run?.status === 'reading'}>
      <VisuallyHidden>
        <span role="status">{run && announcement(run)}</span>
      </VisuallyHidden>
      <Content {...props} run={shownRun(run)} />
    </section>
  )
}

function announcement(run: QueryRun): string {
  if (run.status === 'reading') return ''
  if (run.pages.length === 0) return `${run.error?.name ?? 'Refused'}: ${run.error?.message ?? ''}`
  const { count, scannedCount } = totalsOf(run.pages)
  return `${plural(scannedCount, 'item')} read, ${formatCount(count)} returned`
}

function Content(props: ResultsPaneProps) {
  const { run } = props
  if (!run) return <NothingYet {...props} />
  if (run.pages.length > 0) return <Pages {...props} run={run} />
  if (run.status === 'reading') {
    return (
      <div className={styles.waiting}>
        <Spinner label={`${run.request.operation} is reading`} size={20} />
      </div>
    )
  }
  if (!props.isRefusalShown) return <NothingYet {...props} />
  return (
    <EmptyState icon="danger" title="DynamoDB refused the request">
      {run.error?.name}: the request above says what is wrong, and where.
    </EmptyState>
  )
}

function NothingYet({ examples, onExample }: ResultsPaneProps) {
  return (
    <EmptyState
      icon="run"
      title="Nothing was read yet"
      actions={examples.map((example) => (
        <Button key={textOfPhrase(example.words)} onClick={() => onExample(example)}>
          <span>
            <PhraseText words={example.words} />
          </span>
        </Button>
      ))}
    >
      <Kbd keys="Mod+Enter" /> runs the request: its items, what it examined and what it cost stand here.
      {examples.length > 0 && ' To begin with:'}
    </EmptyState>
  )
}

interface PagesProps extends ResultsPaneProps {
  run: QueryRun
}

function Pages({ run, ...props }: PagesProps) {
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
      {props.isStale && <LastRun run={run} target={props.target} />}
      <div className={styles.summary} data-stale={props.isStale || undefined}>
        <ResultSummary pages={run.pages} />
        <RunState run={run} itemCount={props.itemCount} />
      </div>
      <div
        id={panelId}
        role="tabpanel"
        aria-label={shown === 'items' ? 'Items' : 'JSON'}
        className={styles.panel}
        data-stale={props.isStale || undefined}
      >
        <Shown {...props} run={run} as={shown} />
      </div>
    </>
  )
}

function LastRun({ run, target }: { run: QueryRun; target: QueryTarget }) {
  return (
    <p className={styles.lastRun}>
      <Icon name="history" size={13} />
      <span>
        From the last run: {run.request.operation} of {aimLabel(target)}
      </span>
    </p>
  )
}

function Shown({ run, as, target, design, onSelect }: PagesProps & { as: 'items' | 'json' }) {
  const { count } = totalsOf(run.pages)
  const hasItems = run.pages.some((page) => page.items.length > 0)
  if (hasItems && as === 'json') return <ResultJson pages={run.pages} />
  if (hasItems) return <ResultItems key={run.id} {...{ pages: run.pages, target, design, onSelect }} />
  if (count > 0) {
    return (
      <EmptyState title={plural(count, 'item')}>
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
  if (hasMore) {
    // One button starts and stops, so that the focus has where to stay.
    return (
      <div className={styles.more}>
        {!run.isReadingAll && (
          <Button size="small" onClick={() => void readNextPage(tableName)}>
            Next page
          </Button>
        )}
        <Button
          key="all"
          size="small"
          onClick={() => (run.isReadingAll ? stopReading(tableName) : void readToEnd(tableName))}
        >
          {run.isReadingAll ? 'Cancel' : 'Run to the end'}
        </Button>
      </div>
    )
  }
  if (run.request.operation === 'GetItem') return null
  return <p className={styles.end}>{run.pages.length > 1 ? 'That was the last page' : 'That is all of it'}</p>
}

function RunState({ run, itemCount }: { run: QueryRun; itemCount: number | undefined }) {
  const { scannedCount, pages } = totalsOf(run.pages)
  if (run.status === 'failed') {
    return (
      <p className={styles.failed} role="alert">
        The next page was refused. {run.error?.name}: {run.error?.message}
      </p>
    )
  }
  if (!run.isReadingAll) return null
  const isWhole = run.request.operation === 'Scan' && run.request.input.TotalSegments === undefined
  return (
    <div className={styles.progress}>
      <Progress
        label={`Reading page ${formatCount(pages + 1)}`}
        done={scannedCount}
        total={isWhole ? itemCount : undefined}
        unit={scannedCount === 1 && !isWhole ? 'item' : 'items'}
      />
    </div>
  )
}
