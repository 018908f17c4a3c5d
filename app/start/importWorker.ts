// Reads a file away from the window, so that 50 MB of JSON never freeze the page, and keeps the items here:
// the window takes them in portions as it writes them.

import type { Item } from '../../engine/value/attributeValue.ts'
import { ImportError } from '../transfer/importError.ts'
import { type ImportResult, readDesignBlob } from '../transfer/importFile.ts'
import {
  type ImportFailure,
  type ImportSummary,
  isReadRequest,
  type WorkerReply,
  type WorkerRequest,
} from './importProtocol.ts'
import { sketchDesign } from './sketch.ts'

let result: ImportResult | undefined

async function answer(request: WorkerRequest): Promise<unknown> {
  if (isReadRequest(request)) {
    result = await readDesignBlob(request.read.name, request.read.file)
    return summaryOf(result)
  }
  if ('sketch' in request) {
    const { design, items } = await readDesignBlob(request.sketch.name, request.sketch.file)
    return sketchDesign(design, items)
  }
  const { table, from, count } = request.take
  return (result?.items.get(table) ?? []).slice(from, from + count) satisfies Item[]
}

function summaryOf({ fileName, format, design, items, report }: ImportResult): ImportSummary {
  const counts = design.tables.map(({ definition: { TableName } }) => ({
    name: TableName,
    items: items.get(TableName)?.length ?? 0,
  }))
  return { fileName, format, design, report, tables: counts }
}

function describe(error: unknown): ImportFailure {
  if (error instanceof ImportError) {
    const { message, hint, path, line, column, near } = error
    return { name: 'ImportError', message, hint, path, line, column, near }
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return { name, message, hint: 'This file could not be read. Nothing was changed.' }
}

addEventListener('message', async (event: MessageEvent<{ id: number; request: WorkerRequest }>) => {
  const { id, request } = event.data
  const reply: WorkerReply = await answer(request).then(
    (output) => ({ id, output }),
    (error: unknown) => ({ id, failure: describe(error) }),
  )
  postMessage(reply)
})
