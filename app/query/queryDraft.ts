// What people are writing for one table: the form, and the request as text where it was edited by hand.
// Invariant: `json` is undefined while the form writes the request; `beyond` says why the form cannot
// show a `json` that it did not write.

import { formOfRequest } from './request/formOfRequest.ts'
import { parseJsonText } from './request/jsonText.ts'
import { printJson } from './request/printJson.ts'
import { createForm, type QueryForm, type ReadOperation } from './request/queryForm.ts'
import { findTarget, type TableShape } from './request/queryTarget.ts'
import { findAim, withAim } from './request/requestAim.ts'

export interface QueryDraft {
  form: QueryForm
  pane: 'form' | 'json'
  json: string | undefined
  beyond: string | undefined
}

/** Why the form cannot show a text in the middle of being typed: its form is the last that it had. */
export const NOT_JSON = 'The request is not JSON yet.'

export function createDraft(tableName: string, indexName?: string): QueryDraft {
  return { form: createForm(tableName, indexName), pane: 'form', json: undefined, beyond: undefined }
}

/** The draft of a table, as it stands for the index in view: another index than before asks the form again. */
export function draftFor(
  drafts: ReadonlyMap<string, QueryDraft>,
  tableName: string,
  indexName: string | undefined,
): QueryDraft {
  const draft = drafts.get(tableName)
  if (!draft) return createDraft(tableName, indexName)
  if (draft.beyond !== undefined || draft.form.indexName === indexName) return draft
  return { ...draft, form: { ...draft.form, indexName }, json: undefined }
}

/** The draft after an edit of the form, which then writes the request. */
export function editedForm(draft: QueryDraft, change: Partial<QueryForm>): QueryDraft {
  return { ...draft, form: { ...draft.form, ...change }, json: undefined, beyond: undefined }
}

/** The draft after its request was edited by hand: the form follows where it can. */
export function editedJson(draft: QueryDraft, text: string, table: TableShape): QueryDraft {
  const parsed = parseJsonText(text)
  if ('problem' in parsed) return { ...draft, json: text, beyond: NOT_JSON }
  return { ...withRequest(draft, draft.form.operation, parsed.json, table), json: text }
}

/** The draft of a request that comes from elsewhere. */
export function withRequest(
  draft: QueryDraft,
  operation: ReadOperation,
  request: unknown,
  table: TableShape,
): QueryDraft {
  const findTable = (name: string) => (name === table.TableName ? table : undefined)
  const result = formOfRequest(operation, request, findTable, draft.form)
  if ('form' in result) return { ...draft, form: result.form, json: undefined, beyond: undefined }
  const form = { ...draft.form, operation, ...aimedAt(request, table) }
  return { ...draft, form, json: printJson(request), beyond: result.reason }
}

/** The form aims where the request does, as far as the table has it, even when it cannot show the rest. */
function aimedAt(request: unknown, table: TableShape): Partial<QueryForm> {
  const aim = findAim(request)
  if (aim?.tableName !== table.TableName || !findTarget(table, aim.indexName)) return {}
  return { indexName: aim.indexName }
}

/** The draft of another operation; a text that the form cannot show stays, and may be one of that operation. */
export function withOperation(draft: QueryDraft, operation: ReadOperation, table: TableShape): QueryDraft {
  if (draft.beyond === undefined || draft.json === undefined) return editedForm(draft, { operation })
  const switched = { ...draft, form: { ...draft.form, operation } }
  return editedJson(switched, draft.json, table)
}

/** The draft aimed at another target of its table; a text that the form cannot show names it from then on. */
export function withIndex(draft: QueryDraft, indexName: string | undefined, table: TableShape): QueryDraft {
  const { beyond, json, form } = draft
  if (beyond === undefined || json === undefined)
    return { ...draft, form: { ...form, indexName }, json: undefined }
  const parsed = parseJsonText(json)
  const request =
    'json' in parsed ? withAim(parsed.json, { tableName: table.TableName, indexName }) : undefined
  if (!request) return { ...draft, form: { ...form, indexName } }
  return editedJson(draft, printJson(request), table)
}
