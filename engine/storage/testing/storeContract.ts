// The contract of store.ts as one suite. Every store runs it: the memory twin, IndexedDB in Node's fake and
// IndexedDB in a real browser.

import { describe, expect, test } from 'vitest'
import { createAttributeMap, type Item } from '../../value/attributeValue.ts'
import { createGroupCommit } from '../groupCommit.ts'
import type { LoggedChange, Store, StoredCatalog } from '../store.ts'

const PROTO = '__proto__'

/** A place where one project is stored: every store that it gives out shows the same data. */
export interface StoredProject {
  store(): Store
}

export function runStoreContract(name: string, createProject: () => StoredProject): void {
  describe(`${name} keeps the store contract`, () => {
    describeLog(createProject)
    describeCheckpoints(createProject)
    describeDocuments(createProject)
    describeClosing(createProject)
    describeGroupCommit(createProject)
  })
}

function describeLog(createProject: () => StoredProject): void {
  test('a new project has no catalog and an empty log', async () => {
    expect(await createProject().store().open()).toEqual({
      catalog: undefined,
      log: [],
      logLength: 0,
    })
  })

  test('groups come back in order, to another store of the same project too', async () => {
    const project = createProject()
    const store = await opened(project)
    await store.append({ sequence: 1, changes: [put('a'), put('b')] })
    await store.append({ sequence: 2, changes: [{ delete: ['Music', item('a')] }] })
    const { log } = await project.store().open()
    expect(log.map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(log[0]!.changes).toEqual([put('a'), put('b')])
    expect(log[1]!.changes).toEqual([{ delete: ['Music', item('a')] }])
  })

  test('attribute maps come back without prototype, whatever their names', async () => {
    const project = createProject()
    const odd = item('a')
    odd[PROTO] = { S: 'a name like any other' }
    odd.nested = { M: item('b') }
    odd.list = { L: [{ M: item('c') }] }
    await (await opened(project)).append({ sequence: 1, changes: [{ put: ['Music', odd] }] })
    const { log } = await project.store().open()
    const change = log[0]!.changes[0] as { put: [string, Item] }
    const back = change.put[1]
    expect(Object.keys(back).sort()).toEqual([PROTO, 'list', 'nested', 'pk'])
    expect(back.constructor).toBeUndefined()
    expect(Object.getPrototypeOf((back.nested as { M: Item }).M)).toBeNull()
    expect(Object.getPrototypeOf((back.list as { L: { M: Item }[] }).L[0]!.M)).toBeNull()
  })

  test('what is stored does not change when the caller changes its objects', async () => {
    const project = createProject()
    const changes = [put('a')]
    await (await opened(project)).append({ sequence: 1, changes })
    changes.push(put('b'))
    expect((await project.store().open()).log[0]!.changes).toEqual([put('a')])
  })

  test('a group out of turn is a conflict and is not stored', async () => {
    const project = createProject()
    const [first, second] = [await opened(project), await opened(project)]
    await first.append({ sequence: 1, changes: [put('mine')] })
    await expect(second.append({ sequence: 1, changes: [put('theirs')] })).rejects.toMatchObject(
      named('StorageConflict'),
    )
    await expect(first.append({ sequence: 3, changes: [put('later')] })).rejects.toMatchObject(
      named('StorageConflict'),
    )
    const { log } = await project.store().open()
    expect(log).toEqual([{ sequence: 1, changes: [put('mine')] }])
  })

  test('a store that was overtaken by the checkpoint of another can neither append nor check in', async () => {
    const project = createProject()
    const [stale, current] = [await opened(project), await opened(project)]
    for (const sequence of [1, 2, 3]) await current.append({ sequence, changes: [put(`${sequence}`)] })
    await current.checkpoint(checkpoint(3, { 1: 'a page' }))
    await expect(stale.append({ sequence: 1, changes: [put('late')] })).rejects.toMatchObject(
      named('StorageConflict'),
    )
    await expect(stale.checkpoint(checkpoint(0, { 1: 'an old page' }))).rejects.toMatchObject(
      named('StorageConflict'),
    )
    const later = await opened(project)
    expect((await later.open()).log).toEqual([])
    expect(await later.readPages([1])).toEqual(['a page'])
  })

  test('what the log grew by is what it is long when it is opened', async () => {
    const project = createProject()
    const store = await opened(project)
    let grown = 0
    for (const sequence of [1, 2])
      grown += await store.append({ sequence, changes: [put('x'.repeat(sequence * 500))] })
    expect(grown).toBeGreaterThan(1_500)
    expect((await project.store().open()).logLength).toBe(grown)
  })

  test('opening again goes on where the log ends', async () => {
    const store = await opened(createProject())
    await store.append({ sequence: 1, changes: [put('a')] })
    await store.open()
    await store.append({ sequence: 2, changes: [put('b')] })
    expect((await store.open()).log).toHaveLength(2)
  })
}

function describeCheckpoints(createProject: () => StoredProject): void {
  test('a checkpoint stores pages and catalog, and drops the log that they contain', async () => {
    const project = createProject()
    const store = await opened(project)
    for (const sequence of [1, 2, 3]) await store.append({ sequence, changes: [put(`${sequence}`)] })
    await store.checkpoint(checkpoint(2, { 1: 'page one', 2: 'page two' }))
    await store.append({ sequence: 4, changes: [put('4')] })
    const reopened = project.store()
    const { catalog: found, log } = await reopened.open()
    expect(found).toEqual(catalog(2))
    expect(log.map(({ sequence }) => sequence)).toEqual([3, 4])
    expect(await reopened.readPages([2, 1, 2])).toEqual(['page two', 'page one', 'page two'])
  })

  test('a later checkpoint writes over pages and removes them', async () => {
    const store = await opened(createProject())
    await store.checkpoint(checkpoint(0, { 1: 'old', 2: 'gone' }))
    await store.append({ sequence: 1, changes: [put('a')] })
    await store.checkpoint(checkpoint(1, { 1: 'new', 3: '' }, [2]))
    expect(await store.readPages([1, 3])).toEqual(['new', ''])
    await expect(store.readPages([1, 2, 9])).rejects.toMatchObject({
      name: 'StorageDamaged',
      details: { pages: [2, 9] },
    })
  })

  test('the log goes on after a checkpoint of all of it', async () => {
    const project = createProject()
    const store = await opened(project)
    await store.append({ sequence: 1, changes: [put('a')] })
    await store.checkpoint(checkpoint(1, {}))
    await store.append({ sequence: 2, changes: [put('b')] })
    expect((await project.store().open()).log).toEqual([{ sequence: 2, changes: [put('b')] }])
  })

  test('the log takes groups while a checkpoint is under way', async () => {
    const project = createProject()
    const store = await opened(project)
    await store.append({ sequence: 1, changes: [put('a')] })
    const writing = store.checkpoint(checkpoint(1, { 1: 'x'.repeat(1_000_000) }))
    await store.append({ sequence: 2, changes: [put('b')] })
    await store.append({ sequence: 3, changes: [put('c')] })
    await writing
    await store.append({ sequence: 4, changes: [put('d')] })
    const { log } = await project.store().open()
    expect(log.map(({ sequence }) => sequence)).toEqual([2, 3, 4])
  })

  test('pages keep any text', async () => {
    const store = await opened(createProject())
    const text = `\u0000\u00ff\u{1f3b8} ${'é'.repeat(40_000)} ${'x'.repeat(300_000)}`
    await store.checkpoint(checkpoint(0, { 7: text }))
    expect((await store.readPages([7]))[0] === text).toBe(true)
    expect(await store.readPages([])).toEqual([])
  })

  test('a catalog of a later format is left alone', async () => {
    const project = createProject()
    const later = { ...catalog(0), formatVersion: 2 as 1 }
    const writer = await opened(project)
    await writer.checkpoint({ catalog: later, writtenPages: new Map(), removedPages: [] })
    await expect(project.store().open()).rejects.toMatchObject(named('StorageNewerVersion'))
  })
}

function describeDocuments(createProject: () => StoredProject): void {
  test('documents are written, replaced and removed by name', async () => {
    const project = createProject()
    const store = await opened(project)
    expect(await store.readDocument('design')).toBeUndefined()
    await store.writeDocument('design', 'one')
    await store.writeDocument('design', 'two')
    await store.writeDocument('empty', '')
    const other = await opened(project)
    expect(await other.readDocument('design')).toBe('two')
    expect(await other.readDocument('empty')).toBe('')
    await other.writeDocument('design', undefined)
    expect(await store.readDocument('design')).toBeUndefined()
  })
}

function describeClosing(createProject: () => StoredProject): void {
  test('a store that is not open refuses everything but opening', async () => {
    const store = createProject().store()
    const calls: (() => Promise<unknown>)[] = [
      () => store.append({ sequence: 1, changes: [] }),
      () => store.readPages([1]),
      () => store.checkpoint(checkpoint(0, {})),
      () => store.readDocument('design'),
      () => store.writeDocument('design', ''),
    ]
    for (const call of calls) await expect(call()).rejects.toMatchObject(named('StorageClosed'))
    await store.open()
    await store.append({ sequence: 1, changes: [put('a')] })
    store.close()
    store.close()
    for (const call of calls) await expect(call()).rejects.toMatchObject(named('StorageClosed'))
    expect((await store.open()).log).toHaveLength(1)
  })

  test('a write under way when its store closes still finishes', async () => {
    const project = createProject()
    const store = await opened(project)
    const appended = store.append({ sequence: 1, changes: [put('a')] })
    store.close()
    await appended
    expect((await project.store().open()).log).toHaveLength(1)
  })
}

function describeGroupCommit(createProject: () => StoredProject): void {
  test('a group commit stores a flood of changes in order and in few groups', async () => {
    const project = createProject()
    const group = createGroupCommit(await opened(project), 0)
    const names = Array.from({ length: 200 }, (_, place) => `item ${place}`)
    await Promise.all(names.map((name) => group.commit([put(name)])))
    const { log } = await project.store().open()
    expect(log.length).toBeLessThan(10)
    expect(log.flatMap(({ changes }) => changes)).toEqual(names.map(put))
    expect(group.storedSequence).toBe(log.length)
  })
}

async function opened(project: StoredProject): Promise<Store> {
  const store = project.store()
  await store.open()
  return store
}

function item(pk: string): Item {
  const map = createAttributeMap()
  map.pk = { S: pk }
  return map
}

function put(pk: string): LoggedChange {
  return { put: ['Music', item(pk)] }
}

function catalog(sequence: number): StoredCatalog {
  return { formatVersion: 1, sequence, nextPageId: 10, tables: [] }
}

function checkpoint(sequence: number, pages: Record<number, string>, removedPages: number[] = []) {
  const writtenPages = new Map(Object.entries(pages).map(([id, text]) => [Number(id), text]))
  return { catalog: catalog(sequence), writtenPages, removedPages }
}

function named(name: string): { name: string } {
  return { name }
}
