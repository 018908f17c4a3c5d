import type { Item } from '../../engine/value/attributeValue.ts'
import { createDesign, type Design } from '../model/design.ts'
import type { ImportReport } from './report.ts'

export interface ImportedDesign {
  design: Design
  items: Map<string, Item[]>
  report: ImportReport
}

export function readNosqlWorkbench(_json: unknown): ImportedDesign {
  return { design: createDesign(''), items: new Map(), report: { entries: [], tables: 0, items: 0 } }
}

export function writeNosqlWorkbench(_design: Design, _items: ReadonlyMap<string, Item[]>): object {
  return {}
}
