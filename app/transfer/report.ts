// What an import could not take as it stood, as data: one entry for each place, in reading order.
// Invariant: nothing of the source is changed or left out without an entry.

export interface ImportReport {
  entries: ReportEntry[]
  tables: number
  items: number
}

/**
 * repaired: read with a change, which the message names.
 * kept: not understood, stored with the design and written again on export.
 * left: not in the design; the message says what it was.
 */
export interface ReportEntry {
  /** JSON path in the source, such as `$.DataModel[0].TableData[3].Price`. */
  path: string
  kind: 'repaired' | 'kept' | 'left'
  message: string
}

export type Note = (kind: ReportEntry['kind'], path: string, message: string) => void
