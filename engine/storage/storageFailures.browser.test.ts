// What real IndexedDB does when things go wrong: each failure has its name and leaves what was stored whole.

import { openDB } from 'idb'
import { describe, expect, test, vi } from 'vitest'
import { createGroupCommit } from './groupCommit.ts'
import { createIndexedDbStore } from './indexedDbStore.ts'
import type { LoggedChange } from './store.ts'
import { VERSION_1 } from './testing/version1.ts'

function newName(): string {
  return `failures-${crypto.randomUUID()}`
}

function put(pk: string, text = ''): LoggedChange {
  return { put: ['Music', { pk: { S: pk }, text: { S: text } }] }
}

/** More than the bucket holds, and random, because the browser compresses what it stores. */
const LARGE = Array.from({ length: 400_000 }, () => Math.random().toString(36).slice(2, 12)).join('')

interface StorageBuckets {
  open(name: string, options: { quota: number }): Promise<{ indexedDB: IDBFactory }>
  delete(name: string): Promise<void>
}

/** Runs a test in a storage bucket of its own, whose IndexedDB has room for next to nothing. */
async function inTinyBucket(work: () => Promise<void>): Promise<void> {
  const { storageBuckets } = navigator as unknown as { storageBuckets: StorageBuckets }
  const bucket = await storageBuckets.open('tiny', { quota: 1_000_000 })
  vi.stubGlobal('indexedDB', bucket.indexedDB)
  try {
    await work()
  } finally {
    vi.unstubAllGlobals()
    await storageBuckets.delete('tiny')
  }
}

describe('a full disk', () => {
  test('is StorageFull, stores nothing of the write, and leaves room for what is small', () =>
    inTinyBucket(async () => {
      const store = createIndexedDbStore(newName())
      await store.open()
      await store.append({ sequence: 1, changes: [put('before')] })
      const full = { name: 'StorageFull' }
      await expect(store.append({ sequence: 2, changes: [put('big', LARGE)] })).rejects.toMatchObject(full)
      await expect(store.writeDocument('design', LARGE)).rejects.toMatchObject(full)
      const catalog = { formatVersion: 1 as const, sequence: 1, nextPageId: 2, tables: [] }
      const checkpoint = { catalog, writtenPages: new Map([[1, LARGE]]), removedPages: [] }
      await expect(store.checkpoint(checkpoint)).rejects.toMatchObject(full)
      const { catalog: stored, log } = await store.open()
      expect(stored).toBeUndefined()
      expect(log).toEqual([{ sequence: 1, changes: [put('before')] }])
      expect(await store.readDocument('design')).toBeUndefined()
      await store.append({ sequence: 2, changes: [put('after')] })
      expect((await store.open()).log).toHaveLength(2)
    }))

  test('reaches every writer of a group commit', () =>
    inTinyBucket(async () => {
      const store = createIndexedDbStore(newName())
      await store.open()
      const group = createGroupCommit(store, 0)
      const writers = [group.commit([put('big', LARGE)]), group.commit([put('small')]), group.flush()]
      for (const writer of writers) await expect(writer).rejects.toMatchObject({ name: 'StorageFull' })
      expect((await store.open()).log).toEqual([])
    }))
})

describe('a stored project', () => {
  test('of format version 1 opens', async () => {
    const name = newName()
    const database = await openDB(name, 1, {
      upgrade(upgrading) {
        for (const [storeName, entries] of Object.entries(VERSION_1)) {
          const store = upgrading.createObjectStore(storeName)
          for (const [key, value] of entries) void store.put(value, key)
        }
      },
    })
    database.close()
    const store = createIndexedDbStore(name)
    const { catalog, log } = await store.open()
    expect(catalog?.tables[0]?.definition.TableName).toBe('Music')
    expect(await store.readPages([1])).toHaveLength(1)
    expect(log.map(({ sequence, changes }) => [sequence, changes.length])).toEqual([
      [2, 2],
      [3, 1],
    ])
    expect(await store.readDocument('design')).toBe('{"name":"Sample"}')
  })

  test('gives way to a newer version and does not touch what that stored', async () => {
    const name = newName()
    let reason: string | undefined
    const store = createIndexedDbStore(name, {
      onClosed: (closedReason) => {
        reason = closedReason
      },
    })
    await store.open()
    const newer = await openDB(name, 99)
    expect(reason).toBe('newer version')
    await expect(store.append({ sequence: 1, changes: [] })).rejects.toMatchObject({ name: 'StorageClosed' })
    await expect(store.open()).rejects.toMatchObject({ name: 'StorageNewerVersion' })
    newer.close()
  })

  test('that is gone is not made anew', async () => {
    const name = newName()
    const store = createIndexedDbStore(name, { mustExist: true })
    await expect(store.open()).rejects.toMatchObject({
      name: 'StorageDamaged',
      details: { missing: 'database' },
    })
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name)
  })

  test.each([
    ['a log record that is no list', 'log', 2, '{"put":', 'StorageDamaged'],
    ['a gap in the log', 'log', 4, '[]', 'StorageDamaged'],
    ['a catalog that is no catalog', 'meta', 'catalog', 'null', 'StorageDamaged'],
    [
      'a catalog of a later format',
      'meta',
      'catalog',
      '{"formatVersion":2,"tables":[]}',
      'StorageNewerVersion',
    ],
  ])('with %s says so and keeps its documents readable', async (_what, storeName, key, value, error) => {
    const name = newName()
    const store = createIndexedDbStore(name)
    await store.open()
    await store.writeDocument('design', 'readable')
    for (const sequence of [1, 2]) await store.append({ sequence, changes: [put(`${sequence}`)] })
    store.close()
    const raw = await openDB(name, 1)
    await raw.put(storeName, value, key)
    raw.close()
    await expect(store.open()).rejects.toMatchObject({ name: error })
    expect(await store.readDocument('design')).toBe('readable')
  })
})
