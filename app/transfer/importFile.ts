// A file of any format that can be opened, recognised by what it holds, never by its name. Pure, so that a
// worker can run it: a file of 60 MB takes seconds.

import { isJsonObject, memberPath, nameOfJsonType } from '../values/jsonDocument.ts'
import { ImportError } from './importError.ts'
import { type ImportedDesign, isNosqlWorkbench, readNosqlWorkbench } from './nosqlWorkbench.ts'
import { readJsonFile } from './readJsonFile.ts'
import { findTableDefinition, readTableDefinition } from './tableDefinition.ts'

export type ImportFormat = 'nosql-workbench' | 'create-table' | 'describe-table'

export interface ImportResult extends ImportedDesign {
  fileName: string
  format: ImportFormat
}

/** Larger files are refused before anything is read. */
export const largestFileBytes = 64 * 1024 * 1024

/** For files: asked before their text is read into memory. Throws ImportError. */
export function checkFileSize(fileName: string, sizeBytes: number): void {
  if (sizeBytes <= largestFileBytes) return
  throw new ImportError(
    `${fileName} has ${megabytes(sizeBytes)} MB; files of up to ${megabytes(largestFileBytes)} MB can be opened.`,
    'Open a model with fewer items; the rest can be written to the tables afterwards.',
  )
}

function megabytes(sizeBytes: number): string {
  return (sizeBytes / (1024 * 1024)).toFixed(sizeBytes % (1024 * 1024) === 0 ? 0 : 1)
}

/** Throws ImportError. */
export function readDesignFile(fileName: string, text: string): ImportResult {
  checkFileSize(fileName, text.length)
  const { value, notes } = readJsonFile(text)
  const options = { fallbackName: nameFromFile(fileName), earlier: notes }
  if (isNosqlWorkbench(value)) {
    return { fileName, format: 'nosql-workbench', ...readNosqlWorkbench(value, options) }
  }
  const found = findTableDefinition(value)
  if (found !== undefined) return { fileName, format: found.format, ...readTableDefinition(found, options) }
  throw notAModel(value)
}

/** Everything that opening a file needs, for a worker to run. Throws ImportError. */
export async function readDesignBlob(fileName: string, file: Blob): Promise<ImportResult> {
  checkFileSize(fileName, file.size)
  return readDesignFile(fileName, await file.text())
}

function nameFromFile(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '').trim() || 'Untitled'
}

function notAModel(value: unknown): ImportError {
  const hint =
    'Open a NoSQL Workbench model (an object with ModelName and DataModel), or the JSON of a CreateTable or DescribeTable.'
  if (!isJsonObject(value)) {
    return new ImportError(`This JSON is no data model: it holds ${nameOfJsonType(value)}.`, hint, {
      path: '$',
    })
  }
  const names = Object.keys(value)
  const shown = names.slice(0, 5).map((name) => memberPath('', name).replace(/^\./, ''))
  const members =
    names.length === 0 ? 'no members' : `the members ${shown.join(', ')}${names.length > 5 ? ', …' : ''}`
  return new ImportError(
    `This JSON is no data model: it is an object with ${members}, without DataModel.`,
    hint,
    {
      path: '$',
    },
  )
}
