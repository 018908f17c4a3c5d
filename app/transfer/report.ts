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

/** Notes on something that may yet be kept aside as a whole, and then need no notes on its parts. */
export function holdNotes(note: Note): { note: Note; release(): void } {
  const held: Parameters<Note>[] = []
  let released = false
  return {
    note(...entry) {
      if (released) note(...entry)
      else held.push(entry)
    },
    release() {
      released = true
      for (const entry of held) note(...entry)
    },
  }
}

const mostEntries = 5000

export interface Report {
  note: Note
  finish(tables: number, items: number): ImportReport
}

/** Beyond 5,000 entries only their number is kept: nobody reads more, and files have millions of values. */
export function createReport(earlier: readonly ReportEntry[] = []): Report {
  const entries = earlier.slice(0, mostEntries)
  let unsaid = earlier.length - entries.length
  return {
    note(kind, path, message) {
      if (entries.length < mostEntries) entries.push({ path, kind, message })
      else unsaid += 1
    },
    finish(tables, items) {
      const last: ReportEntry[] =
        unsaid > 0
          ? [
              {
                path: '$',
                kind: 'repaired',
                message: `And ${unsaid.toLocaleString('en')} more places like these.`,
              },
            ]
          : []
      return { entries: [...entries, ...last], tables, items }
    },
  }
}
