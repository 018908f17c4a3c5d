// Writes a model away from the window: items come in page by page, and the finished file goes back.

import type { Item } from '../../engine/value/attributeValue.ts'
import type { Design } from '../model/design.ts'
import { writeNosqlWorkbench } from '../transfer/nosqlWorkbench.ts'

export type ExportMessage = { table: string; items: Item[] } | { design: Design }
export type ExportReply = { file: Blob } | { error: string }

const items = new Map<string, Item[]>()

addEventListener('message', ({ data }: MessageEvent<ExportMessage>) => {
  if ('design' in data) {
    postMessage(write(data.design))
    return
  }
  const list = items.get(data.table) ?? []
  for (const item of data.items) list.push(item)
  items.set(data.table, list)
})

function write(design: Design): ExportReply {
  try {
    const text = JSON.stringify(writeNosqlWorkbench(design, items), undefined, 2)
    return { file: new Blob([text], { type: 'application/json' }) }
  } catch (error) {
    return { error: String(error) }
  }
}
