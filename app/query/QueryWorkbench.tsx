// One table's queries: the request above, its results below, the selected item in the inspector.

import { type Ref, useEffect, useMemo, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { TableDescription } from '../../engine/api.ts'
import type { Item } from '../../engine/value/attributeValue.ts'
import type { TableDesign } from '../model/design.ts'
import { navigate } from '../workspace/route.ts'
import { adviseBefore, type TargetSize } from './form/adviseBefore.ts'
import { exampleQueries } from './form/exampleQueries.ts'
import { MeaningLine } from './form/MeaningLine.tsx'
import { meaningOfForm } from './form/meaningOfForm.ts'
import type { Refusal } from './form/queryEditing.ts'
import { useTargetSample } from './form/targetSample.ts'
import styles from './QueryWorkbench.module.css'
import { NOT_JSON } from './queryDraft.ts'
import { RequestBar } from './RequestBar.tsx'
import { RequestPanel } from './RequestPanel.tsx'
import { explainError } from './request/explainError.ts'
import { findTarget, type TableShape } from './request/queryTarget.ts'
import type { ReadRequest } from './request/readRequest.ts'
import { type QueryRun, shownRun, useQueryRuns } from './results/queryRuns.ts'
import { ResultInspector } from './results/ResultInspector.tsx'
import { ResultsPane } from './results/ResultsPane.tsx'
import { type DraftInHand, useDraft } from './useDraft.ts'
import { useHandedRequests, useRunning } from './useRunning.ts'
import { phrase } from './words/phrase.ts'

export interface QueryWorkbenchProps {
  ref?: Ref<HTMLDivElement>
  table: TableDescription
  tables: readonly TableShape[]
  indexName: string | undefined
  design: TableDesign | undefined
}

export function QueryWorkbench({ ref, table, tables, indexName, design }: QueryWorkbenchProps) {
  const hand = useDraft(table, indexName)
  const { draft, target } = hand
  const run = useQueryRuns((state) => state.runs.get(table.TableName))
  const sample = useTargetSample(target, design)
  const runRequest = useRunning(hand, table.TableName)
  const [selected, setSelected] = useSelected(run)
  useHandedRequests(hand)
  const refusal = useMemo(() => refusalOf(run, hand.request), [run, hand.request])
  const examples = useMemo(() => exampleQueries(target, design, sample.items), [target, design, sample])
  const shownTarget = runTarget(shownRun(run), table) ?? target
  return (
    <div ref={ref} className={styles.workbench}>
      <RequestBar
        form={draft.form}
        tables={tables}
        aim={hand.aim}
        request={hand.request}
        onOperation={hand.setOperation}
        onTarget={(tableName, index) =>
          tableName === table.TableName ? hand.setIndex(index) : navigate({ table: tableName, index })
        }
        onRun={runRequest}
      />
      <Meaning hand={hand} table={table} />
      <Group orientation="vertical" className={styles.panes ?? ''}>
        <Panel defaultSize="50%" minSize="120px">
          <RequestPanel hand={hand} sample={sample} refusal={refusal} onRun={runRequest} />
        </Panel>
        <Separator className={styles.separator ?? ''} aria-label="Height of the request" />
        <Panel minSize="160px">
          <ResultsPane
            tableName={table.TableName}
            run={run}
            isRefusalShown={refusal !== undefined}
            isStale={isStale(run, hand.request)}
            target={shownTarget}
            itemCount={sizeOf(table, shownTarget.indexName)?.itemCount}
            design={design}
            examples={examples}
            onExample={({ keys }) => hand.edit({ operation: 'Query', keys })}
            onSelect={setSelected}
          />
        </Panel>
      </Group>
      <ResultInspector items={selected} table={table} design={design} />
    </div>
  )
}

/** The items selected in the results: none as soon as there are other results. */
function useSelected(run: QueryRun | undefined) {
  const [selected, setSelected] = useState<readonly Item[]>([])
  const runId = run?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected in one result is not in another.
  useEffect(() => setSelected([]), [runId])
  return [selected, setSelected] as const
}

function Meaning({ hand, table }: { hand: DraftInHand; table: TableDescription }) {
  const { form, beyond } = hand.draft
  if (beyond !== undefined && beyond !== NOT_JSON) {
    return <MeaningLine meaning={phrase`${form.operation}, written in JSON.`} />
  }
  const advice = adviseBefore(form, hand.target, sizeOf(table, form.indexName))
  return <MeaningLine meaning={meaningOfForm(form, hand.target)} advice={advice} />
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
  if (!isSame(run.request, request)) return undefined
  return { ...run.error, ...explainError(run.error, run.request.operation) }
}

/** Whether what is shown came from another request than the one above. */
function isStale(run: QueryRun | undefined, request: ReadRequest | undefined): boolean {
  const shown = shownRun(run)
  return shown !== undefined && !isSame(shown.request, request)
}

function isSame(one: ReadRequest, other: ReadRequest | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
