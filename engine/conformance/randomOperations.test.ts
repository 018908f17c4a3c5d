import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Input, OperationName, Output } from '../api.ts'
import { type Engine, openEngine } from '../engine.ts'
import { createMemoryStore } from '../storage/memoryStore.ts'
import type { Item } from '../value/attributeValue.ts'
import { itemSizeBytes } from '../value/itemSize.ts'
import { itemText, type NaiveIndex, NaiveTable, text } from './testing/naiveTable.ts'

// Random requests on the engine, compared with a naive table: every query is a filtered, sorted scan, every
// index the projection of its table. fast-check prints the seed of what fails.

const local: NaiveIndex = { name: 'local', hash: 'pk', range: 'rank', included: ['note'] }
const global: NaiveIndex = { name: 'global', hash: 'tag', range: 'rank', included: [] }
const late: NaiveIndex = { name: 'late', hash: 'tag', included: undefined }

const projections = new Map([
  [local, { ProjectionType: 'INCLUDE', NonKeyAttributes: ['note'] }],
  [global, { ProjectionType: 'KEYS_ONLY' }],
  [late, { ProjectionType: 'ALL' }],
] as const)

function indexInput(index: NaiveIndex) {
  const keys = [{ AttributeName: index.hash, KeyType: 'HASH' as const }]
  const range = index.range === undefined ? [] : [{ AttributeName: index.range, KeyType: 'RANGE' as const }]
  return {
    IndexName: index.name,
    KeySchema: [...keys, ...range],
    Projection: projections.get(index) as object,
  }
}

const table: Input<'CreateTable'> = {
  TableName: 'Random',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'N' },
    { AttributeName: 'rank', AttributeType: 'N' },
    { AttributeName: 'tag', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  LocalSecondaryIndexes: [indexInput(local)],
  GlobalSecondaryIndexes: [indexInput(global)],
}

class Run {
  readonly naive = new NaiveTable([local, global])
  readonly engine: Engine

  constructor(engine: Engine) {
    this.engine = engine
  }

  async call<Name extends OperationName>(
    name: Name,
    input: Omit<Input<Name>, 'TableName'>,
  ): Promise<Output<Name>> {
    const output = await this.engine.call(name, { TableName: 'Random', ...input })
    return JSON.parse(JSON.stringify(output)) as Output<Name>
  }

  expectSameItems(actual: Item[] | undefined, expected: Item[]): void {
    expect(actual?.map(itemText).sort()).toEqual(expected.map(itemText).sort())
  }
}

type Command = (run: Run) => Promise<void>

/** A command with a random input, which is printed when it fails. */
function commandOf<Given>(
  name: string,
  inputs: fc.Arbitrary<Given>,
  perform: (run: Run, input: Given) => Promise<void>,
): fc.Arbitrary<Command> {
  return inputs.map((input) =>
    Object.assign((run: Run) => perform(run, input), {
      [fc.toStringMethod]: () => `${name} ${JSON.stringify(input)}`,
    }),
  )
}

const partition = fc.constantFrom('a', 'b', 'ü')
const number = fc.constantFrom('-3', '0', '0.5', '2', '10')
const tag = fc.constantFrom('x', 'y')
const note = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.integer({ min: 900, max: 3000 }).map((length) => 'n'.repeat(length)),
)
const attributes = fc.record(
  {
    rank: number.map((N) => ({ N })),
    tag: tag.map((S) => ({ S })),
    note: note.map((S) => ({ S })),
    other: fc.constantFrom({ BOOL: true }, { L: [{ S: 'x' }] }, { SS: ['p', 'q'] }),
  },
  { requiredKeys: [] },
)
const key = fc.record({ pk: partition.map((S) => ({ S })), sk: number.map((N) => ({ N })) })
const item = fc.tuple(key, attributes).map(([keyPart, rest]) => ({ ...keyPart, ...rest }) as Item)

const put = commandOf('put', item, async (run, after) => {
  const before = run.naive.find(after)
  const units = run.naive.write(after, after)
  const output = await run.call('PutItem', {
    Item: after,
    ReturnValues: 'ALL_OLD',
    ReturnConsumedCapacity: 'INDEXES',
  })
  expect(output.Attributes).toEqual(before)
  expectUnits(output.ConsumedCapacity, units)
})

const remove = commandOf('delete', key, async (run, Key) => {
  const before = run.naive.find(Key)
  const units = run.naive.write(Key, undefined)
  const output = await run.call('DeleteItem', {
    Key,
    ReturnValues: 'ALL_OLD',
    ReturnConsumedCapacity: 'INDEXES',
  })
  expect(output.Attributes).toEqual(before)
  expectUnits(output.ConsumedCapacity, units)
})

const setTag = commandOf('set tag', fc.tuple(key, tag), async (run, [Key, S]) => {
  const after = { ...(run.naive.find(Key) ?? Key), tag: { S } }
  const units = run.naive.write(Key, after)
  const output = await run.call('UpdateItem', {
    Key,
    UpdateExpression: 'SET tag = :t',
    ExpressionAttributeValues: { ':t': { S } },
    ReturnValues: 'ALL_NEW',
    ReturnConsumedCapacity: 'INDEXES',
  })
  expect(output.Attributes).toEqual(after)
  expectUnits(output.ConsumedCapacity, units)
})

const dropRank = commandOf('remove rank', key, async (run, Key) => {
  const before = run.naive.find(Key)
  const { rank: _, ...after } = before ?? {}
  const units = run.naive.write(Key, before && after)
  const output = await run.call('UpdateItem', {
    Key,
    UpdateExpression: 'REMOVE #r',
    ExpressionAttributeNames: { '#r': 'rank' },
    ReturnConsumedCapacity: 'INDEXES',
  })
  expectUnits(output.ConsumedCapacity, units)
})

const distinctItems = fc.uniqueArray(item, {
  minLength: 1,
  maxLength: 8,
  selector: ({ pk, sk }) => `${text(pk)} ${text(sk)}`,
})

const batch = commandOf('batch', distinctItems, async (run, items) => {
  const requests = items.map((each, place) => {
    const isPut = place % 3 < 2
    run.naive.write(each, isPut ? each : undefined)
    return isPut ? { PutRequest: { Item: each } } : { DeleteRequest: { Key: { pk: each.pk!, sk: each.sk! } } }
  })
  await run.call('BatchWriteItem', { RequestItems: { Random: requests } })
})

const get = commandOf('get', key, async (run, Key) => {
  const found = run.naive.find(Key)
  const output = await run.call('GetItem', { Key, ReturnConsumedCapacity: 'TOTAL' })
  expect(output.Item).toEqual(found)
  const units = Math.max(1, Math.ceil(found ? itemSizeBytes(found) / 4096 : 0)) / 2
  expect(output.ConsumedCapacity?.CapacityUnits).toBe(units)
})

const comparisons = {
  '=': (a: number, b: number) => a === b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
}
const comparator = fc.constantFrom(...(Object.keys(comparisons) as (keyof typeof comparisons)[]))
const source = fc.constantFrom(undefined, local, global)

const queries = fc.record({
  index: source,
  hash: fc.oneof(partition, tag),
  compare: fc.option(fc.record({ comparator, bound: number }), { nil: undefined }),
  forward: fc.boolean(),
  limit: fc.integer({ min: 1, max: 4 }),
  filtered: fc.boolean(),
})

const query = commandOf('query', queries, async (run, { index, hash, compare, forward, limit, filtered }) => {
  const range = index?.range ?? 'sk'
  const matches = (each: Item) =>
    !compare || comparisons[compare.comparator](Number(text(each[range])), Number(compare.bound))
  const found = run.naive.query(index, hash, matches)
  const expected = found.filter((each) => !filtered || each.note !== undefined)
  const pages = await allPages(run, 'Query', {
    ...(index && { IndexName: index.name }),
    KeyConditionExpression: compare ? `#h = :h AND #r ${compare.comparator} :r` : '#h = :h',
    ExpressionAttributeNames: { '#h': index?.hash ?? 'pk', ...(compare && { '#r': range }) },
    ExpressionAttributeValues: { ':h': { S: hash }, ...(compare && { ':r': { N: compare.bound } }) },
    ...(filtered && { FilterExpression: 'attribute_exists(note)' }),
    ScanIndexForward: forward,
    Limit: limit,
  })
  run.expectSameItems(pages.items, expected)
  const order = expected.map((each) => text(each[range]))
  expect(pages.items.map((each) => text(each[range]))).toEqual(forward ? order : order.reverse())
  expect(pages.scanned).toBe(found.length)
})

const scans = fc.record({
  index: source,
  segments: fc.integer({ min: 1, max: 5 }),
  limit: fc.integer({ min: 1, max: 7 }),
})

const scan = commandOf('scan', scans, async (run, { index, segments, limit }) => {
  const items: Item[] = []
  for (let segment = 0; segment < segments; segment++) {
    const pages = await allPages(run, 'Scan', {
      ...(index && { IndexName: index.name }),
      Segment: segment,
      TotalSegments: segments,
      Limit: limit,
    })
    items.push(...pages.items)
  }
  run.expectSameItems(items, run.naive.entries(index))
})

/** Creates a global index of a table that has items in it, or drops it. */
const toggleIndex = commandOf('toggle the late index', fc.constant(undefined), async (run) => {
  const isThere = run.naive.indexes.includes(late)
  run.naive.indexes = isThere ? [local, global] : [local, global, late]
  await run.call('UpdateTable', {
    ...(!isThere && { AttributeDefinitions: [{ AttributeName: 'tag', AttributeType: 'S' }] }),
    GlobalSecondaryIndexUpdates: [isThere ? { Delete: { IndexName: 'late' } } : { Create: indexInput(late) }],
  })
})

async function allPages(
  run: Run,
  operation: 'Query' | 'Scan',
  input: Omit<Input<'Query'> & Input<'Scan'>, 'TableName'>,
): Promise<{ items: Item[]; scanned: number }> {
  const items: Item[] = []
  let scanned = 0
  let start: Item | undefined
  do {
    const page: Output<'Query'> = await run.call(operation, {
      ...input,
      ...(start && { ExclusiveStartKey: start }),
    })
    items.push(...(page.Items ?? []))
    scanned += page.ScannedCount
    start = page.LastEvaluatedKey
  } while (start)
  return { items, scanned }
}

function expectUnits(
  capacity: Output<'PutItem'>['ConsumedCapacity'],
  units: { table: number; indexes: Record<string, number> },
): void {
  const indexes = { ...capacity?.LocalSecondaryIndexes, ...capacity?.GlobalSecondaryIndexes }
  const byName = Object.entries(indexes).map(([name, { CapacityUnits }]) => [name, CapacityUnits])
  expect(Object.fromEntries(byName)).toEqual(units.indexes)
  expect(capacity?.Table).toEqual({ CapacityUnits: units.table })
  const sum = Object.values(units.indexes).reduce((total, each) => total + each, units.table)
  expect(capacity?.CapacityUnits).toBe(sum)
}

const command = fc.oneof(
  { weight: 5, arbitrary: put },
  { weight: 2, arbitrary: remove },
  { weight: 2, arbitrary: setTag },
  { weight: 1, arbitrary: dropRank },
  { weight: 2, arbitrary: batch },
  { weight: 1, arbitrary: get },
  { weight: 3, arbitrary: query },
  { weight: 2, arbitrary: scan },
  { weight: 1, arbitrary: toggleIndex },
)

it('does to a table what a naive table does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 80, size: 'max' }), async (commands) => {
      const engine = await openEngine({ store: createMemoryStore() })
      try {
        await engine.call('CreateTable', table)
        const run = new Run(engine)
        for (const each of commands) await each(run)
        await expectSameTable(run)
      } finally {
        await engine.close()
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

async function expectSameTable(run: Run): Promise<void> {
  const { Table: described } = await run.call('DescribeTable', {})
  expect(described.ItemCount).toBe(run.naive.items.length)
  for (const index of [undefined, ...run.naive.indexes]) {
    const { items } = await allPages(run, 'Scan', index ? { IndexName: index.name } : {})
    run.expectSameItems(items, run.naive.entries(index))
  }
}
