// A file that cannot be read at all: where it goes wrong and what to do about it, in plain words.

export interface ImportErrorPlace {
  /** JSON path of the offending value. */
  path?: string
  /** 1-based, as editors count. */
  line?: number
  column?: number
  /** The text around the place. */
  near?: string
}

export class ImportError extends Error {
  readonly path: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined
  readonly near: string | undefined
  /** What the person can do. */
  readonly hint: string

  constructor(message: string, hint: string, place: ImportErrorPlace = {}) {
    super(message)
    this.name = 'ImportError'
    this.hint = hint
    this.path = place.path
    this.line = place.line
    this.column = place.column
    this.near = place.near
  }
}
