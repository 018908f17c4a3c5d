import { type ImportedDesign, readNosqlWorkbench } from './nosqlWorkbench.ts'

export type ImportFormat = 'nosql-workbench' | 'create-table' | 'describe-table'

export interface ImportResult extends ImportedDesign {
  fileName: string
  format: ImportFormat
}

/** Files above this are refused before anything is read. */
export const largestFileBytes = 64 * 1024 * 1024

/** Recognises the format by content. Throws ImportError. */
export function readDesignFile(fileName: string, text: string): ImportResult {
  return { fileName, format: 'nosql-workbench', ...readNosqlWorkbench(JSON.parse(text)) }
}
