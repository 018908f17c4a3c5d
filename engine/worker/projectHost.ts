// The engine of one project over its database, as the tab that owns the project runs it.

import { type Engine, openEngine } from '../engine.ts'
import { createIndexedDbStore } from '../storage/indexedDbStore.ts'
import { projectDatabaseName } from '../storage/projects.ts'
import { closedError } from '../storage/storageError.ts'
import type { Store } from '../storage/store.ts'
import type { ReadCollectionsInput } from '../table/itemCollections.ts'
import type { Notice } from './beside.ts'
import type { Host, HostEvents } from './host.ts'
import { createNoticeBoard } from './noticeBoard.ts'

export async function openProjectHost(id: string, events: HostEvents): Promise<Host> {
  const board = createNoticeBoard(events.onNotice)
  const post = (notice: Notice): void => board.post(notice)
  try {
    post({ kind: 'status', status: 'opening' })
    const engine = await openProjectEngine(id, events, post)
    if (events.takesOver) post({ kind: 'changed', tables: await tableNames(engine) })
    post({ kind: 'status', status: 'ready' })
    return {
      answer: (name, args) => answer(engine, post, name, args),
      close: () => engine.close().finally(() => board.close()),
    }
  } catch (cause) {
    post(failed(cause as Error))
    board.close()
    throw cause
  }
}

async function openProjectEngine(
  id: string,
  events: HostEvents,
  post: (notice: Notice) => void,
): Promise<Engine> {
  const store = createIndexedDbStore(projectDatabaseName(id), {
    mustExist: true,
    onClosed: (reason) => {
      const error = closedError(reason)
      post(failed(error))
      events.onEnded(error)
    },
  })
  try {
    const engine = await openEngine({ store: reportWrites(store, post) })
    engine.onChange((tables) => post({ kind: 'changed', tables }))
    return engine
  } catch (cause) {
    store.close()
    throw cause
  }
}

function failed({ name, message }: Error): Notice {
  return { kind: 'status', status: 'failed', error: { name, message } }
}

async function answer(
  engine: Engine,
  post: (notice: Notice) => void,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  if (name === 'readCollections') return engine.readCollections(args[0] as ReadCollectionsInput)
  if (name === 'readDocument') return engine.readDocument(args[0] as string)
  if (name !== 'writeDocument') return engine.call(name, args[0])
  const [documentName, text] = args as [string, string]
  await engine.writeDocument(documentName, text)
  post({ kind: 'documents', names: [documentName] })
  return undefined
}

/** The same store, telling when something is being stored and what came of it. */
function reportWrites(store: Store, post: (notice: Notice) => void): Store {
  const reported = async <Result>(write: Promise<Result>): Promise<Result> => {
    post({ kind: 'status', status: 'saving' })
    try {
      const result = await write
      post({ kind: 'status', status: 'saved' })
      return result
    } catch (cause) {
      post(failed(cause as Error))
      throw cause
    }
  }
  return {
    open: () => store.open(),
    append: (group) => reported(store.append(group)),
    readPages: (ids) => store.readPages(ids),
    checkpoint: (checkpoint) => store.checkpoint(checkpoint),
    readDocument: (name) => store.readDocument(name),
    writeDocument: (name, text) => reported(store.writeDocument(name, text)),
    close: () => store.close(),
  }
}

async function tableNames(engine: Engine): Promise<string[]> {
  const names: string[] = []
  for (let start: string | undefined; ; ) {
    const input = start === undefined ? {} : { ExclusiveStartTableName: start }
    const page = (await engine.call('ListTables', input)) as {
      TableNames: string[]
      LastEvaluatedTableName?: string
    }
    names.push(...page.TableNames)
    start = page.LastEvaluatedTableName
    if (start === undefined) return names
  }
}
