// One import at a time, from the file to the report. A file becomes a new project, so that nothing that
// was there is touched; if anything fails or is cancelled, the project is deleted again. Or its tables are
// added to the open project, as one undo step.

import { fileOpen } from 'browser-fs-access'
import { create } from 'zustand'
import type { Design } from '../model/design.ts'
import { openDialog } from '../workspace/dialogs.ts'
import { notify } from '../workspace/notify.ts'
import { fillNewProject, openProjectDoor, useProject } from '../workspace/project.ts'
import { ProjectClosedError } from '../workspace/projectDoor.ts'
import { freeProjectName, refreshProjects } from '../workspace/projects.ts'
import { navigate } from '../workspace/route.ts'
import { addTables } from './addTables.ts'
import { ImportFailedError, type ImportSource, openImportSource } from './importClient.ts'
import type { ImportFailure, ImportSummary, NamedFile } from './importProtocol.ts'
import { loadDesign } from './loadDesign.ts'

export type ImportState =
  | { phase: 'idle' }
  | { phase: 'reading'; fileName: string }
  /** The file was read, and a project is open: a new project, or into this one? */
  | { phase: 'choosing'; summary: ImportSummary }
  | { phase: 'writing'; summary: ImportSummary; done: number; total: number }
  | {
      phase: 'done'
      summary: ImportSummary
      into: 'new' | 'open'
      renamed: ReadonlyMap<string, string>
      /** The report was read when the person chose where to. */
      isReportSeen: boolean
    }
  | { phase: 'failed'; fileName: string; failure: ImportFailure }

export const useImport = create<{ state: ImportState }>()(() => ({ state: { phase: 'idle' } }))

const show = (state: ImportState) => useImport.setState({ state })

let source: ImportSource | undefined
let abort = new AbortController()

/** Ends what is under way and forgets it. A project that was half made is deleted by whoever made it. */
export function endImport(): void {
  abort.abort(new ImportFailedError({ name: 'AbortError', message: 'The import was cancelled.' }))
  source?.close()
  source = undefined
  show({ phase: 'idle' })
}

/** Lets the person choose a file. */
export async function pickFile(): Promise<void> {
  try {
    const file = await fileOpen({
      description: 'Data models',
      extensions: ['.json'],
      mimeTypes: ['application/json'],
    })
    await importFile({ name: file.name, file })
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  }
}

/** What is being written is not left for another file. */
function refuseWhileWriting(file: NamedFile): boolean {
  const { state } = useImport.getState()
  if (state.phase !== 'writing') return false
  notify({
    tone: 'warning',
    title: `${file.name} was not opened`,
    detail: `${state.summary.fileName} is still being imported. Open it when that is done, or cancel that first.`,
  })
  return true
}

/** Reads a file; then asks where it should go, unless no project is open. */
export async function importFile(file: NamedFile): Promise<void> {
  if (refuseWhileWriting(file)) return
  endImport()
  openDialog({ kind: 'import' })
  show({ phase: 'reading', fileName: file.name })
  const summary = await readFile(file)
  if (!summary) return
  if (useProject.getState().status === 'ready') show({ phase: 'choosing', summary })
  else await importAsProject(summary, true)
}

/** A sample design of the gallery: always a project of its own, and no report when there is nothing to say. */
export async function importSample(file: NamedFile): Promise<void> {
  if (refuseWhileWriting(file)) return
  endImport()
  openDialog({ kind: 'import' })
  show({ phase: 'reading', fileName: file.name })
  const summary = await readFile(file)
  if (summary) await importAsProject(summary, summary.report.entries.length > 0)
}

async function readFile(file: NamedFile): Promise<ImportSummary | undefined> {
  abort = new AbortController()
  const own = openImportSource()
  source = own
  try {
    return await own.read(file)
  } catch (error) {
    own.close()
    if (source === own) fail(file.name, error)
    return undefined
  }
}

function fail(fileName: string, error: unknown): void {
  const failure = error instanceof ImportFailedError ? error.failure : namedFailure(error)
  if (failure.name === 'AbortError') show({ phase: 'idle' })
  else show({ phase: 'failed', fileName, failure })
}

function namedFailure(error: unknown): ImportFailure {
  if (error instanceof ProjectClosedError)
    return { name: 'ImportError', message: 'The import ended when another project was opened.', hint: LEFT }
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return { name, message, hint: 'Nothing was changed: what had been made of this import is deleted again.' }
}

const LEFT =
  'A new project that was half written is deleted again; tables that were half added are in their project.'

export async function importAsProject(summary: ImportSummary, withReport = true): Promise<void> {
  await write(summary, async (options) => {
    await refreshProjects()
    const name = freeProjectName(summary.design.name)
    const projectId = await fillNewProject(name, async ({ callInBackground }): Promise<Design> => {
      const { source, signal, onProgress } = options
      await loadDesign(source, summary.design, new Map(), { call: callInBackground, signal, onProgress })
      return summary.design
    })
    const table = summary.tables[0]?.name
    navigate({ projectId, view: 'items', table, index: undefined, layout: undefined })
    await refreshProjects()
    const { isReportSeen } = options
    const done: ImportState = { phase: 'done', summary, into: 'new', renamed: new Map(), isReportSeen }
    show(withReport ? done : { phase: 'idle' })
  })
}

export async function importIntoProject(summary: ImportSummary): Promise<void> {
  await write(summary, async (options) => {
    const door = openProjectDoor()
    const { source, signal, onProgress } = options
    const load = { call: door.callInBackground, signal, onProgress }
    const renamed = await addTables(door, source, summary, load)
    const first = summary.tables[0]?.name
    if (first !== undefined && useProject.getState().id === door.projectId)
      navigate({ view: 'items', table: renamed.get(first) ?? first })
    show({ phase: 'done', summary, into: 'open', renamed, isReportSeen: options.isReportSeen })
  })
}

interface WriteOptions {
  isReportSeen: boolean
  source: ImportSource
  signal: AbortSignal
  onProgress(done: number): void
}

async function write(summary: ImportSummary, act: (options: WriteOptions) => Promise<void>): Promise<void> {
  if (!source) return
  const own = source
  const isReportSeen = useImport.getState().state.phase === 'choosing'
  const total = summary.tables.reduce((sum, table) => sum + table.items, 0)
  const onProgress = (done: number) => {
    if (source === own) show({ phase: 'writing', summary, done, total })
  }
  onProgress(0)
  try {
    await act({ isReportSeen, source: own, signal: abort.signal, onProgress })
  } catch (error) {
    if (source === own || source === undefined) fail(summary.fileName, error)
  } finally {
    own.close()
    if (source === own) source = undefined
  }
}
