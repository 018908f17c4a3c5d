import { given, things, tracks } from '../givenTables.ts'
import { step, stepIncluding, type Vector } from '../vector.ts'

const READS = 'developerguide read-write-operations'
const WRITES = 'developerguide read-write-operations; dynoxide captures'
const INDEXES = 'developerguide GSI.ThroughputConsiderations; dynoxide captures'
const SHAPE = 'API_ConsumedCapacity; dynoxide captures'

const key = (pk: string) => ({ pk: { S: pk } })
/** An item that measures so many bytes: pk and its one letter are 3, the name of the filling is 1. */
const sized = (pk: string, bytes: number) => ({ ...key(pk), f: { S: 'x'.repeat(bytes - 4) } })
const capacity = (units: number) => ({ ConsumedCapacity: { TableName: 'Things', CapacityUnits: units } })
const total = { ReturnConsumedCapacity: 'TOTAL' }

function getCosts(name: string, bytes: number, options: object, units: number): Vector {
  return {
    name,
    source: READS,
    steps: [
      ...given(things, sized('a', bytes)),
      stepIncluding('GetItem', { TableName: 'Things', Key: key('a'), ...total, ...options }, capacity(units)),
    ],
  }
}

const reads: Vector[] = [
  getCosts('reads 4 KB for half a unit', 4096, {}, 0.5),
  getCosts('reads 4 KB consistently for one unit', 4096, { ConsistentRead: true }, 1),
  getCosts('reads a byte more for another', 4097, { ConsistentRead: true }, 2),
  getCosts('gives no discount for a projection', 9000, { ProjectionExpression: 'pk' }, 1.5),
  {
    name: 'reads nothing for the minimum',
    source: READS,
    steps: [
      ...given(things),
      step('GetItem', { TableName: 'Things', Key: key('a'), ...total }, capacity(0.5)),
      step('GetItem', { TableName: 'Things', Key: key('a'), ConsistentRead: true, ...total }, capacity(1)),
      stepIncluding('Scan', { TableName: 'Things', ConsistentRead: true, ...total }, capacity(1)),
    ],
  },
  {
    name: 'rounds a page once, and counts what the filter drops',
    source: 'dynamodb-conformance tier1 scan/consumedCapacity',
    steps: [
      ...given(things, sized('a', 3000), sized('b', 3000), sized('c', 3000)),
      stepIncluding('Scan', { TableName: 'Things', ...total }, { Count: 3, ...capacity(1.5) }),
      stepIncluding(
        'Scan',
        {
          TableName: 'Things',
          ...total,
          FilterExpression: 'pk = :v',
          ExpressionAttributeValues: { ':v': { S: 'nothing' } },
          ProjectionExpression: 'pk',
        },
        { Count: 0, ScannedCount: 3, ...capacity(1.5) },
      ),
    ],
  },
  {
    name: 'says nothing unless asked',
    source: SHAPE,
    steps: [
      ...given(things),
      step('GetItem', { TableName: 'Things', Key: key('a') }, {}),
      step('GetItem', { TableName: 'Things', Key: key('a'), ReturnConsumedCapacity: 'NONE' }, {}),
    ],
  },
  {
    name: 'tells the share of the table with INDEXES',
    source: SHAPE,
    steps: [
      ...given(things),
      step(
        'GetItem',
        { TableName: 'Things', Key: key('a'), ReturnConsumedCapacity: 'INDEXES' },
        { ConsumedCapacity: { TableName: 'Things', CapacityUnits: 0.5, Table: { CapacityUnits: 0.5 } } },
      ),
    ],
  },
]

const put = (item: object) => ({ TableName: 'Things', Item: item, ...total })

const writes: Vector[] = [
  {
    name: 'writes 1 KB for one unit and a byte more for two',
    source: WRITES,
    steps: [
      ...given(things),
      step('PutItem', put(sized('a', 1024)), capacity(1)),
      step('PutItem', put(sized('b', 1025)), capacity(2)),
    ],
  },
  {
    name: 'pays for the larger of the item before and after',
    source: WRITES,
    steps: [
      ...given(things, sized('a', 3000)),
      step('PutItem', put(key('a')), capacity(3)),
      step('PutItem', put(key('a')), capacity(1)),
      step(
        'UpdateItem',
        {
          TableName: 'Things',
          Key: key('a'),
          UpdateExpression: 'SET f = :f',
          ExpressionAttributeValues: { ':f': { S: 'x'.repeat(2000) } },
          ...total,
        },
        capacity(2),
      ),
      step('DeleteItem', { TableName: 'Things', Key: key('a'), ...total }, capacity(2)),
      step('DeleteItem', { TableName: 'Things', Key: key('a'), ...total }, capacity(1)),
    ],
  },
]

const base = { artist: { S: 'a' }, title: { S: 't' } }

function trackCosts(before: object[], item: object, ConsumedCapacity: object) {
  return [
    ...given(tracks, ...before.map((each) => ({ ...base, ...each }))),
    step(
      'PutItem',
      { TableName: 'Tracks', Item: { ...base, ...item }, ReturnConsumedCapacity: 'INDEXES' },
      { ConsumedCapacity: { TableName: 'Tracks', ...ConsumedCapacity } },
    ),
  ]
}

const one = { CapacityUnits: 1 }
const two = { CapacityUnits: 2 }

const amplification: Vector[] = [
  {
    name: 'pays nothing for indexes that an item is not in',
    source: INDEXES,
    steps: trackCosts([], {}, { CapacityUnits: 1, Table: one }),
  },
  {
    name: 'pays once for each index that an item comes into',
    source: INDEXES,
    steps: trackCosts(
      [],
      { year: { N: '1' }, genre: { S: 'g' }, label: { S: 'l' } },
      {
        CapacityUnits: 4,
        Table: one,
        LocalSecondaryIndexes: { byYear: one },
        GlobalSecondaryIndexes: { byGenre: one, byLabel: one },
      },
    ),
  },
  {
    name: 'pays once for each index that an item goes out of',
    source: INDEXES,
    steps: trackCosts(
      [{ label: { S: 'l' } }],
      {},
      {
        CapacityUnits: 2,
        Table: one,
        GlobalSecondaryIndexes: { byLabel: one },
      },
    ),
  },
  {
    name: 'pays twice when an index key changes',
    source: INDEXES,
    steps: trackCosts(
      [{ label: { S: 'l' } }],
      { label: { S: 'm' } },
      {
        CapacityUnits: 3,
        Table: one,
        GlobalSecondaryIndexes: { byLabel: two },
      },
    ),
  },
  {
    name: 'pays nothing for an index that does not keep what changes',
    source: INDEXES,
    steps: trackCosts(
      [{ year: { N: '1' }, genre: { S: 'g' }, note: { S: 'a' } }],
      { year: { N: '1' }, genre: { S: 'g' }, note: { S: 'b' } },
      { CapacityUnits: 1, Table: one },
    ),
  },
  {
    name: 'pays once for an index that keeps what changes',
    source: INDEXES,
    steps: trackCosts(
      [{ year: { N: '1' }, genre: { S: 'g' }, price: { N: '1' } }],
      { year: { N: '1' }, genre: { S: 'g' }, price: { N: '2' } },
      { CapacityUnits: 2, Table: one, GlobalSecondaryIndexes: { byGenre: one } },
    ),
  },
  {
    name: 'does not take another order in a set for a change',
    source: INDEXES,
    steps: trackCosts(
      [{ label: { S: 'l' }, tags: { SS: ['x', 'y'] } }],
      { label: { S: 'l' }, tags: { SS: ['y', 'x'] } },
      { CapacityUnits: 1, Table: one },
    ),
  },
  {
    name: 'measures an index by what it keeps',
    source: INDEXES,
    steps: trackCosts(
      [],
      { year: { N: '1' }, label: { S: 'l' }, note: { S: 'x'.repeat(2000) } },
      {
        CapacityUnits: 5,
        Table: two,
        LocalSecondaryIndexes: { byYear: one },
        GlobalSecondaryIndexes: { byLabel: two },
      },
    ),
  },
  {
    name: 'reads an index at the price of its entries, and the table at none',
    source: SHAPE,
    steps: [
      ...given(tracks, { ...base, year: { N: '1' }, note: { S: 'x'.repeat(9000) } }),
      stepIncluding(
        'Scan',
        { TableName: 'Tracks', IndexName: 'byYear', ReturnConsumedCapacity: 'INDEXES' },
        {
          ConsumedCapacity: {
            TableName: 'Tracks',
            CapacityUnits: 0.5,
            Table: { CapacityUnits: 0 },
            LocalSecondaryIndexes: { byYear: { CapacityUnits: 0.5 } },
          },
        },
      ),
    ],
  },
  {
    name: 'pays for each item that a local index fetches',
    source: 'dynoxide captures: three items of 9 KB cost 4.5',
    steps: [
      ...given(
        tracks,
        ...['1', '2', '3'].map((title) => ({
          artist: { S: 'a' },
          title: { S: title },
          year: { N: title },
          note: { S: 'x'.repeat(9000) },
        })),
      ),
      stepIncluding(
        'Query',
        {
          TableName: 'Tracks',
          IndexName: 'byYear',
          Select: 'ALL_ATTRIBUTES',
          KeyConditionExpression: 'artist = :a',
          ExpressionAttributeValues: { ':a': { S: 'a' } },
          ReturnConsumedCapacity: 'INDEXES',
        },
        {
          Count: 3,
          ConsumedCapacity: {
            TableName: 'Tracks',
            CapacityUnits: 5,
            Table: { CapacityUnits: 4.5 },
            LocalSecondaryIndexes: { byYear: { CapacityUnits: 0.5 } },
          },
        },
      ),
    ],
  },
]

export const capacityVectors: Vector[] = [...reads, ...writes, ...amplification]
