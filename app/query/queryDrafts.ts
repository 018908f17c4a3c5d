// What people are writing in the query view, table by table: the form, and the request as text where it was
// edited by hand. Kept in the project's document `query`, so that it survives a reload.
// Invariant: `json` is undefined while the form writes the request; `beyond` says why the form cannot
// show a `json` that it did not write.

import { create } from 'zustand'
import { beside } from '../workspace/engine.ts'
import { formOfRequest } from './request/formOfRequest.ts'
import { parseJsonText } from './request/jsonText.ts'
import { printJson } from './request/printJson.ts'
import { createForm, type QueryForm, type ReadOperation } from './request/queryForm.ts'
import type { TableShape } from './request/queryTarget.ts'
import { forgetRuns } from './results/queryRuns.ts'

export interface QueryDraft {
  form: QueryForm
  pane: 'form' | 'json'
  json: string | undefined
  beyond: string | undefined
}

export interface QueryDraftsState {
  projectId: string | undefined
  /** Whether what was written before has been read. */
  isOpen: boolean
  drafts: ReadonlyMap<string, QueryDraft>
}

/** Why the form cannot show a text in the middle of being typed: its form is the last that it had. */
export const NOT_JSON = 'The request is not JSON yet.'

const DOCUMENT = 'query'
const SAVE_DELAY_MS = 300

export const useQueryDrafts = create<QueryDraftsState>()(() => ({
  projectId: undefined,
  isOpen: false,
  drafts: new Map(),
}))

export function createDraft(tableName: string, indexName?: string): QueryDraft {
  return { form: createForm(tableName, indexName), pane: 'form', json: undefined, beyond: undefined }
}

/** The draft of a table, as it stands for the index in view: another index than before asks the form again. */
export function draftFor(
  drafts: QueryDraftsState['drafts'],
  tableName: string,
  indexName: string | undefined,
): QueryDraft {
  const draft = drafts.get(tableName)
  if (!draft) return createDraft(tableName, indexName)
  if (draft.beyond !== undefined || draft.form.indexName === indexName) return draft
  return { ...draft, form: { ...draft.form, indexName }, json: undefined }
}

export function saveDraft(draft: QueryDraft): void {
  const { drafts } = useQueryDrafts.getState()
  useQueryDrafts.setState({ drafts: new Map(drafts).set(draft.form.tableName, draft) })
  saveSoon()
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
  const form = { ...draft.form, operation }
  return { ...draft, form, json: printJson(request), beyond: result.reason }
}

let saving: ReturnType<typeof setTimeout> | undefined
let loading = 0

/** Reads the drafts of a project, in place of those of the one before. */
export async function openDrafts(projectId: string): Promise<void> {
  if (useQueryDrafts.getState().projectId === projectId) return
  loading += 1
  const turn = loading
  clearTimeout(saving)
  saving = undefined
  forgetRuns()
  useQueryDrafts.setState({ projectId, isOpen: false, drafts: new Map() })
  // A store that cannot be read is told of by the engine itself; a query can be written without it.
  const text = await beside()
    .readDocument(DOCUMENT)
    .catch(() => undefined)
  if (turn !== loading) return
  useQueryDrafts.setState({ isOpen: true, drafts: text === undefined ? new Map() : parseDrafts(text) })
}

export function printDrafts(drafts: QueryDraftsState['drafts']): string {
  return JSON.stringify({ formatVersion: 1, drafts: [...drafts.values()] })
}

/** Drafts of an unknown or damaged document are given up: they are a convenience. */
export function parseDrafts(text: string): ReadonlyMap<string, QueryDraft> {
  const parsed = parseJsonText(text)
  const document = 'json' in parsed ? (parsed.json as { formatVersion?: number; drafts?: QueryDraft[] }) : {}
  if (document?.formatVersion !== 1 || !Array.isArray(document.drafts)) return new Map()
  return new Map(
    document.drafts.map((saved) => {
      const blank = createDraft(saved.form.tableName)
      return [saved.form.tableName, { ...blank, ...saved, form: { ...blank.form, ...saved.form } }]
    }),
  )
}

function saveSoon(): void {
  clearTimeout(saving)
  saving = setTimeout(() => void flushDrafts(), SAVE_DELAY_MS)
}

/** Writes what is not written yet. Never rejects: the drafts stay in memory. */
export async function flushDrafts(): Promise<void> {
  if (saving === undefined) return
  clearTimeout(saving)
  saving = undefined
  const text = printDrafts(useQueryDrafts.getState().drafts)
  // The engine tells of a failed store by its own notice; a draft is not worth a second one.
  await beside()
    .writeDocument(DOCUMENT, text)
    .catch(() => {})
}
