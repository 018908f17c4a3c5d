// The stored form of catalog and log, shared by all stores: JSON text, which IndexedDB writes faster and
// smaller than structured clones, and which keeps any attribute name, `__proto__` included.

import { stripPrototypes } from '../value/attributeValue.ts'
import { StorageError } from './storageError.ts'
import { FORMAT_VERSION, type LogGroup, type LoggedChange, type StoredCatalog } from './store.ts'

export function printGroup(group: LogGroup): string {
  return JSON.stringify(group.changes)
}

/** Throws StorageDamaged for text that is no list of changes. */
export function parseGroup(sequence: number, text: string): LogGroup {
  const changes = parseJson(text, { sequence }, Array.isArray) as LoggedChange[]
  for (const change of changes) {
    if ('put' in change) stripPrototypes(change.put[1])
    else if ('delete' in change) stripPrototypes(change.delete[1])
  }
  return { sequence, changes }
}

export function printCatalog(catalog: StoredCatalog): string {
  return JSON.stringify(catalog)
}

/** Throws StorageNewerVersion for a catalog of a later format, StorageDamaged for no catalog at all. */
export function parseCatalog(text: string): StoredCatalog {
  const catalog = parseJson(text, { catalog: true }, isCatalog) as StoredCatalog
  checkFormatVersion(catalog.formatVersion)
  return catalog
}

export function checkFormatVersion(version: number): void {
  if (version <= FORMAT_VERSION) return
  throw new StorageError(
    'StorageNewerVersion',
    'This project was stored by a newer version of Sortkey. Reload the page to get that version.',
    { storedVersion: version, knownVersion: FORMAT_VERSION },
  )
}

/** Throws StorageDamaged unless the log follows its catalog without a gap. */
export function checkLogOrder(catalog: StoredCatalog | undefined, log: readonly LogGroup[]): void {
  let expected = (catalog?.sequence ?? 0) + 1
  for (const { sequence } of log) {
    if (sequence !== expected) {
      const message = `The log of this project is damaged: group ${expected} is missing.`
      throw new StorageError('StorageDamaged', message, { sequence: expected })
    }
    expected++
  }
}

function isCatalog(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'formatVersion' in value && 'tables' in value
}

function parseJson(
  text: string,
  place: Readonly<Record<string, unknown>>,
  isExpected: (value: unknown) => boolean,
): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (isExpected(value)) return value
  } catch {
    // Not JSON at all: damaged like anything else that is not what was stored.
  }
  throw new StorageError('StorageDamaged', 'A record of this project cannot be read.', place)
}
