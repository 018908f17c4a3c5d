// One table's queries: the request above, its results below, the selected item in the inspector.

import { useEffect, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { TableDescription } from '../../engine/api.ts'
import type { Item } from '../../engine/value/attributeValue.ts'
import type { TableDesign } from '../model/design.ts'
import { navigate } from '../workspace/route.ts'
import { explainError } from './explainError.ts'
import { MeaningLine } from './MeaningLine.tsx'
import { meaningOfForm } from './meaningOfForm.ts'
import { phrase } from './phrase.ts'
import styles from './QueryWorkbench.module.css'
import type { Refusal } from './queryEditing.ts'
import { type QueryRun, useQueryRuns } from './queryRuns.ts'
import { findTarget, type TableShape } from './queryTarget.ts'
import { RequestBar } from './RequestBar.tsx'
import { RequestPanel } from './RequestPanel.tsx'
import { ResultInspector } from './ResultInspector.tsx'
import { ResultsPane } from './ResultsPane.tsx'
import { adviseBefore, type TargetSize } from './readAdvice.ts'
import type { ReadRequest } from './readPage.ts'
import { useDraft } from './useDraft.ts'
import { useHandedRequests, useRunning } from './useRunning.ts'

export interface QueryWorkbenchProps {
  table: TableDescription
  tables: readonly TableShape[]
  indexName: string | undefined
  design: TableDesign | undefined
}

export function QueryWorkbench({ table, tables, indexName, design }: QueryWorkbenchProps) {
  const hand = useDraft(table, indexName)
  const run = useQueryRuns((state) => state.runs.get(table.TableName))
  const [selected, setSelected] = useState<readonly Item[]>([])
  const runRequest = useRunning(hand, table.TableName)
  const runId = run?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected in one result is not in another.
  useEffect(() => setSelected([]), [runId])
  useHandedRequests(hand)
  const { draft, target } = hand
  const size = sizeOf(table, draft.form.indexName)
  return (
    <div className={styles.workbench}>
      <RequestBar
        form={draft.form}
        tables={tables}
        request={hand.request}
        isReading={run?.status === 'reading'}
        onOperation={hand.setOperation}
        onTarget={(tableName, index) => navigate({ table: tableName, index })}
        onRun={runRequest}
      />
      {draft.beyond === undefined ? (
        <MeaningLine
          meaning={meaningOfForm(draft.form, target)}
          advice={adviseBefore(draft.form, target, size)}
        />
      ) : (
        <MeaningLine meaning={phrase`${draft.form.operation}, written in JSON.`} advice={undefined} />
      )}
      <Group orientation="vertical" className={styles.panes ?? ''}>
        <Panel defaultSize="48%" minSize="120px">
          <RequestPanel
            hand={hand}
            design={design}
            refusal={refusalOf(run, hand.request)}
            onRun={runRequest}
          />
        </Panel>
        <Separator className={styles.separator ?? ''} aria-label="Height of the request" />
        <Panel minSize="160px">
          <ResultsPane
            tableName={table.TableName}
            run={run}
            target={runTarget(run, table) ?? target}
            itemCount={run && sizeOf(table, runTarget(run, table)?.indexName)?.itemCount}
            design={design}
            onSelect={setSelected}
          />
        </Panel>
      </Group>
      <ResultInspector items={selected} table={table} design={design} />
    </div>
  )
}

function runTarget(run: QueryRun | undefined, table: TableShape) {
  if (!run) return undefined
  const { input } = run.request
  return findTarget(table, 'IndexName' in input ? input.IndexName : undefined)
}

function sizeOf(table: TableDescription, indexName: string | undefined): TargetSize | undefined {
  if (indexName === undefined) return { itemCount: table.ItemCount, sizeBytes: table.TableSizeBytes }
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])]
  const index = indexes.find(({ IndexName }) => IndexName === indexName)
  return index && { itemCount: index.ItemCount, sizeBytes: index.IndexSizeBytes }
}

/** DynamoDB's refusal, while the request is still the one that it refused. */
function refusalOf(run: QueryRun | undefined, request: ReadRequest | undefined): Refusal | undefined {
  if (run?.status !== 'failed' || !run.error || run.pages.length > 0) return undefined
  if (JSON.stringify(run.request) !== JSON.stringify(request)) return undefined
  return { ...run.error, ...explainError(run.error, run.request.operation) }
}
