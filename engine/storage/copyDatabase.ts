// Copies one project's database into a new one, a few megabytes at a time, while the source may be in use.
// Pages change only in checkpoints, and every checkpoint moves the catalog's sequence: if that is the same
// before and after, what was copied between is one state; else the copy starts again.

import { finished, openProjectDatabase, type ProjectDatabase, quietly } from './projectDatabase.ts'
import { StorageError } from './storageError.ts'

const MAX_ATTEMPTS = 5
const PAGES_PER_BATCH = 64
const GROUPS_PER_BATCH = 16

/** Throws StorageBusy when the source kept changing. A copy that failed is for the caller to delete. */
export async function copyDatabase(sourceName: string, targetName: string): Promise<void> {
  const source = await openProjectDatabase(sourceName, { mustExist: true })
  const target = await openProjectDatabase(targetName)
  try {
    for (let attempt = 1; !(await copyOnce(source, target)); attempt++) {
      if (attempt === MAX_ATTEMPTS) throw busy()
    }
  } finally {
    source.close()
    target.close()
  }
}

function busy(): StorageError {
  return new StorageError('StorageBusy', 'This project is changing too fast to be copied. Try again.')
}

/** False when a checkpoint came between. */
async function copyOnce(source: ProjectDatabase, target: ProjectDatabase): Promise<boolean> {
  await clear(target)
  const sequence = await source.get('meta', 'sequence')
  await copyInBatches(source, target, 'pages', PAGES_PER_BATCH)
  await copyInBatches(source, target, 'log', GROUPS_PER_BATCH)
  return copyRest(source, target, sequence)
}

async function clear(target: ProjectDatabase): Promise<void> {
  const transaction = quietly(target.transaction(['meta', 'pages', 'log', 'documents'], 'readwrite'))
  await finished(
    transaction,
    (['meta', 'pages', 'log', 'documents'] as const).map((name) => transaction.objectStore(name).clear()),
  )
}

async function copyInBatches(
  source: ProjectDatabase,
  target: ProjectDatabase,
  store: 'pages' | 'log',
  batchSize: number,
): Promise<void> {
  for (let after = -1; ; ) {
    const range = IDBKeyRange.lowerBound(after, true)
    const reading = quietly(source.transaction(store)).store
    const [keys, texts] = await Promise.all([
      reading.getAllKeys(range, batchSize),
      reading.getAll(range, batchSize),
    ])
    if (keys.length === 0) return
    const writing = quietly(target.transaction(store, 'readwrite', { durability: 'relaxed' }))
    await finished(
      writing,
      keys.map((key, place) => writing.store.put(texts[place]!, key)),
    )
    after = keys[keys.length - 1]!
  }
}

/** Documents and catalog, read in one transaction; written last and strictly, so that a whole copy has a catalog. */
async function copyRest(
  source: ProjectDatabase,
  target: ProjectDatabase,
  sequence: string | number | undefined,
): Promise<boolean> {
  const reading = quietly(source.transaction(['meta', 'documents']))
  const [metaKeys, meta, names, documents] = await Promise.all([
    reading.objectStore('meta').getAllKeys(),
    reading.objectStore('meta').getAll(),
    reading.objectStore('documents').getAllKeys(),
    reading.objectStore('documents').getAll(),
  ])
  if (meta[metaKeys.indexOf('sequence')] !== sequence) return false
  const writing = quietly(target.transaction(['meta', 'documents'], 'readwrite', { durability: 'strict' }))
  await finished(writing, [
    ...metaKeys.map((key, place) => writing.objectStore('meta').put(meta[place]!, key)),
    ...names.map((name, place) => writing.objectStore('documents').put(documents[place]!, name)),
  ])
  return true
}
