// The Items view: the item collections of a table and of each of its indexes, seen and edited.

import { useEffect, useMemo } from 'react'
import { findTable } from '../model/design.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { runCommand } from '../workspace/commands.ts'
import { definitionOf } from '../workspace/definitionOf.ts'
import { useProject } from '../workspace/project.ts'
import { navigate, useRoute } from '../workspace/route.ts'
import { useTables } from '../workspace/tables.ts'
import styles from './ItemsView.module.css'
import { TableItems } from './TableItems.tsx'
import { tableShapes } from './tableShape.ts'

export function ItemsView() {
  const route = useRoute()
  const { id: projectId, design } = useProject()
  const tables = useTables((state) => (state.projectId === projectId ? state.tables : undefined))
  const table = tables?.find(({ TableName }) => TableName === route.table)
  const first = tables?.[0]?.TableName
  useEffect(() => {
    if (route.table === undefined && first !== undefined) navigate({ table: first }, { replace: true })
  }, [route.table, first])
  const shapes = useMemo(() => table && tableShapes(definitionOf(table)), [table])
  if (tables?.length === 0) return <NoTables />
  if (tables && route.table !== undefined && !table) return <UnknownTable name={route.table} other={first} />
  if (!shapes) return <Waiting />
  return (
    <TableItems
      key={`${projectId} ${route.table}`}
      shapes={shapes}
      design={findTable(design, shapes[0]?.tableName ?? '')}
    />
  )
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Spinner label="Reading the table" size={20} />
    </div>
  )
}

function NoTables() {
  return (
    <EmptyState
      icon="table"
      title="No tables yet"
      actions={
        <>
          <Button tone="accent" onClick={() => runCommand('table.new')}>
            New table
          </Button>
          <Button onClick={() => runCommand('file.import')}>Import</Button>
        </>
      }
    >
      A table begins with its keys. Drop a NoSQL Workbench model or a template on the window to start from
      there.
    </EmptyState>
  )
}

function UnknownTable({ name, other }: { name: string; other: string | undefined }) {
  return (
    <EmptyState
      icon="table"
      title={`There is no table ${name}`}
      actions={other && <Button onClick={() => navigate({ table: other })}>Show {other}</Button>}
    >
      It may have been deleted, or the link belongs to another project.
    </EmptyState>
  )
}
