import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Progress } from '../ui/Progress.tsx'
import { findErrorHint } from '../workspace/errorHint.ts'
import { plural } from '../workspace/plural.ts'
import { useProject } from '../workspace/project.ts'
import styles from './ImportDialog.module.css'
import { ImportReportList } from './ImportReportList.tsx'
import type { ImportFailure, ImportSummary } from './importProtocol.ts'
import {
  endImport,
  type ImportState,
  importAsProject,
  importIntoProject,
  pickFile,
  useImport,
} from './importSession.ts'

/** The way of a file into the workbench: reading, where to, writing, what came of it. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const { state } = useImport()
  const close = () => {
    endImport()
    onClose()
  }
  if (state.phase === 'idle') return null
  if (state.phase === 'reading' || state.phase === 'writing')
    return <UnderWay state={state} onCancel={close} />
  if (state.phase === 'choosing') return <Choosing summary={state.summary} onCancel={close} />
  if (state.phase === 'failed') return <Failed {...state} onClose={close} />
  return <Done {...state} onClose={close} />
}

/** What is done sooner needs no dialog: a sample design opens in a blink. */
const PATIENCE_MS = 250

interface UnderWayProps {
  state: Extract<ImportState, { phase: 'reading' | 'writing' }>
  onCancel(): void
}

function UnderWay({ state, onCancel }: UnderWayProps) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  const isReading = state.phase === 'reading'
  const title = isReading ? `Reading ${state.fileName}` : `Importing ${nameOf(state.summary)}`
  return (
    <Dialog title={title} size="small" dismissible={false} onClose={onCancel}>
      {isReading ? (
        <Progress label="Reading the file" done={0} total={undefined} onCancel={onCancel} />
      ) : (
        <Progress label="Writing items" done={state.done} total={state.total} onCancel={onCancel} />
      )}
    </Dialog>
  )
}

function nameOf(summary: ImportSummary): string {
  return summary.design.name || summary.fileName
}

function Choosing({ summary, onCancel }: { summary: ImportSummary; onCancel(): void }) {
  const openName = useProject((state) => state.name)
  return (
    <Dialog
      title={`Import ${nameOf(summary)}`}
      description={`From ${summary.fileName}`}
      onClose={onCancel}
      actions={
        <>
          <Button data-start onClick={onCancel}>
            Cancel
          </Button>
          <Button onClick={() => void importIntoProject(summary)}>Add its tables to “{openName}”</Button>
          <Button tone="accent" onClick={() => void importAsProject(summary)}>
            Make a new project
          </Button>
        </>
      }
    >
      <TableCounts summary={summary} />
      <ImportReportList report={summary.report} />
    </Dialog>
  )
}

interface DoneProps extends Extract<ImportState, { phase: 'done' }> {
  onClose(): void
}

function Done({ summary, into, renamed, isReportSeen, onClose }: DoneProps) {
  const place =
    into === 'new'
      ? 'It is a project of its own.'
      : 'Its tables are in the open project; Undo takes them out again.'
  return (
    <Dialog
      title={`${nameOf(summary)} is here`}
      description={place}
      onClose={onClose}
      actions={
        <Button tone="accent" onClick={onClose}>
          Show it
        </Button>
      }
    >
      <TableCounts summary={summary} renamed={renamed} />
      {isReportSeen ? <ReportAgain summary={summary} /> : <ImportReportList report={summary.report} />}
    </Dialog>
  )
}

function ReportAgain({ summary }: { summary: ImportSummary }) {
  if (summary.report.entries.length === 0) return null
  return (
    <details className={styles.again}>
      <summary>Report again</summary>
      <ImportReportList report={summary.report} />
    </details>
  )
}

function Failed({
  fileName,
  failure,
  onClose,
}: {
  fileName: string
  failure: ImportFailure
  onClose(): void
}) {
  return (
    <Dialog
      title={`${fileName} was not imported`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button tone="accent" onClick={() => void pickFile()}>
            Choose another file…
          </Button>
        </>
      }
    >
      <ErrorNote {...errorOf(failure)} hint={failure.hint ?? findErrorHint(failure)} />
      <Place failure={failure} />
    </Dialog>
  )
}

/** Our own refusals need no name; DynamoDB's have theirs. */
function errorOf({ name, message }: ImportFailure): { name?: string; message: string } {
  return name === 'ImportError' ? { message } : { name, message }
}

function Place({ failure: { path, line, column, near } }: { failure: ImportFailure }) {
  const facts: [string, ReactNode][] = []
  if (path) facts.push(['At', <code key="path">{path}</code>])
  if (line !== undefined) facts.push(['Line', column === undefined ? line : `${line}, column ${column}`])
  if (near) facts.push(['Near', <code key="near">{near}</code>])
  if (facts.length === 0) return null
  return (
    <dl className={styles.place}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function TableCounts({
  summary,
  renamed,
}: {
  summary: ImportSummary
  renamed?: ReadonlyMap<string, string>
}) {
  return (
    <ul className={styles.tables}>
      {summary.tables.map(({ name, items }, place) => {
        const table = summary.design.tables[place]
        const indexes =
          (table?.definition.GlobalSecondaryIndexes?.length ?? 0) +
          (table?.definition.LocalSecondaryIndexes?.length ?? 0)
        const newName = renamed?.get(name)
        return (
          <li key={name}>
            <strong>{newName ?? name}</strong>
            {newName && <span className={styles.detail}>was {name}, which is taken</span>}
            <span className={styles.counts}>
              {plural(items, 'item')}, {plural(indexes, 'index', 'indexes')},{' '}
              {plural(table?.entities.length ?? 0, 'entity', 'entities')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
