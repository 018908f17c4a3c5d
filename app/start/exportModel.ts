// The open project as one NoSQL Workbench model: every item is read by Scan, the file is written by a
// worker. Can be cancelled at any page.

import type { Item } from '../../engine/value/attributeValue.ts'
import { openProjectDoor, useProject } from '../workspace/project.ts'
import type { ProjectDoor } from '../workspace/projectDoor.ts'
import type { ExportMessage, ExportReply } from './exportWorker.ts'

export interface ExportOptions {
  signal: AbortSignal
  onProgress(items: number): void
}

export async function writeModel({ signal, onProgress }: ExportOptions): Promise<Blob> {
  const door = openProjectDoor()
  const { design } = useProject.getState()
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' })
  try {
    let done = 0
    for (const { definition } of design.tables) {
      for await (const items of scanPages(door, definition.TableName)) {
        signal.throwIfAborted()
        worker.postMessage({ table: definition.TableName, items } satisfies ExportMessage)
        done += items.length
        onProgress(done)
      }
    }
    return await finish(worker, { design }, signal)
  } finally {
    worker.terminate()
  }
}

async function* scanPages(door: ProjectDoor, TableName: string): AsyncGenerator<Item[]> {
  let start: Item | undefined
  do {
    const page = await door.callInBackground('Scan', {
      TableName,
      ...(start ? { ExclusiveStartKey: start } : {}),
    })
    yield page.Items ?? []
    start = page.LastEvaluatedKey
  } while (start)
}

async function finish(worker: Worker, message: ExportMessage, signal: AbortSignal): Promise<Blob> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
      if ('file' in data) resolve(data.file)
      else reject(new Error(data.error))
    })
    worker.postMessage(message)
  })
}
