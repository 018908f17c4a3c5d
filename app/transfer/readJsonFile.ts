// The JSON of a file, with what a person can do about a file that is none.

import { type JsonMistake, JsonTextError, parseJson } from '../values/parseJson.ts'
import { ImportError } from './importError.ts'
import type { ReportEntry } from './report.ts'

/** Throws ImportError. */
export function readJsonFile(text: string): { value: unknown; notes: ReportEntry[] } {
  try {
    const { value, notes } = parseJson(text, { source: 'file' })
    return { value, notes: notes.map(({ path, kind, message }) => ({ path, kind, message })) }
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error
    const { line, column, near, path } = error
    const place = error.mistake === 'empty' ? { line, column } : { line, column, near, path }
    throw new ImportError(error.message, HINTS[error.mistake], place)
  }
}

const HINTS: Readonly<Record<JsonMistake, string>> = {
  empty: 'Choose a file that holds a data model.',
  'cut off': 'The file is cut off: download or export it again.',
  'too deep': 'No data model is as deep as this: check what wrote the file.',
  'control character': 'Write it as \\n, \\t or \\u….',
  escape: 'Write a backslash itself as \\\\.',
  syntax: 'Correct the file at this place, or export it again.',
}
