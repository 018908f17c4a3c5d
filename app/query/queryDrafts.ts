// The drafts of the open project, table by table. Kept in the project's document `query`, so that they
// survive a reload.

import { create } from 'zustand'
import { beside } from '../workspace/engine.ts'
import { parseDrafts, printDrafts } from './draftsDocument.ts'
import type { QueryDraft } from './queryDraft.ts'
import { forgetRuns } from './results/queryRuns.ts'

export interface QueryDraftsState {
  projectId: string | undefined
  /** Whether what was written before has been read. */
  isOpen: boolean
  drafts: ReadonlyMap<string, QueryDraft>
}

const DOCUMENT = 'query'
const SAVE_DELAY_MS = 300

export const useQueryDrafts = create<QueryDraftsState>()(() => ({
  projectId: undefined,
  isOpen: false,
  drafts: new Map(),
}))

export function saveDraft(draft: QueryDraft): void {
  const { drafts } = useQueryDrafts.getState()
  useQueryDrafts.setState({ drafts: new Map(drafts).set(draft.form.tableName, draft) })
  saveSoon()
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
