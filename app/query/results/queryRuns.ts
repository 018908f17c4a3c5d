// The reads that were run, the last one of each table: its pages so far, or why it was refused. Pages come
// one by one through the door, so the window stays responsive and a long run can be stopped between pages.

import { create } from 'zustand'
import { useProject } from '../../workspace/project.ts'
import { type ProjectDoor, projectDoor } from '../../workspace/projectDoor.ts'
import type { ReadRequest } from '../request/readRequest.ts'
import { createReadPage, nextRequest, type ReadPage } from './readPage.ts'

export interface QueryRun {
  id: number
  /** Of the project whose table it reads, for all of its pages. */
  door: ProjectDoor
  request: ReadRequest
  status: 'reading' | 'done' | 'failed'
  /** Whether it reads on by itself until the end. */
  isReadingAll: boolean
  pages: readonly ReadPage[]
  /** The run before, to look at until the first page has come. */
  previous?: QueryRun | undefined
  error?: { name: string; message: string }
}

export const useQueryRuns = create<{ runs: ReadonlyMap<string, QueryRun> }>()(() => ({ runs: new Map() }))

let nextId = 1

function setRun(tableName: string, run: QueryRun): void {
  const { runs } = useQueryRuns.getState()
  useQueryRuns.setState({ runs: new Map(runs).set(tableName, run) })
}

/** Changes the run, unless another one took its place meanwhile. */
function changeRun(tableName: string, id: number, change: (run: QueryRun) => Partial<QueryRun>): void {
  const run = useQueryRuns.getState().runs.get(tableName)
  if (run?.id === id) setRun(tableName, { ...run, ...change(run) })
}

/** Reads the first page. Never rejects: the run tells how it went. */
export async function startRun(tableName: string, request: ReadRequest): Promise<void> {
  const projectId = useProject.getState().id
  if (projectId === undefined) return
  const id = nextId++
  const previous = shownRun(useQueryRuns.getState().runs.get(tableName))
  const run: QueryRun = {
    id,
    door: projectDoor(projectId),
    request,
    status: 'reading',
    isReadingAll: false,
    pages: [],
    previous,
  }
  setRun(tableName, run)
  await readPages(tableName, run, request)
}

/** The run whose pages are to be seen: the one before, while a new one has none yet. */
export function shownRun(run: QueryRun | undefined): QueryRun | undefined {
  const isWaiting = run?.status === 'reading' && run.pages.length === 0
  return isWaiting && run.previous && run.previous.pages.length > 0 ? run.previous : run
}

export async function readNextPage(tableName: string): Promise<void> {
  await readOn(tableName, false)
}

/** Reads page after page until the last, or until stopReading. */
export async function readToEnd(tableName: string): Promise<void> {
  await readOn(tableName, true)
}

/** Lets the page on its way arrive, and asks for no more. */
export function stopReading(tableName: string): void {
  const run = useQueryRuns.getState().runs.get(tableName)
  if (run) changeRun(tableName, run.id, () => ({ isReadingAll: false }))
}

export function forgetRuns(): void {
  useQueryRuns.setState({ runs: new Map() })
}

async function readOn(tableName: string, isReadingAll: boolean): Promise<void> {
  const run = useQueryRuns.getState().runs.get(tableName)
  const last = run?.pages.at(-1)
  const request = last && nextRequest(last)
  if (!run || !request || run.status === 'reading') return
  const { error: _, ...rest } = run
  setRun(tableName, { ...rest, status: 'reading', isReadingAll })
  await readPages(tableName, run, request)
}

async function readPages(tableName: string, { id, door }: QueryRun, first: ReadRequest): Promise<void> {
  let request: ReadRequest | undefined = first
  try {
    while (request) {
      const page = await readPage(door, request)
      changeRun(tableName, id, (run) => ({ pages: [...run.pages, page], previous: undefined }))
      const run = useQueryRuns.getState().runs.get(tableName)
      request = run?.id === id && run.isReadingAll ? nextRequest(page) : undefined
    }
    changeRun(tableName, id, () => ({ status: 'done', isReadingAll: false }))
  } catch (error) {
    changeRun(tableName, id, () => ({
      status: 'failed',
      isReadingAll: false,
      previous: undefined,
      error: nameError(error),
    }))
  }
}

async function readPage(door: ProjectDoor, request: ReadRequest): Promise<ReadPage> {
  const startedMs = performance.now()
  const output = await callRead(door, request)
  return createReadPage(request, output, performance.now() - startedMs)
}

function callRead({ call }: ProjectDoor, request: ReadRequest) {
  switch (request.operation) {
    case 'GetItem':
      return call('GetItem', request.input)
    case 'Query':
      return call('Query', request.input)
    case 'Scan':
      return call('Scan', request.input)
  }
}

function nameError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'InternalFailure', message: String(error) }
}
