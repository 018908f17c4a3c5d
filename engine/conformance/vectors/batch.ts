import { blobs, events, given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, type Vector } from '../vector.ts'

const GET = 'dynamodb-conformance tier3 error-messages/batchGetItem'
const WRITE = 'dynamodb-conformance tier3 error-messages/batchWriteItem'
const one = '1 validation error detected: '
const mismatch = 'The provided key element does not match the schema'
const duplicates = 'Provided list of item keys contains duplicates'
const notValid = 'One or more parameter values are not valid. '

const key = (pk: string) => ({ pk: { S: pk } })
const keys = (count: number) => Array.from({ length: count }, (_, n) => key(`k${n}`))
const get = (request: object, options: object = {}) => ({ RequestItems: { Things: request }, ...options })
const write = (...requests: object[]) => ({ RequestItems: { Things: requests } })
const put = (Item: object) => ({ PutRequest: { Item } })
const del = (Key: object) => ({ DeleteRequest: { Key } })

function getRefusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [...given(things), ...given(blobs), refused('BatchGetItem', input, message)] }
}

function writeRefusal(name: string, source: string, input: object, message: string): Vector {
  return {
    name,
    source,
    steps: [
      ...given(things),
      ...given(blobs),
      ...given(tracks),
      refused('BatchWriteItem', input, message),
      step('Scan', { TableName: 'Things' }, { Items: [], Count: 0, ScannedCount: 0 }),
    ],
  }
}

const reads: Vector[] = [
  {
    name: 'reads what is there and leaves out the rest',
    source: 'API_BatchGetItem',
    steps: [
      ...given(things, { ...key('a'), x: { S: '1' } }),
      step('BatchGetItem', get({ Keys: [key('a'), key('b')] }), {
        Responses: { Things: [{ ...key('a'), x: { S: '1' } }] },
        UnprocessedKeys: {},
      }),
    ],
  },
  {
    name: 'reads from several tables, each with its projection',
    source: 'API_BatchGetItem',
    steps: [
      ...given(things, { ...key('a'), x: { S: '1' } }),
      ...given(events, { ...key('a'), sk: { N: '1' }, y: { S: '2' } }),
      step(
        'BatchGetItem',
        {
          RequestItems: {
            Things: { Keys: [key('a')], ProjectionExpression: 'x' },
            Events: {
              Keys: [{ ...key('a'), sk: { N: '1' } }],
              ProjectionExpression: '#y',
              ExpressionAttributeNames: { '#y': 'y' },
            },
          },
        },
        { Responses: { Things: [{ x: { S: '1' } }], Events: [{ y: { S: '2' } }] }, UnprocessedKeys: {} },
      ),
    ],
  },
  {
    name: 'answers an empty list for a table of which it finds nothing',
    source: 'API_BatchGetItem',
    steps: [
      ...given(things),
      step('BatchGetItem', get({ Keys: [key('a')] }), { Responses: { Things: [] }, UnprocessedKeys: {} }),
    ],
  },
  {
    name: 'counts each key by itself',
    source: 'developerguide read-write-operations, BatchGetItem',
    steps: [
      ...given(things, { ...key('a'), x: { S: 'x'.repeat(5000) } }),
      step(
        'BatchGetItem',
        get({ Keys: [key('a'), key('b')], ConsistentRead: true }, { ReturnConsumedCapacity: 'TOTAL' }),
        {
          Responses: { Things: [{ ...key('a'), x: { S: 'x'.repeat(5000) } }] },
          UnprocessedKeys: {},
          ConsumedCapacity: [{ TableName: 'Things', CapacityUnits: 3 }],
        },
      ),
    ],
  },
  getRefusal(
    'needs requests to read',
    `${GET}; capture 2026-08-12`,
    { RequestItems: {} },
    'The requestItems parameter is required for BatchGetItem',
  ),
  getRefusal(
    'needs the member itself',
    'dynalite validations, requiredMap',
    {},
    'The requestItems parameter is required for BatchGetItem',
  ),
  getRefusal(
    'needs keys to read',
    'service model, KeysAndAttributes',
    get({}),
    `${one}Value null at 'requestItems.Things.member.keys' failed to satisfy constraint: Member must not be null`,
  ),
  getRefusal(
    'reads at most 100 keys of a table',
    GET,
    get({ Keys: keys(101) }),
    `${one}Value at 'RequestItems.Things.member.Keys' failed to satisfy constraint: Member must have length less than or equal to 100`,
  ),
  getRefusal(
    'reads at most 100 keys in all',
    'API_BatchGetItem',
    { RequestItems: { Things: { Keys: keys(60) }, Blobs: { Keys: keys(60) } } },
    'Too many items requested for the BatchGetItem call',
  ),
  getRefusal('refuses one key twice', GET, get({ Keys: [key('a'), key('a')] }), duplicates),
  {
    name: 'refuses one number key twice, however written',
    source: 'dynamodb-conformance tier1 putItem/numericKeys',
    steps: [
      ...given(events),
      refused(
        'BatchGetItem',
        {
          RequestItems: {
            Events: {
              Keys: [
                { ...key('a'), sk: { N: '1' } },
                { sk: { N: '1.0' }, ...key('a') },
              ],
            },
          },
        },
        duplicates,
      ),
    ],
  },
  getRefusal('wants keys as the schema has them', GET, get({ Keys: [{ pk: { N: '1' } }] }), mismatch),
  getRefusal(
    'refuses an empty binary key to read',
    GET,
    { RequestItems: { Blobs: { Keys: [{ pk: { B: '' } }] } } },
    `${notValid}The AttributeValue for a key attribute cannot contain an empty binary value. Key: pk`,
  ),
  getRefusal(
    'refuses old and new parameters together',
    GET,
    get({ Keys: [key('a')], AttributesToGet: ['pk'], ProjectionExpression: 'pk' }),
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}',
  ),
  getRefusal(
    'refuses them together in different tables too',
    GET,
    {
      RequestItems: {
        Things: { Keys: [key('a')], ProjectionExpression: 'pk' },
        Blobs: { Keys: [{ pk: { B: 'AQ==' } }], AttributesToGet: ['pk'] },
      },
    },
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}',
  ),
  getRefusal(
    'reads projections before items',
    GET,
    get({
      Keys: [key('a')],
      ProjectionExpression: '#a, #b',
      ExpressionAttributeNames: { '#a': 'a', '#b': 'a' },
    }),
    'Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]',
  ),
  {
    name: 'reads nothing when one table is not there',
    source: GET,
    steps: [
      ...given(things, key('a')),
      notFound('BatchGetItem', {
        RequestItems: { Things: { Keys: [key('a')] }, Nowhere: { Keys: [key('a')] } },
      }),
    ],
  },
]

const writes: Vector[] = [
  {
    name: 'puts and deletes in several tables',
    source: 'API_BatchWriteItem',
    steps: [
      ...given(things, key('old')),
      ...given(events),
      step(
        'BatchWriteItem',
        {
          RequestItems: {
            Things: [put({ ...key('new'), x: { N: '1' } }), del(key('old'))],
            Events: [put({ ...key('a'), sk: { N: '1' } })],
          },
        },
        { UnprocessedItems: {} },
      ),
      step(
        'Scan',
        { TableName: 'Things' },
        { Items: [{ ...key('new'), x: { N: '1' } }], Count: 1, ScannedCount: 1 },
      ),
      step(
        'Scan',
        { TableName: 'Events' },
        { Items: [{ ...key('a'), sk: { N: '1' } }], Count: 1, ScannedCount: 1 },
      ),
    ],
  },
  {
    name: 'counts each write by itself, indexes too',
    source: 'developerguide GSI.ThroughputConsiderations; dynoxide captures',
    steps: [
      ...given(tracks),
      step(
        'BatchWriteItem',
        {
          RequestItems: {
            Tracks: [
              put({ artist: { S: 'a' }, title: { S: 't' }, year: { N: '1' }, x: { S: 'x'.repeat(2000) } }),
              del({ artist: { S: 'a' }, title: { S: 'nothing' } }),
            ],
          },
          ReturnConsumedCapacity: 'INDEXES',
        },
        {
          UnprocessedItems: {},
          ConsumedCapacity: [
            {
              TableName: 'Tracks',
              CapacityUnits: 4,
              Table: { CapacityUnits: 3 },
              LocalSecondaryIndexes: { byYear: { CapacityUnits: 1 } },
            },
          ],
        },
      ),
    ],
  },
  {
    name: 'estimates each item collection once',
    source: 'API_BatchWriteItem, ItemCollectionMetrics',
    steps: [
      ...given(tracks),
      step(
        'BatchWriteItem',
        {
          RequestItems: {
            Tracks: [
              put({ artist: { S: 'a' }, title: { S: '1' } }),
              put({ artist: { S: 'a' }, title: { S: '2' } }),
            ],
          },
          ReturnItemCollectionMetrics: 'SIZE',
        },
        {
          UnprocessedItems: {},
          ItemCollectionMetrics: {
            Tracks: [{ ItemCollectionKey: { artist: { S: 'a' } }, SizeEstimateRangeGB: [0, 1] }],
          },
        },
      ),
    ],
  },
  writeRefusal(
    'needs requests to write',
    WRITE,
    { RequestItems: {} },
    'The requestItems parameter is required for BatchWriteItem',
  ),
  writeRefusal(
    'writes at most 25 items in all',
    'API_BatchWriteItem, unconfirmed wording',
    {
      RequestItems: {
        Things: keys(20).map(put),
        Tracks: keys(6).map(({ pk }) => put({ artist: pk, title: pk })),
      },
    },
    'Too many items requested for the BatchWriteItem call',
  ),
  writeRefusal(
    'refuses an empty list of requests',
    'service model, WriteRequests',
    write(),
    `${one}Value '{Things=[]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]`,
  ),
  writeRefusal(
    'refuses a put and a delete of one item',
    WRITE,
    write(put(key('a')), del(key('a'))),
    duplicates,
  ),
  writeRefusal('refuses two puts of one item', WRITE, write(put(key('a')), put(key('a'))), duplicates),
  writeRefusal(
    'refuses a request that is neither put nor delete',
    'dynalite validations/batchWriteItem',
    write({}),
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  ),
  writeRefusal(
    'wants keys as the schema has them, and says no more',
    WRITE,
    write(put({ pk: { N: '5' } })),
    mismatch,
  ),
  writeRefusal('misses a key in the same words', WRITE, write(put({ x: { N: '5' } })), mismatch),
  writeRefusal(
    'refuses an empty key',
    WRITE,
    write(put({ pk: { S: '' } })),
    `${notValid}The AttributeValue for a key attribute cannot contain an empty string value. Key: pk`,
  ),
  writeRefusal(
    'refuses an empty binary key to delete',
    WRITE,
    { RequestItems: { Blobs: [del({ pk: { B: '' } })] } },
    `${notValid}The AttributeValue for a key attribute cannot contain an empty binary value. Key: pk`,
  ),
  writeRefusal(
    'refuses all for one bad index key',
    WRITE,
    {
      RequestItems: {
        Things: [put(key('a'))],
        Tracks: [put({ artist: { S: 'a' }, title: { S: 't' }, label: { L: [{ S: 'x' }] } })],
      },
    },
    'One or more parameter values were invalid: Type mismatch for Index Key label Expected: S Actual: L IndexName: byLabel',
  ),
  writeRefusal(
    'refuses an empty index key',
    WRITE,
    { RequestItems: { Tracks: [put({ artist: { S: 'a' }, title: { S: 't' }, label: { S: '' } })] } },
    `${notValid}A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byLabel, IndexKey: label`,
  ),
  writeRefusal(
    'refuses an item of more than 400 KB',
    'dynamodb-conformance tier3 limits/itemSizeBySurface',
    write(put({ ...key('a'), p: { S: 'x'.repeat(409_597) } })),
    'Item size has exceeded the maximum allowed size',
  ),
  {
    name: 'writes nothing when one table is not there',
    source: WRITE,
    steps: [
      ...given(things),
      notFound('BatchWriteItem', { RequestItems: { Things: [put(key('a'))], Nowhere: [put(key('a'))] } }),
      step('Scan', { TableName: 'Things' }, { Items: [], Count: 0, ScannedCount: 0 }),
    ],
  },
  {
    name: 'refuses a list that is none',
    source: 'dynalite capture of SerializationException',
    steps: [
      refused('BatchWriteItem', { RequestItems: 'x' }, 'Unexpected field type', 'SerializationException'),
      refused(
        'BatchWriteItem',
        { RequestItems: [] },
        'Unrecognized collection type java.util.Map<java.lang.String, java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>>',
        'SerializationException',
      ),
    ],
  },
]

const many: Vector[] = [
  {
    name: 'reads 52 of 100 items of 300 KB and leaves the rest unprocessed',
    source: 'API_BatchGetItem: the system returns 52 items',
    steps: [
      ...given(things, ...keys(53).map((each) => ({ ...each, p: { S: 'x'.repeat(300 * 1024 - 5) } }))),
      step('BatchGetItem', get({ Keys: keys(53), ProjectionExpression: 'pk' }), {
        Responses: { Things: keys(52) },
        UnprocessedKeys: { Things: { Keys: [key('k52')], ProjectionExpression: 'pk' } },
      }),
    ],
  },
]

export const batchVectors: Vector[] = [...reads, ...writes, ...many]
