// What window and import worker say to each other.

import type { Design } from '../model/design.ts'
import type { ImportFormat } from '../transfer/importFile.ts'
import type { ImportReport } from '../transfer/report.ts'

export interface NamedFile {
  name: string
  file: Blob
}

export type WorkerRequest =
  | { read: NamedFile }
  /** A picture of the file's first table, for a card. */
  | { sketch: NamedFile }
  /** Items of the file that was read. */
  | { take: { table: string; from: number; count: number } }

export function isReadRequest(request: WorkerRequest): request is { read: NamedFile } {
  return 'read' in request
}

export type WorkerReply = { id: number; output: unknown } | { id: number; failure: ImportFailure }

/** What came in, without the items. */
export interface ImportSummary {
  fileName: string
  format: ImportFormat
  design: Design
  report: ImportReport
  tables: { name: string; items: number }[]
}

/** Why a file was not taken, and where it goes wrong. */
export interface ImportFailure {
  name: string
  message: string
  hint?: string | undefined
  path?: string | undefined
  line?: number | undefined
  column?: number | undefined
  near?: string | undefined
}
