import { describe, expect, it } from 'vitest'
import type { Input, OperationName, Output } from './api.ts'
import { type Engine, type EngineOptions, openEngine } from './engine.ts'
import { createMemoryStore, createSharedMemory } from './storage/memoryStore.ts'
import { StorageError } from './storage/storageError.ts'
import type { Store } from './storage/store.ts'

const orders: Input<'CreateTable'> = {
  TableName: 'Orders',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'N' },
    { AttributeName: 'state', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byState',
      KeySchema: [{ AttributeName: 'state', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
}

async function open(store: Store, options: Partial<EngineOptions> = {}) {
  const engine = await openEngine({ store, ...options })
  const call = <Name extends OperationName>(name: Name, input: Input<Name>) =>
    engine.call(name, input) as Promise<Output<Name>>
  return { engine, call }
}

type Call = Awaited<ReturnType<typeof open>>['call']

function order(pk: string, sk: number, state?: string) {
  return {
    pk: { S: pk },
    sk: { N: String(sk) },
    note: { S: 'x'.repeat(300) },
    ...(state && { state: { S: state } }),
  }
}

async function putMany(call: Call, count: number): Promise<void> {
  const puts = Array.from({ length: count }, (_, n) =>
    call('PutItem', { TableName: 'Orders', Item: order(`c${n % 7}`, n, n % 3 === 0 ? 'open' : undefined) }),
  )
  await Promise.all(puts)
}

async function counts(call: Call): Promise<{ table: number; index: number; scanned: number }> {
  const { Table } = await call('DescribeTable', { TableName: 'Orders' })
  let scanned = 0
  let start: Output<'Scan'>['LastEvaluatedKey']
  do {
    const page = await call('Scan', { TableName: 'Orders', ...(start && { ExclusiveStartKey: start }) })
    scanned += page.Count
    start = page.LastEvaluatedKey
  } while (start)
  return { table: Table.ItemCount, index: Table.GlobalSecondaryIndexes![0]!.ItemCount, scanned }
}

/** A store whose next appends fail as a full disk would. */
function failingStore(inner: Store): Store & { fail: boolean } {
  return Object.assign(Object.create(inner) as Store, {
    fail: false,
    append(this: { fail: boolean }, group: Parameters<Store['append']>[0]) {
      if (this.fail) return Promise.reject(new StorageError('StorageFull', 'The disk is full.'))
      return inner.append(group)
    },
    open: () => inner.open(),
    readPages: (ids: readonly number[]) => inner.readPages(ids),
    checkpoint: (checkpoint: Parameters<Store['checkpoint']>[0]) => inner.checkpoint(checkpoint),
    close: () => inner.close(),
  })
}

describe('an engine opened again on its store', () => {
  it('has what was acknowledged, from the log alone', async () => {
    const store = createMemoryStore()
    const first = await open(store)
    await first.call('CreateTable', orders)
    await putMany(first.call, 100)
    const second = await open(store) // The first was never closed: its tab was killed.
    expect(await counts(second.call)).toEqual({ table: 100, index: 34, scanned: 100 })
  })

  it('has it from pages and the rest of the log, however small the log is kept', async () => {
    const store = createMemoryStore()
    const first = await open(store, { checkpointLogLength: 5_000 })
    await first.call('CreateTable', orders)
    for (let round = 0; round < 5; round++) await putMany(first.call, 300)
    await first.call('DeleteItem', { TableName: 'Orders', Key: { pk: { S: 'c0' }, sk: { N: '0' } } })
    const second = await open(store)
    expect(await counts(second.call)).toEqual({ table: 299, index: 99, scanned: 299 })
    await second.engine.close()
    const third = await open(store)
    expect(await counts(third.call)).toEqual({ table: 299, index: 99, scanned: 299 })
  })

  it('forgets a dropped table and its pages', async () => {
    const memory = createSharedMemory()
    const store = createMemoryStore(memory)
    const first = await open(store)
    await first.call('CreateTable', orders)
    await putMany(first.call, 50)
    await first.engine.close()
    const second = await open(store)
    await second.call('DeleteTable', { TableName: 'Orders' })
    await second.engine.close()
    const third = await open(store)
    expect((await third.call('ListTables', {})).TableNames).toEqual([])
    expect((await store.open()).catalog?.tables).toEqual([])
    expect(memory.pages.size).toBe(0)
  })

  it('keeps its log short, over many sessions that end without a goodbye', async () => {
    const memory = createSharedMemory()
    const logLength = () => [...memory.log.values()].reduce((sum, text) => sum + text.length, 0)
    for (let session = 0; session < 6; session++) {
      const { call } = await open(createMemoryStore(memory), { checkpointLogLength: 50_000 })
      if (session === 0) await call('CreateTable', orders)
      for (let n = 0; n < 40; n++) {
        await call('PutItem', { TableName: 'Orders', Item: order(`s${session}`, n, 'open') })
      }
      expect(logLength()).toBeLessThan(100_000)
    }
    expect(memory.catalog).toBeDefined()
    const last = await open(createMemoryStore(memory))
    expect(await counts(last.call)).toEqual({ table: 240, index: 240, scanned: 240 })
  })

  it('fetches only the pages that a read needs', async () => {
    const store = createMemoryStore()
    const first = await open(store)
    await first.call('CreateTable', orders)
    await putMany(first.call, 2_000)
    await first.engine.close()
    let pagesRead = 0
    const counting: Store = {
      ...store,
      open: () => store.open(),
      append: (group) => store.append(group),
      checkpoint: (checkpoint) => store.checkpoint(checkpoint),
      readPages: (ids) => {
        pagesRead += ids.length
        return store.readPages(ids)
      },
      readDocument: (name) => store.readDocument(name),
      writeDocument: (name, text) => store.writeDocument(name, text),
      close: () => store.close(),
    }
    const second = await open(counting)
    const { Item } = await second.call('GetItem', {
      TableName: 'Orders',
      Key: { pk: { S: 'c3' }, sk: { N: '3' } },
    })
    expect(Item).toEqual(order('c3', 3, 'open'))
    expect(pagesRead).toBe(1)
  })
})

describe('a page that cannot be read', () => {
  it('is a named error for who needs it, and for nobody else', async () => {
    const memory = createSharedMemory()
    const first = await open(createMemoryStore(memory))
    await first.call('CreateTable', orders)
    await putMany(first.call, 2_000)
    await first.engine.close()
    const Key = { pk: { S: 'c3' }, sk: { N: '3' } }
    const damaged = [...memory.pages].find(
      ([, text]) => text.includes('"sk":{"N":"3"}') && text.includes('note'),
    )!
    memory.pages.set(damaged[0], damaged[1].slice(0, -20))
    const { call } = await open(createMemoryStore(memory))
    await expect(call('GetItem', { TableName: 'Orders', Key })).rejects.toMatchObject({
      name: 'StorageDamaged',
      details: { pages: [damaged[0]] },
    })
    const elsewhere = await call('Query', {
      TableName: 'Orders',
      KeyConditionExpression: 'pk = :other',
      ExpressionAttributeValues: { ':other': { S: 'c5' } },
    })
    expect(elsewhere.Count).toBeGreaterThan(200)
  })
})

describe('a write that cannot be stored', () => {
  it('is refused by name, and memory goes back to what is stored', async () => {
    const store = failingStore(createMemoryStore())
    const { call } = await open(store)
    await call('CreateTable', orders)
    await putMany(call, 10)
    store.fail = true
    const refused = call('PutItem', { TableName: 'Orders', Item: order('c1', 1_000, 'open') })
    await expect(refused).rejects.toMatchObject({ name: 'StorageFull' })
    store.fail = false
    expect(await counts(call)).toEqual({ table: 10, index: 4, scanned: 10 })
    await call('PutItem', { TableName: 'Orders', Item: order('c1', 1_000, 'open') })
    expect(await counts(call)).toEqual({ table: 11, index: 5, scanned: 11 })
  })
})

describe('writes that overlap a failing commit', () => {
  it('are stored if they are acknowledged, and the engine goes on', async () => {
    for (let delay = 0; delay < 12; delay++) {
      const memory = createSharedMemory()
      const first = await open(createMemoryStore(memory))
      await first.call('CreateTable', orders)
      await putMany(first.call, 400)
      await first.engine.close()

      const store = failingStore(createMemoryStore(memory))
      const { call } = await open(store)
      const acknowledged: number[] = []
      const write = (n: number) =>
        call('PutItem', { TableName: 'Orders', Item: order('new', n, 'open') }).then(
          () => void acknowledged.push(n),
          () => undefined,
        )
      store.fail = true
      const writes = [write(0)]
      for (let turn = 0; turn < delay; turn++) await Promise.resolve()
      writes.push(write(1), write(2))
      store.fail = false
      await Promise.all(writes)
      await write(3)
      expect(acknowledged).toContain(3)
      const read = async (of: Call) => {
        const page = await of('Query', {
          TableName: 'Orders',
          KeyConditionExpression: 'pk = :new',
          ExpressionAttributeValues: { ':new': { S: 'new' } },
        })
        return page.Items!.map((item) => Number((item.sk as { N: string }).N))
      }
      expect(await read(call)).toEqual(acknowledged.sort())
      expect(await read((await open(createMemoryStore(memory))).call)).toEqual(acknowledged)
    }
  })
})

describe('table status', () => {
  const statusOf = async (call: Call) =>
    (await call('DescribeTable', { TableName: 'Orders' })).Table.TableStatus

  it('changes at once by default, though the answer says what AWS says', async () => {
    const { call } = await open(createMemoryStore())
    const { TableDescription } = await call('CreateTable', orders)
    expect(TableDescription.TableStatus).toBe('CREATING')
    expect(await statusOf(call)).toBe('ACTIVE')
  })

  it('takes its time where a delay is set, also across a restart', async () => {
    const store = createMemoryStore()
    const slow = await open(store, { tableDelayMs: 3_600_000 })
    await slow.call('CreateTable', orders)
    expect(await statusOf(slow.call)).toBe('CREATING')
    await expect(slow.call('Scan', { TableName: 'Orders' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    })
    await slow.engine.close()
    const settled = await open(store, { tableDelayMs: 1 })
    await changeOf(settled.engine)
    expect(await statusOf(settled.call)).toBe('ACTIVE')
  })
})

function changeOf(engine: Engine): Promise<void> {
  return new Promise((resolve) => {
    const stop = engine.onChange(() => {
      stop()
      resolve()
    })
  })
}
