import { blobs, events, given, matches, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, stepIncluding, type Vector } from '../vector.ts'

const DOC = 'API_Query'
const TIER3 = 'dynamodb-conformance tier3 error-messages/query'
const SELECT = 'dynamodb-conformance tier1 query/select; dynoxide captures'
const EXTENDDB = 'ExtendDB tests of validation wording (us-east-1, 2026)'
const SEMANTICS = 'dynamodb-conformance tier1 query/keyConditionSemantics'
const PAGES = 'developerguide Query.Pagination'
const START = 'scylladb alternator test_query; dynalite actions/query'
const COMPOSITE = 'developerguide GSI.DesignPattern.MultiAttributeKeys'
const one = '1 validation error detected: '
const invalid = 'One or more parameter values were invalid: '

const event = (sk: number, more: object = {}) => ({ pk: { S: 'a' }, sk: { N: String(sk) }, ...more })
const fiveEvents = [1, 2, 3, 10, -5].map((sk) => event(sk))
const sorted = [-5, 1, 2, 3, 10].map((sk) => event(sk))

function ofEvents(condition: string, values: object = {}, options: object = {}) {
  return {
    TableName: 'Events',
    KeyConditionExpression: condition,
    ExpressionAttributeValues: { ':p': { S: 'a' }, ...values },
    ...options,
  }
}

function finds(name: string, source: string, condition: string, values: object, items: object[]): Vector {
  return {
    name,
    source,
    steps: [
      ...given(events, ...fiveEvents, { pk: { S: 'b' }, sk: { N: '2' } }),
      step('Query', ofEvents(condition, values), {
        Items: items,
        Count: items.length,
        ScannedCount: items.length,
      }),
    ],
  }
}

const order: Vector[] = [
  finds('reads a collection in the order of numbers', DOC, 'pk = :p', {}, sorted),
  finds('finds equality', DOC, 'pk = :p AND sk = :s', { ':s': { N: '2.0' } }, [event(2)]),
  finds('finds less', DOC, 'pk = :p AND sk < :s', { ':s': { N: '2' } }, [event(-5), event(1)]),
  finds('finds less or equal', DOC, 'pk = :p AND sk <= :s', { ':s': { N: '2' } }, [
    event(-5),
    event(1),
    event(2),
  ]),
  finds('finds greater', DOC, 'pk = :p AND sk > :s', { ':s': { N: '2' } }, [event(3), event(10)]),
  finds('finds greater or equal', DOC, 'pk = :p AND sk >= :s', { ':s': { N: '3' } }, [event(3), event(10)]),
  finds(
    'finds what is between, ends included',
    DOC,
    'pk = :p AND sk BETWEEN :s AND :t',
    { ':s': { N: '1' }, ':t': { N: '3' } },
    [event(1), event(2), event(3)],
  ),
  finds('takes the conditions in either order', SEMANTICS, 'sk > :s AND pk = :p', { ':s': { N: '3' } }, [
    event(10),
  ]),
  finds('takes a comparison from the other side', SEMANTICS, 'pk = :p AND :s < sk', { ':s': { N: '3' } }, [
    event(10),
  ]),
  {
    name: 'reads backwards',
    source: `${DOC}, ScanIndexForward`,
    steps: [
      ...given(events, ...fiveEvents),
      step('Query', ofEvents('pk = :p', {}, { ScanIndexForward: false }), {
        Items: [...sorted].reverse(),
        Count: 5,
        ScannedCount: 5,
      }),
    ],
  },
  {
    name: 'sorts text by UTF-8 bytes',
    source: 'developerguide HowItWorks.NamingRulesDataTypes: UTF-8 byte order',
    steps: [
      ...given(
        tracks,
        ...['é', 'b', 'B', '\u{1F600}', '\uFFFD', 'a'].map((title) => ({
          artist: { S: 'x' },
          title: { S: title },
        })),
      ),
      step(
        'Query',
        {
          TableName: 'Tracks',
          KeyConditionExpression: 'artist = :a',
          ExpressionAttributeValues: { ':a': { S: 'x' } },
          ProjectionExpression: 'title',
        },
        {
          Items: ['B', 'a', 'b', 'é', '\uFFFD', '\u{1F600}'].map((title) => ({ title: { S: title } })),
          Count: 6,
          ScannedCount: 6,
        },
      ),
    ],
  },
  {
    name: 'finds what begins with a text',
    source: `${DOC}; developerguide Query.KeyConditionExpressions`,
    steps: [
      ...given(
        tracks,
        ...['Ca', 'Call', 'Call Me', 'Calm', 'D'].map((title) => ({
          artist: { S: 'x' },
          title: { S: title },
        })),
      ),
      step(
        'Query',
        {
          TableName: 'Tracks',
          KeyConditionExpression: 'artist = :a AND begins_with(title, :t)',
          ExpressionAttributeValues: { ':a': { S: 'x' }, ':t': { S: 'Call' } },
          ProjectionExpression: 'title',
        },
        { Items: [{ title: { S: 'Call' } }, { title: { S: 'Call Me' } }], Count: 2, ScannedCount: 2 },
      ),
    ],
  },
  {
    name: 'sorts binary keys by unsigned bytes',
    source: 'dynamodb-conformance tier1 query/binaryKeys',
    steps: [
      step('CreateTable', {
        ...events,
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'B' },
        ],
      }),
      ...['gA==', 'AQ==', 'AQA=', 'fw=='].map((sk) =>
        step('PutItem', { TableName: 'Events', Item: { pk: { S: 'a' }, sk: { B: sk } } }),
      ),
      step('Query', ofEvents('pk = :p', {}, { ProjectionExpression: 'sk' }), {
        Items: ['AQ==', 'AQA=', 'fw==', 'gA=='].map((sk) => ({ sk: { B: sk } })),
        Count: 4,
        ScannedCount: 4,
      }),
    ],
  },
  {
    name: 'finds nothing in a collection that is not there',
    source: DOC,
    steps: [...given(events), step('Query', ofEvents('pk = :p'), { Items: [], Count: 0, ScannedCount: 0 })],
  },
]

const pages: Vector[] = [
  {
    name: 'goes on after the last key',
    source: PAGES,
    steps: [
      ...given(events, ...fiveEvents),
      step('Query', ofEvents('pk = :p', {}, { Limit: 3 }), {
        Items: sorted.slice(0, 3),
        Count: 3,
        ScannedCount: 3,
        LastEvaluatedKey: event(2),
      }),
      step('Query', ofEvents('pk = :p', {}, { Limit: 3, ExclusiveStartKey: event(2) }), {
        Items: sorted.slice(3),
        Count: 2,
        ScannedCount: 2,
      }),
    ],
  },
  {
    name: 'goes on backwards',
    source: PAGES,
    steps: [
      ...given(events, ...fiveEvents),
      step('Query', ofEvents('pk = :p', {}, { ScanIndexForward: false, ExclusiveStartKey: event(2) }), {
        Items: [event(1), event(-5)],
        Count: 2,
        ScannedCount: 2,
      }),
    ],
  },
  {
    name: 'returns a last key when the limit is reached, be it at the end',
    source: PAGES,
    steps: [
      ...given(events, ...fiveEvents),
      stepIncluding('Query', ofEvents('pk = :p', {}, { Limit: 5 }), {
        Count: 5,
        LastEvaluatedKey: event(10),
      }),
      step('Query', ofEvents('pk = :p', {}, { Limit: 5, ExclusiveStartKey: event(10) }), {
        Items: [],
        Count: 0,
        ScannedCount: 0,
      }),
      step('Query', ofEvents('pk = :p', {}, { Limit: 6 }), { Items: sorted, Count: 5, ScannedCount: 5 }),
    ],
  },
  {
    name: 'limits what is read, not what the filter lets through',
    source: PAGES,
    steps: [
      ...given(events, ...fiveEvents.map((each, n) => ({ ...each, odd: { BOOL: n === 4 } }))),
      step(
        'Query',
        ofEvents('pk = :p', { ':t': { BOOL: true } }, { FilterExpression: 'odd = :t', Limit: 2 }),
        {
          Items: [{ ...event(-5), odd: { BOOL: true } }],
          Count: 1,
          ScannedCount: 2,
          LastEvaluatedKey: event(1),
        },
      ),
      step(
        'Query',
        ofEvents(
          'pk = :p',
          { ':t': { BOOL: true } },
          { FilterExpression: 'odd = :t', Limit: 2, ExclusiveStartKey: event(1) },
        ),
        { Items: [], Count: 0, ScannedCount: 2, LastEvaluatedKey: event(3) },
      ),
    ],
  },
  {
    name: 'ends a page with the item that goes beyond 1 MB',
    source: 'dynamodb-conformance tier3 limits/responseSize; dynalite for the crossing item',
    steps: [
      ...given(events, ...[1, 2, 3, 4].map((sk) => event(sk, { p: { S: 'x'.repeat(399_000) } }))),
      step('Query', ofEvents('pk = :p', {}, { ProjectionExpression: 'sk' }), {
        Items: [1, 2, 3].map((sk) => ({ sk: { N: String(sk) } })),
        Count: 3,
        ScannedCount: 3,
        LastEvaluatedKey: event(3),
      }),
    ],
  },
  {
    name: 'has no last key for a query of one item',
    source: 'inferred: such a query cannot be restarted',
    steps: [
      ...given(events, ...fiveEvents),
      step('Query', ofEvents('pk = :p AND sk = :s', { ':s': { N: '2' } }, { Limit: 1 }), {
        Items: [event(2)],
        Count: 1,
        ScannedCount: 1,
      }),
    ],
  },
  {
    name: 'starts anywhere, be there an item or not',
    source: START,
    steps: [
      ...given(events, ...fiveEvents),
      step('Query', ofEvents('pk = :p', {}, { ExclusiveStartKey: event(4) }), {
        Items: [event(10)],
        Count: 1,
        ScannedCount: 1,
      }),
    ],
  },
]

function refusal(name: string, source: string, input: object, message: string): Vector {
  return {
    name,
    source,
    steps: [...given(events), ...given(things), ...given(blobs), refused('Query', input, message)],
  }
}

const startKeys: Vector[] = [
  refusal(
    'refuses a start key that lacks an attribute',
    START,
    ofEvents('pk = :p', {}, { ExclusiveStartKey: { pk: { S: 'a' } } }),
    'The provided starting key is invalid',
  ),
  refusal(
    'refuses a start key with more attributes',
    START,
    ofEvents('pk = :p', {}, { ExclusiveStartKey: event(1, { x: { S: 'y' } }) }),
    'The provided starting key is invalid',
  ),
  refusal(
    'refuses a start key of the wrong type',
    START,
    ofEvents('pk = :p', {}, { ExclusiveStartKey: { pk: { S: 'a' }, sk: { S: '1' } } }),
    'The provided starting key is invalid: The provided key element does not match the schema',
  ),
  refusal(
    'refuses a start key of another collection',
    START,
    ofEvents('pk = :p', {}, { ExclusiveStartKey: { pk: { S: 'b' }, sk: { N: '1' } } }),
    'The provided starting key is outside query boundaries based on provided conditions',
  ),
  refusal(
    'refuses a start key outside the condition',
    START,
    ofEvents('pk = :p AND sk > :s', { ':s': { N: '5' } }, { ExclusiveStartKey: event(2) }),
    'The provided starting key does not match the range key predicate',
  ),
  refusal(
    'refuses a start key for a query of one item',
    START,
    ofEvents('pk = :p AND sk = :s', { ':s': { N: '5' } }, { ExclusiveStartKey: event(5) }),
    'The query can return at most one row and cannot be restarted',
  ),
  refusal(
    'refuses a start key with a value that is none',
    'dynalite validations/query',
    ofEvents('pk = :p', {}, { ExclusiveStartKey: { pk: {}, sk: { N: '1' } } }),
    'The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  ),
]

const conditions: Vector[] = [
  refusal(
    'needs a key condition',
    TIER3,
    { TableName: 'Events' },
    'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
  ),
  refusal(
    'refuses an empty key condition',
    TIER3,
    ofEvents(''),
    'Invalid KeyConditionExpression: The expression can not be empty;',
  ),
  refusal(
    'misses the partition key',
    TIER3,
    {
      TableName: 'Events',
      KeyConditionExpression: 'sk = :s',
      ExpressionAttributeValues: { ':s': { N: '1' } },
    },
    'Query condition missed key schema element: pk',
  ),
  refusal(
    'misses the partition key among other attributes',
    TIER3,
    {
      TableName: 'Events',
      KeyConditionExpression: 'attr1 = :s',
      ExpressionAttributeValues: { ':s': { S: 'val' } },
    },
    'Query condition missed key schema element: pk',
  ),
  refusal(
    'wants the sort key for a second condition',
    'dynalite actions/query',
    ofEvents('pk = :p AND x = :s', { ':s': { N: '1' } }),
    'Query condition missed key schema element: sk',
  ),
  refusal(
    'wants equality on the partition key',
    'dynalite actions/query',
    ofEvents('pk > :p'),
    'Query key condition not supported',
  ),
  refusal(
    'wants the type of the key',
    'dynalite actions/query',
    ofEvents('pk = :p AND sk = :s', { ':s': { S: '1' } }),
    `${invalid}Condition parameter type does not match schema type`,
  ),
  refusal(
    'refuses OR',
    'scylladb alternator test_key_condition_expression',
    ofEvents('pk = :p OR sk = :s', { ':s': { N: '1' } }),
    'Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR',
  ),
  refusal(
    'refuses two conditions on one key',
    'scylladb alternator test_key_condition_expression',
    ofEvents('pk = :p AND sk > :s AND sk < :t', { ':s': { N: '1' }, ':t': { N: '3' } }),
    'Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key',
  ),
  refusal(
    'refuses bounds the wrong way round',
    'scylladb alternator test_condition_expression',
    ofEvents('pk = :p AND sk BETWEEN :s AND :t', { ':s': { N: '5' }, ':t': { N: '1' } }),
    'Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {N:1}',
  ),
  refusal(
    'refuses names that nothing uses',
    TIER3,
    ofEvents('pk = :p', {}, { ExpressionAttributeNames: { '#unused': 'someattr' } }),
    'Value provided in ExpressionAttributeNames unused in expressions: keys: {#unused}',
  ),
  refusal(
    'misses a name of the filter',
    TIER3,
    ofEvents('pk = :p', { ':f': { S: 'x' } }, { FilterExpression: '#missing = :f' }),
    'Invalid FilterExpression: An expression attribute name used in the document path is not defined; attribute name: #missing',
  ),
  refusal(
    'refuses a filter on a key',
    'dynalite actions/query',
    ofEvents('pk = :p', { ':s': { N: '1' } }, { FilterExpression: 'sk > :s' }),
    'Filter Expression can only contain non-primary key attributes: Primary key attribute: sk',
  ),
  refusal(
    'refuses values without expressions for them',
    'dynalite validations/index (names and values of placeholders)',
    {
      TableName: 'Events',
      ProjectionExpression: 'pk',
      ExpressionAttributeValues: { ':p': { S: 'a' } },
    },
    'ExpressionAttributeValues can only be specified when using expressions: FilterExpression and KeyConditionExpression are null',
  ),
  refusal(
    'refuses old and new parameters together',
    'dynalite validations: expressions and old parameters',
    ofEvents('pk = :p', {}, { QueryFilter: {}, AttributesToGet: ['pk'] }),
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet, QueryFilter} Expression parameters: {KeyConditionExpression}',
  ),
  refusal(
    'says which old parameter it does not read',
    'this engine: legacy parameters are not supported',
    { TableName: 'Events', KeyConditions: {} },
    'The legacy parameter KeyConditions is not supported here yet; use KeyConditionExpression',
  ),
  refusal(
    'refuses a limit of 0, without showing it',
    TIER3,
    ofEvents('pk = :p', {}, { Limit: 0 }),
    `${one}Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  ),
  refusal(
    'refuses an unknown Select',
    TIER3,
    ofEvents('pk = :p', {}, { Select: 'INVALID_VALUE' }),
    `${one}Value 'INVALID_VALUE' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]`,
  ),
  refusal(
    'refuses an index that is not there',
    'dynalite actions/query',
    ofEvents('pk = :p', {}, { IndexName: 'nowhere' }),
    'The table does not have the specified index: nowhere',
  ),
  {
    name: 'does not find a table that is not there',
    source: 'dynamodb-conformance tier3: Requested resource not found',
    steps: [notFound('Query', { ...ofEvents('pk = :p'), TableName: 'Nowhere' })],
  },
]

const track = (title: string, more: object = {}) => ({ artist: { S: 'x' }, title: { S: title }, ...more })
const ofTracks = (IndexName: string, condition: string, values: object, options: object = {}) => ({
  TableName: 'Tracks',
  IndexName,
  KeyConditionExpression: condition,
  ExpressionAttributeValues: values,
  ExpressionAttributeNames: { '#y': 'year' },
  ...options,
})
const { ExpressionAttributeNames: _, ...byLabel } = ofTracks('byLabel', 'label = :l', { ':l': { S: 'l' } })
const song = track('t', { year: { N: '1999' }, genre: { S: 'pop' }, price: { N: '9' }, note: { S: 'n' } })

function trackRefusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [...given(tracks, song), refused('Query', input, message)] }
}

const indexes: Vector[] = [
  {
    name: 'reads a global index: its keys, those of the table and what it includes',
    source: 'dynamodb-conformance tier1 query/gsi; developerguide GSI',
    steps: [
      ...given(tracks, song, track('u', { genre: { S: 'pop' } })),
      step(
        'Query',
        ofTracks('byGenre', 'genre = :g AND #y > :y', { ':g': { S: 'pop' }, ':y': { N: '1990' } }),
        {
          Items: [track('t', { year: { N: '1999' }, genre: { S: 'pop' }, price: { N: '9' } })],
          Count: 1,
          ScannedCount: 1,
        },
      ),
    ],
  },
  {
    name: 'reads a local index in its order, with keys only',
    source: 'dynamodb-conformance tier1 query/lsi; developerguide LSI',
    steps: [
      ...given(tracks, track('a', { year: { N: '3' } }), track('b', { year: { N: '1' } }), track('c')),
      step(
        'Query',
        {
          TableName: 'Tracks',
          IndexName: 'byYear',
          KeyConditionExpression: 'artist = :a',
          ExpressionAttributeValues: { ':a': { S: 'x' } },
          ConsistentRead: true,
        },
        {
          Items: [track('b', { year: { N: '1' } }), track('a', { year: { N: '3' } })],
          Count: 2,
          ScannedCount: 2,
        },
      ),
    ],
  },
  {
    name: 'tells a position in an index by all its keys and those of the table',
    source: 'scylladb alternator test_gsi',
    steps: [
      ...given(tracks, song),
      stepIncluding(
        'Query',
        {
          ...ofTracks('byGenre', 'genre = :g AND #y = :y', { ':g': { S: 'pop' }, ':y': { N: '1999' } }),
          Limit: 1,
        },
        {
          LastEvaluatedKey: {
            artist: { S: 'x' },
            title: { S: 't' },
            genre: { S: 'pop' },
            year: { N: '1999' },
          },
        },
      ),
    ],
  },
  {
    name: 'pages through entries that share their index keys',
    source: 'dynamodb-conformance tier1 query/gsiHashOnlyPagination',
    steps: [
      ...given(tracks, ...['a', 'b'].map((title) => track(title, { label: { S: 'l' } }))),
      stepIncluding(
        'Query',
        { ...byLabel, Limit: 1 },
        {
          Items: [track('a', { label: { S: 'l' } })],
          LastEvaluatedKey: track('a', { label: { S: 'l' } }),
        },
      ),
      step(
        'Query',
        { ...byLabel, ExclusiveStartKey: track('a', { label: { S: 'l' } }) },
        {
          Items: [track('b', { label: { S: 'l' } })],
          Count: 1,
          ScannedCount: 1,
        },
      ),
    ],
  },
  {
    name: 'filters a global index by the keys of the table',
    source: 'scylladb alternator test_gsi',
    steps: [
      ...given(tracks, ...['a', 'b'].map((title) => track(title, { label: { S: 'l' } }))),
      step(
        'Query',
        {
          ...byLabel,
          FilterExpression: 'title = :t',
          ExpressionAttributeValues: { ':l': { S: 'l' }, ':t': { S: 'b' } },
        },
        { Items: [track('b', { label: { S: 'l' } })], Count: 1, ScannedCount: 2 },
      ),
    ],
  },
  trackRefusal(
    'refuses consistent reads of a global index',
    TIER3,
    ofTracks(
      'byGenre',
      'genre = :g AND #y = :y',
      { ':g': { S: 'x' }, ':y': { N: '1' } },
      { ConsistentRead: true },
    ),
    'Consistent reads are not supported on global secondary indexes',
  ),
  trackRefusal(
    'refuses an empty key of the index',
    'dynoxide captures of index keys',
    { ...byLabel, ExpressionAttributeValues: { ':l': { S: '' } } },
    'One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byLabel, IndexKey: label',
  ),
  trackRefusal(
    'refuses a filter on a key of the index',
    'dynalite validations: expressions and old parameters',
    ofTracks(
      'byGenre',
      'genre = :g',
      { ':g': { S: 'x' }, ':y': { N: '1' } },
      { FilterExpression: '#y = :y' },
    ),
    'Filter Expression can only contain non-primary key attributes: Primary key attribute: year',
  ),
  trackRefusal(
    'refuses a start key that lacks a key of the table',
    'scylladb alternator test_gsi',
    { ...byLabel, ExclusiveStartKey: { label: { S: 'l' }, artist: { S: 'x' } } },
    'The provided starting key is invalid',
  ),
]

const select: Vector[] = [
  {
    name: 'counts only',
    source: SELECT,
    steps: [
      ...given(events, ...fiveEvents),
      step('Query', ofEvents('pk = :p', {}, { Select: 'COUNT' }), { Count: 5, ScannedCount: 5 }),
    ],
  },
  {
    name: 'fetches from the table what a local index lacks',
    source: 'developerguide LSI',
    steps: [
      ...given(tracks, song),
      step(
        'Query',
        {
          TableName: 'Tracks',
          IndexName: 'byYear',
          Select: 'ALL_ATTRIBUTES',
          KeyConditionExpression: 'artist = :a',
          ExpressionAttributeValues: { ':a': { S: 'x' } },
        },
        { Items: [song], Count: 1, ScannedCount: 1 },
      ),
      step(
        'Query',
        {
          TableName: 'Tracks',
          IndexName: 'byYear',
          ProjectionExpression: 'note',
          KeyConditionExpression: 'artist = :a',
          ExpressionAttributeValues: { ':a': { S: 'x' } },
        },
        { Items: [{ note: { S: 'n' } }], Count: 1, ScannedCount: 1 },
      ),
    ],
  },
  trackRefusal(
    'refuses all attributes of a global index that does not keep all',
    SELECT,
    {
      ...ofTracks('byGenre', 'genre = :g AND #y = :y', { ':g': { S: 'x' }, ':y': { N: '1' } }),
      Select: 'ALL_ATTRIBUTES',
    },
    `${invalid}Select type ALL_ATTRIBUTES is not supported for global secondary index byGenre because its projection type is not ALL`,
  ),
  trackRefusal(
    'refuses attributes that a global index does not keep',
    'wording of LocalStack, unconfirmed',
    {
      ...ofTracks('byGenre', 'genre = :g AND #y = :y', { ':g': { S: 'x' }, ':y': { N: '1' } }),
      ProjectionExpression: 'price, note',
    },
    `${invalid}Global secondary index byGenre does not project [note]`,
  ),
  refusal(
    'wants a projection for SPECIFIC_ATTRIBUTES, in the envelope',
    SELECT,
    ofEvents('pk = :p', {}, { Select: 'SPECIFIC_ATTRIBUTES' }),
    `${one}Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES`,
  ),
  refusal(
    'refuses a projection with ALL_ATTRIBUTES, in the envelope',
    EXTENDDB,
    ofEvents('pk = :p', {}, { Select: 'ALL_ATTRIBUTES', ProjectionExpression: 'sk' }),
    `${one}Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES`,
  ),
  refusal(
    'refuses a projection with COUNT, in the envelope',
    EXTENDDB,
    ofEvents('pk = :p', {}, { Select: 'COUNT', ProjectionExpression: 'sk' }),
    `${one}Cannot specify the ProjectionExpression when choosing to get only the Count`,
  ),
  refusal(
    'refuses projected attributes without an index',
    SELECT,
    ofEvents('pk = :p', {}, { Select: 'ALL_PROJECTED_ATTRIBUTES' }),
    'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
  ),
]

const match = (id: string, stage: string, score: number) => ({
  id: { S: id },
  tournament: { S: 't' },
  region: { S: 'eu' },
  stage: { S: stage },
  score: { N: String(score) },
})
const fourMatches = [
  match('1', 'final', 3),
  match('2', 'final', 20),
  match('3', 'semi', 1),
  match('4', 'semi', 2),
]

function ofMatches(condition: string, values: object = {}, options: object = {}) {
  return {
    TableName: 'Matches',
    IndexName: 'byTournament',
    KeyConditionExpression: condition,
    ExpressionAttributeNames: { '#r': 'region' },
    ExpressionAttributeValues: { ':t': { S: 't' }, ':r': { S: 'eu' }, ...values },
    ...options,
  }
}

const composite: Vector[] = [
  {
    name: 'reads an index of several key attributes in the order of its schema',
    source: COMPOSITE,
    steps: [
      ...given(matches, ...fourMatches, { ...match('5', 'final', 1), region: { S: 'us' } }),
      stepIncluding('Query', ofMatches('tournament = :t AND #r = :r'), {
        Items: fourMatches,
        Count: 4,
      }),
      stepIncluding(
        'Query',
        ofMatches('stage = :s AND #r = :r AND tournament = :t', { ':s': { S: 'final' } }),
        {
          Items: fourMatches.slice(0, 2),
          Count: 2,
        },
      ),
      stepIncluding(
        'Query',
        ofMatches('tournament = :t AND #r = :r AND stage = :s AND score > :n', {
          ':s': { S: 'final' },
          ':n': { N: '3' },
        }),
        { Items: [match('2', 'final', 20)], Count: 1 },
      ),
    ],
  },
  {
    name: 'leaves out items that lack one of several key attributes',
    source: 'scylladb alternator test_gsi_composite_keys',
    steps: [
      ...given(matches, {
        id: { S: '1' },
        tournament: { S: 't' },
        region: { S: 'eu' },
        stage: { S: 'final' },
      }),
      step(
        'Scan',
        { TableName: 'Matches', IndexName: 'byTournament' },
        { Items: [], Count: 0, ScannedCount: 0 },
      ),
    ],
  },
  {
    name: 'tells a position by all key attributes',
    source: 'scylladb alternator test_gsi_composite_keys',
    steps: [
      ...given(matches, ...fourMatches),
      stepIncluding('Query', ofMatches('tournament = :t AND #r = :r', {}, { Limit: 1 }), {
        LastEvaluatedKey: match('1', 'final', 3),
      }),
      stepIncluding(
        'Query',
        ofMatches('tournament = :t AND #r = :r', {}, { ExclusiveStartKey: match('1', 'final', 3) }),
        { Items: fourMatches.slice(1) },
      ),
    ],
  },
  {
    name: 'wants equality on every partition key attribute',
    source: 'scylladb alternator test_gsi_composite_keys, keywords only',
    steps: [
      ...given(matches),
      refused(
        'Query',
        {
          TableName: 'Matches',
          IndexName: 'byTournament',
          KeyConditionExpression: 'tournament = :t',
          ExpressionAttributeValues: { ':t': { S: 't' } },
        },
        'Query condition missed key schema element: region; every HASH key attribute of the index needs an equality condition',
      ),
    ],
  },
]

export const queryVectors: Vector[] = [
  ...order,
  ...pages,
  ...startKeys,
  ...conditions,
  ...indexes,
  ...select,
  ...composite,
]
