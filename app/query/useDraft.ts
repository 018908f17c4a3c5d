// The draft of a table as a component works on it: the form and the text of its request, what would run,
// and the edits. Edits that aim at another index also say so in the address.

import { useMemo } from 'react'
import { navigate } from '../workspace/route.ts'
import {
  draftFor,
  editedForm,
  editedJson,
  type QueryDraft,
  withIndex,
  withOperation,
  withRequest,
} from './queryDraft.ts'
import { saveDraft, useQueryDrafts } from './queryDrafts.ts'
import { parseJsonText } from './request/jsonText.ts'
import { printJson } from './request/printJson.ts'
import type { QueryForm, ReadOperation } from './request/queryForm.ts'
import { findTarget, type QueryTarget, type TableShape, targetsOf } from './request/queryTarget.ts'
import type { ReadRequest } from './request/readRequest.ts'
import { findAim, type RequestAim } from './request/requestAim.ts'
import { requestOfForm, type WrittenRequest } from './request/requestOfForm.ts'

export interface DraftInHand {
  draft: QueryDraft
  target: QueryTarget
  /** What the form writes. */
  written: WrittenRequest
  /** The request as JSON: as edited by hand, or as the form writes it. */
  text: string
  /** The table and index that the visible pane names. */
  aim: RequestAim
  /** What Run would run: what the visible pane shows. Undefined while that is nothing. */
  request: ReadRequest | undefined
  edit(change: Partial<QueryForm>): void
  editText(text: string): void
  setPane(pane: QueryDraft['pane']): void
  setOperation(operation: ReadOperation): void
  setIndex(indexName: string | undefined): void
  /** Gives up the text edited by hand. */
  reset(): void
  take(request: ReadRequest): void
}

export function useDraft(table: TableShape, indexName: string | undefined): DraftInHand {
  const drafts = useQueryDrafts((state) => state.drafts)
  const draft = useMemo(
    () => draftFor(drafts, table.TableName, indexName),
    [drafts, table.TableName, indexName],
  )
  const target = useMemo(() => targetOf(table, draft.form.indexName), [table, draft.form.indexName])
  const written = useMemo(() => requestOfForm(draft.form, target), [draft.form, target])
  const text = useMemo(() => draft.json ?? printJson(written.request.input), [draft.json, written])
  const save = (next: QueryDraft) => {
    saveDraft(next)
    if (next.form.indexName !== indexName) navigate({ index: next.form.indexName })
  }
  return {
    draft,
    target,
    written,
    text,
    aim: aimOf(draft, text),
    request: requestOf(draft, written, text),
    edit: (change) => save(editedForm(draft, change)),
    editText: (next) => save(editedJson(draft, next, table)),
    setPane: (pane) => save({ ...draft, pane }),
    setOperation: (operation) => save(withOperation(draft, operation, table)),
    setIndex: (index) => save(withIndex(draft, index, table)),
    reset: () => save(editedForm(draft, {})),
    take: (request) => {
      const next = withRequest(draft, request.operation, request.input, table)
      save(next.beyond === undefined ? next : { ...next, pane: 'json' })
    },
  }
}

/** An index that was dropped leaves its drafts behind: they then aim at the table. */
function targetOf(table: TableShape, indexName: string | undefined): QueryTarget {
  return findTarget(table, indexName) ?? (targetsOf(table)[0] as QueryTarget)
}

function aimOf({ beyond, form }: QueryDraft, text: string): RequestAim {
  const ofForm = { tableName: form.tableName, indexName: form.indexName }
  if (beyond === undefined) return ofForm
  const parsed = parseJsonText(text)
  return ('json' in parsed && findAim(parsed.json)) || ofForm
}

function requestOf(draft: QueryDraft, written: WrittenRequest, text: string): ReadRequest | undefined {
  if (draft.pane === 'form') return draft.beyond === undefined ? written.request : undefined
  const parsed = parseJsonText(text)
  return 'json' in parsed
    ? ({ operation: draft.form.operation, input: parsed.json } as ReadRequest)
    : undefined
}
