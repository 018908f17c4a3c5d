// The whole boundary as a window sees it: real workers, real IndexedDB, the real engine.

import { afterEach, describe, expect, test } from 'vitest'
import { projectDatabaseName } from '../storage/projects.ts'
import type { EngineClient, ProjectSummary } from './beside.ts'
import { connectEngine } from './client.ts'
import { createNoticeLog, type NoticeLog } from './testing/noticeLog.ts'

interface TestWindow extends EngineClient {
  notices: NoticeLog
  /** Ends the worker as a crash would. */
  crash(): void
}

const windows: TestWindow[] = []
const created: ProjectSummary[] = []

afterEach(async () => {
  for (const window of windows.splice(0)) window.close()
  const cleaner = connectEngine()
  for (const { id } of created.splice(0)) await cleaner.beside.deleteProject(id).catch(() => {})
  cleaner.close()
})

function openWindow(): TestWindow {
  let worker: Worker | undefined
  const createWorker = (): Worker => {
    worker = new Worker(new URL('./main.ts', import.meta.url), { type: 'module' })
    return worker
  }
  const client = connectEngine({ createWorker })
  const notices = createNoticeLog()
  client.onNotice((notice) => notices.add(notice))
  const window: TestWindow = {
    call: client.call,
    beside: client.beside,
    onNotice: (listener) => client.onNotice(listener),
    close: () => client.close(),
    notices,
    crash: () => worker!.terminate(),
  }
  windows.push(window)
  return window
}

async function createProject(window: TestWindow, name = 'Test'): Promise<ProjectSummary> {
  const project = await window.beside.createProject(name)
  created.push(project)
  return project
}

/** Windows on one new project; the first of them owns it. */
async function openWindows(count: number): Promise<{ id: string; windows: TestWindow[] }> {
  const first = openWindow()
  const { id } = await createProject(first)
  await first.beside.openProject(id)
  const others = Array.from({ length: count - 1 }, openWindow)
  for (const other of others) await other.beside.openProject(id)
  return { id, windows: [first, ...others] }
}

async function createMusic(window: TestWindow): Promise<void> {
  await window.call('CreateTable', {
    TableName: 'Music',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  })
}

/** A connection that does not give way, like that of a frozen tab. */
function holdDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function putItem(window: TestWindow, pk: string, text = ''): Promise<unknown> {
  return window.call('PutItem', { TableName: 'Music', Item: { pk: { S: pk }, text: { S: text } } })
}

async function getItem(window: TestWindow, pk: string): Promise<unknown> {
  const { Item } = await window.call('GetItem', { TableName: 'Music', Key: { pk: { S: pk } } })
  return Item
}

describe('a window', () => {
  test('finds its tables, items and documents again after it was closed', async () => {
    const { id, windows } = await openWindows(1)
    await createMusic(windows[0]!)
    await putItem(windows[0]!, 'a', 'kept')
    await windows[0]!.beside.writeDocument('design', 'a design')
    windows[0]!.close()
    const again = openWindow()
    await again.beside.openProject(id)
    expect(await getItem(again, 'a')).toEqual({ pk: { S: 'a' }, text: { S: 'kept' } })
    expect(await again.beside.readDocument('design')).toBe('a design')
    expect(await again.beside.readDocument('none')).toBeUndefined()
    const collections = await again.beside.readCollections({ TableName: 'Music', position: 0, count: 10 })
    expect(collections).toMatchObject({ itemCount: 1, entries: [{ item: { pk: { S: 'a' } } }] })
  })

  test("gets DynamoDB's errors whole", async () => {
    const { windows } = await openWindows(2)
    await createMusic(windows[0]!)
    await putItem(windows[0]!, 'a')
    for (const window of windows) {
      const refused = window.call('PutItem', {
        TableName: 'Music',
        Item: { pk: { S: 'a' } },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })
      await expect(refused).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException',
        message: 'The conditional request failed',
        details: { Item: { pk: { S: 'a' }, text: { S: '' } } },
      })
      await expect(window.call('Dance' as 'Scan', { TableName: 'Music' })).rejects.toMatchObject({
        name: 'UnknownOperationException',
      })
    }
  })

  test('gets a named error for all that cannot be done', async () => {
    const window = openWindow()
    await expect(window.call('ListTables', {})).rejects.toMatchObject({ name: 'NoProjectOpen' })
    await expect(window.beside.openProject('none')).rejects.toMatchObject({ name: 'ProjectNotFound' })
    await expect(window.call('ListTables', (() => {}) as object)).rejects.toMatchObject({
      name: 'DataCloneError',
    })
    window.close()
    await expect(window.call('ListTables', {})).rejects.toMatchObject({ name: 'EngineClosed' })
  })

  test('sees attributes as they are, whatever their names', async () => {
    const { windows } = await openWindows(2)
    await createMusic(windows[0]!)
    const odd = JSON.parse('{"pk":{"S":"a"},"__proto__":{"M":{"__proto__":{"S":"deep"}}}}')
    await windows[1]!.call('PutItem', { TableName: 'Music', Item: odd })
    for (const window of windows) {
      const item = (await getItem(window, 'a')) as Record<string, unknown>
      expect(JSON.stringify(item)).toBe(JSON.stringify(odd))
      expect(item.constructor).toBeUndefined()
    }
  })

  test('keeps projects apart', async () => {
    const { id, windows } = await openWindows(1)
    const window = windows[0]!
    await createMusic(window)
    const other = await createProject(window, 'Other')
    await window.beside.openProject(other.id)
    expect(await window.call('ListTables', {})).toEqual({ TableNames: [] })
    await window.beside.openProject(id)
    expect(await window.call('ListTables', {})).toEqual({ TableNames: ['Music'] })
  })

  test('knows how much is stored', async () => {
    const state = await openWindow().beside.storageState()
    expect(state.quotaBytes).toBeGreaterThan(0)
    expect(state).toMatchObject({ usageBytes: expect.any(Number), persisted: expect.any(Boolean) })
  })
})

describe('after its worker crashed, a window', () => {
  test('hears that what it waited for is lost, and goes on with the same project', async () => {
    const { windows } = await openWindows(1)
    const window = windows[0]!
    await createMusic(window)
    await putItem(window, 'before')
    const pending = [putItem(window, 'pending'), getItem(window, 'before')]
    window.crash()
    const outcomes = await Promise.allSettled(pending)
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { name: 'EngineCrashed', details: { outcomeUnknown: true } } },
      { status: 'rejected', reason: { name: 'EngineCrashed', details: { outcomeUnknown: false } } },
    ])
    expect(window.notices.all().at(-1)).toMatchObject({ status: 'failed', error: { name: 'EngineCrashed' } })
    expect(await getItem(window, 'before')).toMatchObject({ pk: { S: 'before' } })
    await window.notices.find({ kind: 'status', status: 'ready' })
  })

  test('whose script does not load, every call is rejected', async () => {
    const broken = URL.createObjectURL(new Blob(['this is no script']))
    const client = connectEngine({ createWorker: () => new Worker(broken) })
    for (let again = 0; again < 2; again++) {
      await expect(client.call('ListTables', {})).rejects.toMatchObject({ name: 'EngineCrashed' })
    }
    client.close()
  })
})

describe('windows on one project', () => {
  test('see what each of them wrote, and hear of it', async () => {
    const { windows } = await openWindows(3)
    await createMusic(windows[2]!)
    for (const [place, window] of windows.entries()) await putItem(window, `from ${place}`)
    for (const window of windows) {
      await window.notices.find({ kind: 'changed', tables: ['Music'] })
      await window.notices.find({ kind: 'status', status: 'saved' })
      expect((await window.call('Scan', { TableName: 'Music' })).Count).toBe(3)
    }
    await windows[1]!.beside.writeDocument('design', 'x')
    for (const window of windows) await window.notices.find({ kind: 'documents', names: ['design'] })
  })

  test('lose no answered write when the owner dies under load', async () => {
    const { windows } = await openWindows(2)
    const [owner, other] = windows as [TestWindow, TestWindow]
    await createMusic(owner)
    const names = Array.from({ length: 400 }, (_, place) => `item ${place}`)
    let answered = 0
    const writes = names.map((name) =>
      putItem(other, name).then(() => {
        if (++answered === 100) owner.crash()
      }),
    )
    const outcomes = await Promise.allSettled(writes)
    const lost = outcomes.filter(({ status }) => status === 'rejected')
    for (const outcome of lost) expect(outcome).toMatchObject({ reason: { name: 'OwnerLost' } })
    expect(answered).toBeGreaterThanOrEqual(100)
    const stored = new Set<string>()
    const { Items } = await other.call('Scan', { TableName: 'Music' })
    for (const item of Items ?? []) stored.add((item.pk as { S: string }).S)
    const answeredNames = names.filter((_, place) => outcomes[place]!.status === 'fulfilled')
    expect(answeredNames.filter((name) => !stored.has(name))).toEqual([])
    await putItem(other, 'after')
    expect(await getItem(owner, 'after')).toMatchObject({ pk: { S: 'after' } })
  })

  test('go on without an owner that was closed', async () => {
    const { windows } = await openWindows(2)
    const [owner, other] = windows as [TestWindow, TestWindow]
    await createMusic(owner)
    await putItem(owner, 'a', 'kept')
    owner.close()
    expect(await getItem(other, 'a')).toMatchObject({ text: { S: 'kept' } })
    await putItem(other, 'b')
    expect((await other.call('Scan', { TableName: 'Music' })).Count).toBe(2)
  })

  test('all lose it when one of them deletes it', async () => {
    const { id, windows } = await openWindows(2)
    const [owner, other] = windows as [TestWindow, TestWindow]
    await createMusic(owner)
    await other.beside.deleteProject(id)
    await owner.notices.find({ kind: 'projects' })
    await expect(owner.call('ListTables', {})).rejects.toMatchObject({ name: 'ProjectNotFound' })
    await expect(other.call('ListTables', {})).rejects.toMatchObject({ name: 'NoProjectOpen' })
    await expect(other.beside.openProject(id)).rejects.toMatchObject({ name: 'ProjectNotFound' })
    expect((await owner.beside.listProjects()).map((project) => project.id)).not.toContain(id)
  })

  test('do not wait for the data of a project to be deleted', async () => {
    const { id, windows } = await openWindows(2)
    const [first, second] = windows as [TestWindow, TestWindow]
    const held = await holdDatabase(projectDatabaseName(id))
    const deleted = first.beside.deleteProject(id)
    await second.notices.find({ kind: 'projects' })
    await createProject(second, 'Meanwhile')
    const ids = (await first.beside.listProjects()).map((project) => project.id)
    expect(ids).not.toContain(id)
    held.close()
    await deleted
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(projectDatabaseName(id))
  })

  test('see a list of projects that one of them changes', async () => {
    const [first, second] = [openWindow(), openWindow()]
    expect(await second.beside.listProjects()).toBeInstanceOf(Array)
    const { id } = await createProject(first, 'Original')
    await second.notices.find({ kind: 'projects' })
    await first.beside.openProject(id)
    await createMusic(first)
    await putItem(first, 'a', 'copied')
    const copy = await second.beside.duplicateProject(id, 'Copy')
    created.push(copy)
    await second.beside.renameProject(copy.id, 'Renamed')
    await second.beside.openProject(copy.id)
    await putItem(first, 'b')
    expect(await getItem(second, 'a')).toMatchObject({ text: { S: 'copied' } })
    expect(await getItem(second, 'b')).toBeUndefined()
    const names = (await first.beside.listProjects()).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Original', 'Renamed']))
  })
})
