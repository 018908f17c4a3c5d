import { deleteDB, openDB } from 'idb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createIndexedDbStore } from './indexedDbStore.ts'
import { createProjects, type Projects, projectDatabaseName } from './projects.ts'
import type { LoggedChange, Store } from './store.ts'

const opened: { projects: Projects; databaseName: string }[] = []

function openProjects(): Projects {
  const databaseName = `projects-${crypto.randomUUID()}`
  let now = 1000
  const projects = createProjects({ databaseName, nowMs: () => now++ })
  opened.push({ projects, databaseName })
  return projects
}

afterEach(async () => {
  for (const { projects, databaseName } of opened.splice(0)) {
    for (const { id } of await projects.list()) await remove(projects, id)
    projects.close()
    await deleteDB(databaseName)
  }
})

async function remove(projects: Projects, id: string): Promise<void> {
  await projects.forget(id)
  await projects.erase(id)
}

async function openStore(id: string): Promise<Store> {
  const store = createIndexedDbStore(projectDatabaseName(id), { mustExist: true })
  await store.open()
  return store
}

async function databaseNames(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name)
}

function put(pk: string): LoggedChange {
  return { put: ['Music', { pk: { S: pk } }] }
}

describe('the list of projects', () => {
  test('creates, renames, finds and lists, the last opened first', async () => {
    const projects = openProjects()
    const first = await projects.create('First')
    const second = await projects.create('Second')
    expect((await projects.list()).map(({ name }) => name)).toEqual(['Second', 'First'])
    await projects.rename(first.id, 'Renamed')
    await projects.touch(first.id)
    expect((await projects.list()).map(({ name }) => name)).toEqual(['Renamed', 'Second'])
    expect(await projects.find(second.id)).toEqual(second)
  })

  test('knows nothing of projects that are not there', async () => {
    const projects = openProjects()
    const missing = { name: 'ProjectNotFound', details: { id: 'none' } }
    await expect(projects.find('none')).rejects.toMatchObject(missing)
    await expect(projects.rename('none', 'x')).rejects.toMatchObject(missing)
    await expect(projects.duplicate('none', 'x')).rejects.toMatchObject(missing)
    await expect(projects.forget('none')).rejects.toMatchObject(missing)
  })

  test('deleting a project takes its database away and closes the stores that are open on it', async () => {
    const projects = openProjects()
    const { id } = await projects.create('Short-lived')
    const store = await openStore(id)
    await store.append({ sequence: 1, changes: [put('a')] })
    await projects.forget(id)
    await expect(projects.find(id)).rejects.toMatchObject({ name: 'ProjectNotFound' })
    await expect(projects.rename(id, 'x')).rejects.toMatchObject({ name: 'ProjectNotFound' })
    expect(await projects.findUnfinished()).toEqual([id])
    await projects.erase(id)
    expect(await projects.findUnfinished()).toEqual([])
    expect(await databaseNames()).not.toContain(projectDatabaseName(id))
    expect(await projects.list()).toEqual([])
    await expect(store.append({ sequence: 2, changes: [] })).rejects.toMatchObject({
      name: 'StorageClosed',
      message: 'This project was deleted.',
    })
    await expect(store.open()).rejects.toMatchObject({ name: 'StorageDamaged' })
    expect(await databaseNames()).not.toContain(projectDatabaseName(id))
  })
})

describe('a new project', () => {
  test('is marked until its database is there, so that nothing is left of it without a trace', async () => {
    const projects = openProjects()
    const id = crypto.randomUUID()
    const blocking = await openDB(projectDatabaseName(id), 1)
    const deleted = deleteDB(projectDatabaseName(id)) // Waits for `blocking`, and the new database waits for it.
    vi.spyOn(crypto, 'randomUUID').mockReturnValueOnce(id)
    const creating = projects.create('New')
    await expect.poll(() => projects.findUnfinished()).toEqual([id])
    expect(await projects.list()).toEqual([])
    blocking.close()
    await deleted
    expect(await creating).toMatchObject({ id, name: 'New' })
    expect(await projects.list()).toEqual([await creating])
    expect(await projects.findUnfinished()).toEqual([])
  })
})

describe('a copy of a project', () => {
  test('has all that the project has, and is apart from it', async () => {
    const projects = openProjects()
    const { id } = await projects.create('Original')
    const store = await openStore(id)
    await fill(store, 300, 40)
    const copy = await projects.duplicate(id, 'Copy')
    await store.append({ sequence: 41, changes: [put('later')] })
    await store.writeDocument('design', 'changed')
    const copied = await openStore(copy.id)
    const { catalog, log } = await copied.open()
    expect(catalog?.nextPageId).toBe(301)
    expect(log.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 39 }, (_, place) => place + 2))
    expect(await copied.readPages([1, 300])).toEqual(['page 1', 'page 300'])
    expect(await copied.readDocument('design')).toBe('a design')
    expect((await projects.list()).map(({ name }) => name)).toEqual(['Copy', 'Original'])
    copied.close()
  })

  test('is one state, even while checkpoints come in between', async () => {
    const projects = openProjects()
    const { id } = await projects.create('Busy')
    const store = await openStore(id)
    await checkpoint(store, 0, 'state 0')
    const copying = projects.duplicate(id, 'Copy')
    for (let sequence = 1; sequence <= 3; sequence++) {
      await store.append({ sequence, changes: [put(`${sequence}`)] })
      await checkpoint(store, sequence, `state ${sequence}`)
    }
    const copied = await openStore((await copying).id)
    const { catalog } = await copied.open()
    const texts = await copied.readPages(Array.from({ length: 200 }, (_, place) => place + 1))
    expect(new Set(texts)).toEqual(new Set([`state ${catalog?.sequence}`]))
    copied.close()
  })

  test('that was left half done is not listed, and can be swept', async () => {
    const projects = openProjects()
    const { id } = await projects.create('Half')
    const list = await openDB(opened[0]!.databaseName, 1)
    await list.put('projects', { ...(await projects.find(id)), unfinished: 'copying' }, id)
    list.close()
    expect(await projects.list()).toEqual([])
    expect(await projects.findUnfinished()).toEqual([id])
    await projects.erase(id)
    expect(await projects.findUnfinished()).toEqual([])
    expect(await databaseNames()).not.toContain(projectDatabaseName(id))
  })
})

async function fill(store: Store, pages: number, groups: number): Promise<void> {
  await store.append({ sequence: 1, changes: [put('1')] })
  const numbers = Array.from({ length: pages }, (_, place) => place + 1)
  await store.checkpoint({
    catalog: { formatVersion: 1, sequence: 1, nextPageId: pages + 1, tables: [] },
    writtenPages: new Map(numbers.map((id) => [id, `page ${id}`])),
    removedPages: [],
  })
  for (let sequence = 2; sequence <= groups; sequence++) {
    await store.append({ sequence, changes: [put(`${sequence}`)] })
  }
  await store.writeDocument('design', 'a design')
}

function checkpoint(store: Store, sequence: number, text: string): Promise<void> {
  return store.checkpoint({
    catalog: { formatVersion: 1, sequence, nextPageId: 201, tables: [] },
    writtenPages: new Map(Array.from({ length: 200 }, (_, place) => [place + 1, text])),
    removedPages: [],
  })
}
