// The Query view: write a read as a form or as JSON, see what it means, run it, see what it gave and cost.

import { useEffect, useRef } from 'react'
import { findTable } from '../model/design.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { runCommand } from '../workspace/commands.ts'
import { useProject } from '../workspace/project.ts'
import { navigate, useRoute } from '../workspace/route.ts'
import { useTables } from '../workspace/tables.ts'
import styles from './QueryView.module.css'
import { QueryWorkbench } from './QueryWorkbench.tsx'
import { flushDrafts, openDrafts, useQueryDrafts } from './queryDrafts.ts'
import { useFocusOnArrival } from './useFocusOnArrival.ts'

export function QueryView() {
  const route = useRoute()
  const { id: projectId, design, status } = useProject()
  const tables = useTables((state) => (state.projectId === projectId ? state.tables : undefined))
  const isOpen = useDrafts(status === 'ready' ? projectId : undefined)
  const first = tables?.[0]?.TableName
  const table = tables?.find((each) => each.TableName === route.table)
  useEffect(() => {
    if (route.table === undefined && first !== undefined) navigate({ table: first }, { replace: true })
  }, [route.table, first])
  const view = useRef<HTMLDivElement>(null)
  useFocusOnArrival(view, isOpen && table !== undefined)
  if (!tables || !isOpen) return <Waiting />
  if (tables.length === 0) return <NoTables />
  if (!table)
    return route.table === undefined ? <Waiting /> : <UnknownTable name={route.table} other={first} />
  return (
    <QueryWorkbench
      ref={view}
      key={`${projectId} ${table.TableName}`}
      table={table}
      tables={tables}
      indexName={route.index}
      design={findTable(design, table.TableName)}
    />
  )
}

/** Opens what was written in this project before, and saves what is not saved yet when the view is left. */
function useDrafts(projectId: string | undefined): boolean {
  const isOpen = useQueryDrafts((state) => state.isOpen && state.projectId === projectId)
  useEffect(() => {
    if (projectId !== undefined) void openDrafts(projectId)
  }, [projectId])
  useEffect(() => {
    const flush = () => void flushDrafts()
    document.addEventListener('visibilitychange', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [])
  return isOpen
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Spinner label="Opening the query view" />
    </div>
  )
}

function NoTables() {
  return (
    <EmptyState
      icon="table"
      title="No table to read"
      actions={<Button onClick={() => runCommand('table.new')}>New table</Button>}
    >
      Queries read tables. Make one, or import a model.
    </EmptyState>
  )
}

function UnknownTable({ name, other }: { name: string; other: string | undefined }) {
  return (
    <EmptyState
      icon="table"
      title={`There is no table ${name}`}
      actions={other && <Button onClick={() => navigate({ table: other })}>Open {other}</Button>}
    >
      It was dropped or renamed, or belongs to another project.
    </EmptyState>
  )
}
