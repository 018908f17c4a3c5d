// Random work on an engine that is opened again at random, killed or closed, on pages that have to be fetched,
// with a log that is folded often and a disk that sometimes refuses: what was acknowledged is there, nothing
// else is, and the index is the projection of its table.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Input, OperationName, Output } from './api.ts'
import { openEngine } from './engine.ts'
import { createMemoryStore, createSharedMemory, type SharedMemory } from './storage/memoryStore.ts'
import { StorageError } from './storage/storageError.ts'
import type { Store } from './storage/store.ts'

type Write = { pk: number; sk: number; rank?: number | undefined; size: number } | { pk: number; sk: number }
type Step = { writes: Write[]; refused: boolean } | 'kill' | 'close'
type Call = <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>

const TableName = 'Law'
const table: Input<'CreateTable'> = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'N' },
    { AttributeName: 'rank', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byRank',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'rank', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
}

const place = { pk: fc.nat(2), sk: fc.nat(12) }
const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...place,
      rank: fc.option(fc.nat(9), { nil: undefined }),
      size: fc.constantFrom(10, 9_000, 30_000),
    }),
  },
  { weight: 2, arbitrary: fc.record(place) },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      writes: fc.array(write, { minLength: 1, maxLength: 6 }),
      refused: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>('kill') },
  { weight: 1, arbitrary: fc.constant<Step>('close') },
)

const keyOf = ({ pk, sk }: Write) => ({ pk: { S: `p${pk}` }, sk: { N: String(sk) } })

function itemOf(each: Write) {
  if (!('size' in each)) return undefined
  const { rank, size } = each
  return {
    ...keyOf(each),
    note: { S: 'x'.repeat(size) },
    ...(rank !== undefined && { rank: { N: String(rank) } }),
  }
}

/** One BatchWriteItem: all of it or nothing. */
function batch(writes: readonly Write[]): Input<'BatchWriteItem'> {
  const byKey = new Map(writes.map((each) => [JSON.stringify(keyOf(each)), each]))
  const requests = [...byKey.values()].map((each) => {
    const Item = itemOf(each)
    return Item ? { PutRequest: { Item } } : { DeleteRequest: { Key: keyOf(each) } }
  })
  return { RequestItems: { [TableName]: requests } }
}

function apply(model: Map<string, object>, each: Write): void {
  const item = itemOf(each)
  if (item) model.set(JSON.stringify(keyOf(each)), item)
  else model.delete(JSON.stringify(keyOf(each)))
}

interface Disk {
  full: boolean
}

/** A store whose engine can be killed: nothing that it does afterwards is stored or answered. */
function killableStore(memory: SharedMemory, disk: Disk): { store: Store; kill(): void } {
  const inner = createMemoryStore(memory)
  let isAlive = true
  const alive = <Result>(work: () => Promise<Result>): Promise<Result> =>
    isAlive ? work() : new Promise(() => {})
  const full = () => Promise.reject(new StorageError('StorageFull', 'The disk is full.'))
  const store: Store = {
    open: () => alive(() => inner.open()),
    append: (group) => alive(() => (disk.full ? full() : inner.append(group))),
    readPages: (ids) => alive(() => inner.readPages(ids)),
    checkpoint: (checkpoint) => alive(() => inner.checkpoint(checkpoint)),
    readDocument: (name) => alive(() => inner.readDocument(name)),
    writeDocument: (name, text) => alive(() => inner.writeDocument(name, text)),
    close: () => inner.close(),
  }
  return {
    store,
    kill: () => {
      isAlive = false
    },
  }
}

async function open(memory: SharedMemory, disk: Disk, checkpointLogLength: number) {
  const { store, kill } = killableStore(memory, disk)
  const engine = await openEngine({ store, checkpointLogLength })
  return { engine, kill, call: ((name, input) => engine.call(name, input)) as Call }
}

async function readAll(call: Call, IndexName?: string): Promise<Output<'Scan'>['Items'] & object> {
  const items: object[] = []
  let start: Output<'Scan'>['LastEvaluatedKey']
  do {
    const page = await call('Scan', {
      TableName,
      ...(IndexName && { IndexName }),
      ...(start && { ExclusiveStartKey: start }),
    })
    items.push(...page.Items!)
    start = page.LastEvaluatedKey
  } while (start)
  return items.sort(byText) as never
}

/** Whole items, but for the length of their long text. */
function brief(items: readonly object[]): string[] {
  return items.map((item) => textOf(item).replace(/x+/g, ({ length }) => `${length} x`))
}

const byText = (a: object, b: object) => (textOf(a) < textOf(b) ? -1 : 1)
const textOf = (item: object) => JSON.stringify(Object.entries(item).sort())

async function expectItems(call: Call, items: readonly object[]): Promise<void> {
  expect(brief(await readAll(call))).toEqual(brief(items))
  const ranked = items.filter((item) => 'rank' in item)
  expect(brief(await readAll(call, 'byRank'))).toEqual(brief(ranked))
}

it('keeps what it acknowledged, whatever happens to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.constantFrom(1, 60_000, 1_000_000),
      async (steps, log) => {
        const memory = createSharedMemory()
        const disk = { full: false }
        const model = new Map<string, object>()
        let current = await open(memory, disk, log)
        await current.call('CreateTable', table)
        for (const each of steps) {
          if (each === 'close') await current.engine.close()
          if (each === 'kill' || each === 'close') {
            current.kill()
            current = await open(memory, disk, log)
            continue
          }
          disk.full = each.refused
          const failure = await current.call('BatchWriteItem', batch(each.writes)).then(
            () => undefined,
            (error: Error) => error,
          )
          if (failure) expect([each.refused, failure.name]).toEqual([true, 'StorageFull'])
          else for (const one of each.writes) apply(model, one)
          disk.full = false
        }
        const items = [...model.values()].sort(byText)
        await expectItems(current.call, items)
        current.kill()
        await expectItems((await open(memory, disk, log)).call, items)
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)
