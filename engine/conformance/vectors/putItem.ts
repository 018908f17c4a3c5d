import { blobs, events, given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, type Vector } from '../vector.ts'

const TIER3 = 'dynamodb-conformance tier3 error-messages/putItem'
const ORDER = 'dynamodb-conformance tier3 validation-ordering/putItem'
const EMPTY = 'dynamodb-conformance tier3 limits/emptyValues'
const KEYS = 'dynoxide captures of key errors'
const DYNALITE = 'dynalite validations/putItem'
const invalid = 'One or more parameter values were invalid: '
const notValid = 'One or more parameter values are not valid. '
const one = '1 validation error detected: '

const table = { TableName: 'Things' }
const put = (item: object, options: object = {}) => ({ ...table, Item: item, ...options })
const a = { pk: { S: 'a' } }

function refusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [...given(things), refused('PutItem', input, message)] }
}

function stores(name: string, source: string, item: object, stored: object = item): Vector {
  return {
    name,
    source,
    steps: [...given(things, item), step('GetItem', { ...table, Key: a }, { Item: stored })],
  }
}

const effects: Vector[] = [
  {
    name: 'answers nothing unless asked',
    source: 'API_PutItem',
    steps: [...given(things), step('PutItem', put(a), {})],
  },
  {
    name: 'replaces the whole item',
    source: 'API_PutItem',
    steps: [
      ...given(things, { ...a, x: { S: 'old' }, y: { S: 'gone' } }, { ...a, x: { S: 'new' } }),
      step('GetItem', { ...table, Key: a }, { Item: { ...a, x: { S: 'new' } } }),
    ],
  },
  {
    name: 'returns the item that it replaced',
    source: 'API_PutItem, ReturnValues',
    steps: [
      ...given(things),
      step('PutItem', put({ ...a, x: { N: '1' } }, { ReturnValues: 'ALL_OLD' }), {}),
      step('PutItem', put(a, { ReturnValues: 'ALL_OLD' }), { Attributes: { ...a, x: { N: '1' } } }),
      step('PutItem', put(a, { ReturnValues: 'NONE' }), {}),
    ],
  },
  stores('keeps all ten types', 'API_AttributeValue', {
    ...a,
    s: { S: 'text' },
    n: { N: '12.5' },
    b: { B: 'AQID' },
    bool: { BOOL: false },
    nothing: { NULL: true },
    ss: { SS: ['x', 'y'] },
    ns: { NS: ['1', '2'] },
    bs: { BS: ['AQ==', 'Ag=='] },
    l: { L: [{ S: 'x' }, { L: [] }] },
    m: { M: { k: { M: {} } } },
  }),
  stores(
    'writes numbers in their plain form',
    'dynamodb-conformance tier1 putItem/dataTypes',
    { ...a, n: { N: '1.5E2' }, o: { N: '00042' }, p: { N: '3.1400' }, q: { N: '-0' } },
    { ...a, n: { N: '150' }, o: { N: '42' }, p: { N: '3.14' }, q: { N: '0' } },
  ),
  stores('keeps empty strings, binaries, lists and maps', EMPTY, {
    ...a,
    s: { S: '' },
    b: { B: '' },
    l: { L: [] },
    m: { M: {} },
  }),
  stores('takes any attribute name', 'developerguide HowItWorks.NamingRulesDataTypes', {
    ...a,
    __proto__x: { S: '1' },
    'a.b[0]': { S: '2' },
  }),
  {
    name: 'takes a number key for what it is worth',
    source: 'dynamodb-conformance tier1 putItem/numericKeys',
    steps: [
      ...given(
        events,
        { ...a, sk: { N: '1000' }, v: { S: 'first' } },
        { ...a, sk: { N: '1e3' }, v: { S: 'second' } },
      ),
      step(
        'GetItem',
        { TableName: 'Events', Key: { ...a, sk: { N: '1000.0' } } },
        { Item: { ...a, sk: { N: '1000' }, v: { S: 'second' } } },
      ),
    ],
  },
  {
    name: 'takes the ARN of a table for its name, and echoes it',
    source: 'API_PutItem, TableName',
    steps: [
      ...given(things),
      step(
        'PutItem',
        {
          TableName: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things',
          Item: a,
          ReturnConsumedCapacity: 'TOTAL',
        },
        {
          ConsumedCapacity: {
            TableName: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things',
            CapacityUnits: 1,
          },
        },
      ),
      notFound('PutItem', {
        TableName: 'arn:aws:dynamodb:eu-west-2:000000000000:table/Things',
        Item: a,
      }),
    ],
  },
  {
    name: 'does not find a table that is not there',
    source: 'dynamodb-conformance tier3: Requested resource not found',
    steps: [notFound('PutItem', { TableName: 'Nowhere', Item: a })],
  },
]

const conditions: Vector[] = [
  {
    name: 'puts only what is not there yet',
    source: 'dynamodb-conformance tier1 putItem/conditions',
    steps: [
      ...given(things),
      step('PutItem', put(a, { ConditionExpression: 'attribute_not_exists(pk)' }), {}),
      refused(
        'PutItem',
        put(a, { ConditionExpression: 'attribute_not_exists(pk)' }),
        'The conditional request failed',
        'ConditionalCheckFailedException',
      ),
    ],
  },
  {
    name: 'judges a missing item as one without attributes',
    source: 'scylladb alternator test_condition_expression',
    steps: [
      ...given(things),
      step(
        'PutItem',
        put(a, { ConditionExpression: 'x <> :v', ExpressionAttributeValues: { ':v': { S: 'q' } } }),
        {},
      ),
      refused(
        'PutItem',
        put({ pk: { S: 'b' } }, { ConditionExpression: 'attribute_exists(pk)' }),
        'The conditional request failed',
        'ConditionalCheckFailedException',
      ),
    ],
  },
  {
    name: 'shows the item that failed the condition when asked',
    source: 'API_PutItem, ReturnValuesOnConditionCheckFailure',
    steps: [
      ...given(things, { ...a, n: { N: '1' } }),
      {
        operation: 'PutItem',
        input: put(a, {
          ConditionExpression: 'n > :v',
          ExpressionAttributeValues: { ':v': { N: '5' } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
        error: {
          name: 'ConditionalCheckFailedException',
          message: 'The conditional request failed',
          details: { Item: { ...a, n: { N: '1' } } },
        },
      },
    ],
  },
]

const constraints: Vector[] = [
  refusal(
    'needs a table name',
    TIER3,
    { Item: a },
    `${one}Value null at 'tableName' failed to satisfy constraint: Member must not be null`,
  ),
  refusal(
    'refuses an empty table name',
    TIER3,
    { TableName: '', Item: a },
    `${one}Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1`,
  ),
  refusal(
    'refuses a table name of 256 characters',
    TIER3,
    { TableName: 'a'.repeat(256), Item: a },
    `${one}Value '${'a'.repeat(256)}' at 'tableName' failed to satisfy constraint: Member must have length less than or equal to 255`,
  ),
  refusal(
    'refuses other characters in a table name',
    TIER3,
    { TableName: 'bad table!@#', Item: a },
    `${one}Value 'bad table!@#' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+`,
  ),
  refusal(
    'judges the table name first and alone',
    ORDER,
    { TableName: 'x!', ReturnValues: 'INVALID' },
    `${one}Value 'x!' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+`,
  ),
  refusal(
    'reports three bad enumerations together',
    ORDER,
    put(a, {
      ReturnConsumedCapacity: 'INVALID',
      ReturnItemCollectionMetrics: 'INVALID',
      ReturnValues: 'INVALID',
    }),
    "3 validation errors detected: Value 'INVALID' at 'returnConsumedCapacity' failed to satisfy constraint: " +
      "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value 'INVALID' at 'returnItemCollectionMetrics' " +
      "failed to satisfy constraint: Member must satisfy enum value set: [SIZE, NONE]; Value 'INVALID' at 'returnValues' " +
      'failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]',
  ),
  refusal(
    'needs an item',
    'service model, PutItemInput',
    table,
    `${one}Value null at 'item' failed to satisfy constraint: Member must not be null`,
  ),
  refusal(
    'shows no more than the old item',
    DYNALITE,
    put(a, { ReturnValues: 'ALL_NEW' }),
    `${one}ReturnValues can only be ALL_OLD or NONE`,
  ),
  {
    name: 'shows no more than the old item, in the words of 2025',
    source: DYNALITE,
    messages: '2025',
    steps: [
      ...given(things),
      refused('PutItem', put(a, { ReturnValues: 'UPDATED_NEW' }), 'ReturnValues can only be ALL_OLD or NONE'),
    ],
  },
  {
    name: 'lets JSON of the wrong kind outrank everything',
    source: 'dynalite captures of SerializationException',
    steps: [
      refused(
        'PutItem',
        { TableName: 'bad!', Item: { pk: { S: 5 } }, ReturnValues: 'INVALID' },
        'NUMBER_VALUE cannot be converted to String',
        'SerializationException',
      ),
      refused(
        'PutItem',
        { TableName: 'Nowhere', Item: { pk: { S: true } } },
        'TRUE_VALUE cannot be converted to String',
        'SerializationException',
      ),
      refused(
        'PutItem',
        { TableName: 'Nowhere', Item: { pk: 'a' } },
        'Unexpected value type in payload',
        'SerializationException',
      ),
      refused(
        'PutItem',
        { TableName: 'Nowhere', Item: 'a' },
        'Unexpected field type',
        'SerializationException',
      ),
    ],
  },
]

const values: Vector[] = [
  refusal(
    'refuses an empty string set',
    `${TIER3}; capture 2026-06-09`,
    put({ ...a, bad: { SS: [] } }),
    `${one}${invalid}An string set  may not be empty`,
  ),
  {
    name: 'refuses an empty string set in the words of 2025',
    source: TIER3,
    messages: '2025',
    steps: [
      ...given(things),
      refused('PutItem', put({ ...a, bad: { SS: [] } }), `${invalid}An string set  may not be empty`),
    ],
  },
  refusal(
    'refuses an empty number set',
    TIER3,
    put({ ...a, bad: { NS: [] } }),
    `${one}${invalid}An number set  may not be empty`,
  ),
  refusal(
    'refuses a set that has a member twice',
    TIER3,
    put({ ...a, bad: { SS: ['a', 'a'] } }),
    `${one}${invalid}Input collection [a, a] contains duplicates.`,
  ),
  refusal(
    'refuses a number set that has a number twice, however written',
    'dynalite validateAttributeValue; scylladb alternator test_number',
    put({ ...a, bad: { NS: ['1', '1.0'] } }),
    `${one}Input collection contains duplicates`,
  ),
  refusal(
    'refuses NULL with false',
    'dynoxide captures, eu-west-2 2026',
    put({ ...a, bad: { NULL: false } }),
    `${one}${invalid}Null attribute value types must have the value of true`,
  ),
  refusal(
    'refuses a value without a type, bare',
    'API_AttributeValue; dynalite validateAttributeValue',
    put({ ...a, bad: {} }),
    'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
  ),
  refusal(
    'refuses a value of two types, bare',
    'API_AttributeValue; dynalite validateAttributeValue',
    put({ ...a, bad: { S: 'a', N: '1' } }),
    'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
  ),
  refusal(
    'refuses what is no number',
    'dynamodb-conformance tier3 limits/numberPrecision',
    put({ ...a, bad: { N: 'seven' } }),
    'The parameter cannot be converted to a numeric value: seven',
  ),
  refusal(
    'refuses 39 significant digits',
    'dynamodb-conformance tier3 limits/numberPrecision',
    put({ ...a, bad: { N: '1'.repeat(39) } }),
    'Attempting to store more than 38 significant digits in a Number',
  ),
  refusal(
    'refuses a number that is too large',
    'dynamodb-conformance tier3 limits/numberPrecision',
    put({ ...a, bad: { N: '1E126' } }),
    'Number overflow. Attempting to store a number with magnitude larger than supported range',
  ),
  refusal(
    'refuses a value that is nested too deeply',
    'capture 2026-08-12',
    put({ ...a, bad: nested(33) }),
    `${one}Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit`,
  ),
  {
    name: 'takes an item of 400 KB and not a byte more',
    source: 'dynamodb-conformance tier3 limits/itemSize',
    steps: [
      ...given(things),
      step('PutItem', put({ ...a, p: { S: 'x'.repeat(409_596) } }), {}),
      refused(
        'PutItem',
        put({ ...a, p: { S: 'x'.repeat(409_597) } }),
        'Item size has exceeded the maximum allowed size',
      ),
    ],
  },
]

const expressions: Vector[] = [
  refusal(
    'refuses old and new parameters together',
    `${TIER3}; capture 2026-06-09`,
    put(a, { Expected: { pk: { Exists: false } }, ConditionExpression: 'attribute_not_exists(pk)' }),
    `${one}Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}`,
  ),
  refusal(
    'refuses values without an expression',
    TIER3,
    put(a, { ExpressionAttributeValues: { ':v': { S: 'unused' } } }),
    `${one}ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null`,
  ),
  refusal(
    'refuses doubled parentheses',
    TIER3,
    put(a, { ConditionExpression: '((attribute_not_exists(pk)))' }),
    `${one}Invalid ConditionExpression: The expression has redundant parentheses;`,
  ),
  refusal(
    'refuses to compare an attribute with itself',
    TIER3,
    put(a, { ConditionExpression: 'contains(#a, #a)', ExpressionAttributeNames: { '#a': 'data' } }),
    `${one}Invalid ConditionExpression: The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [data]`,
  ),
  refusal(
    'says which value of a placeholder is bad',
    'dynalite validations/index (names and values of placeholders)',
    put(a, { ConditionExpression: 'n = :v', ExpressionAttributeValues: { ':v': { N: 'x' } } }),
    'ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :v',
  ),
  refusal(
    'refuses a path into the key',
    'dynalite db validateKeyPaths',
    put(a, { ConditionExpression: 'attribute_exists(pk.x)' }),
    "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk",
  ),
  {
    name: 'reads expressions before it looks for the table',
    source: 'dynalite captures: expressions before the table',
    steps: [
      refused(
        'PutItem',
        { TableName: 'Nowhere', Item: a, ConditionExpression: 'a = ' },
        `${one}Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "="`,
      ),
    ],
  },
]

const keyAttributes: Vector[] = [
  refusal(
    'wants the partition key',
    'dynalite, dynoxide: Missing the key',
    put({ x: { S: 'a' } }),
    `${invalid}Missing the key pk in the item`,
  ),
  {
    name: 'wants the sort key',
    source: 'dynalite, dynoxide: Missing the key',
    steps: [
      ...given(events),
      refused('PutItem', { TableName: 'Events', Item: a }, `${invalid}Missing the key sk in the item`),
    ],
  },
  refusal(
    'wants the declared type of key',
    'dynalite, dynoxide: Type mismatch for key',
    put({ pk: { N: '5' } }),
    `${invalid}Type mismatch for key pk expected: S actual: N`,
  ),
  refusal(
    'refuses an empty key',
    KEYS,
    put({ pk: { S: '' } }),
    `${notValid}The AttributeValue for a key attribute cannot contain an empty string value. Key: pk`,
  ),
  {
    name: 'refuses an empty binary key',
    source: TIER3,
    steps: [
      ...given(blobs),
      refused(
        'PutItem',
        { TableName: 'Blobs', Item: { pk: { B: '' } } },
        `${notValid}The AttributeValue for a key attribute cannot contain an empty binary value. Key: pk`,
      ),
    ],
  },
  {
    name: 'takes partition keys of 2048 bytes and no more',
    source: 'dynamodb-conformance tier3 limits/keyLength',
    steps: [
      ...given(things, { pk: { S: 'a'.repeat(2048) } }),
      refused(
        'PutItem',
        put({ pk: { S: 'a'.repeat(2049) } }),
        `${invalid}Size of hashkey has exceeded the maximum size limit of2048 bytes`,
      ),
    ],
  },
  {
    name: 'takes sort keys of 1024 bytes and no more',
    source: KEYS,
    steps: [
      ...given(tracks, { artist: { S: 'a' }, title: { S: 'é'.repeat(512) } }),
      refused(
        'PutItem',
        { TableName: 'Tracks', Item: { artist: { S: 'a' }, title: { S: 'é'.repeat(513) } } },
        `${invalid}Aggregated size of all range keys has exceeded the size limit of 1024 bytes`,
      ),
    ],
  },
  {
    name: 'wants the declared type of index keys, and names the first index by name',
    source: 'dynamodb-conformance tier3 error-messages/batchWriteItem (same wording)',
    steps: [
      ...given(tracks),
      refused(
        'PutItem',
        { TableName: 'Tracks', Item: { artist: { S: 'a' }, title: { S: 't' }, year: { S: '1999' } } },
        `${invalid}Type mismatch for Index Key year Expected: N Actual: S IndexName: byGenre`,
      ),
    ],
  },
  {
    name: 'refuses an empty index key',
    source: 'dynoxide captures of index keys',
    steps: [
      ...given(tracks),
      refused(
        'PutItem',
        { TableName: 'Tracks', Item: { artist: { S: 'a' }, title: { S: 't' }, label: { S: '' } } },
        `${notValid}A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byLabel, IndexKey: label`,
      ),
    ],
  },
  {
    name: 'leaves an item out of an index whose key it lacks',
    source: 'developerguide GSI: sparse indexes',
    steps: [
      ...given(tracks, { artist: { S: 'a' }, title: { S: 't' }, genre: { S: 'pop' } }),
      step('Scan', { TableName: 'Tracks', IndexName: 'byGenre' }, { Items: [], Count: 0, ScannedCount: 0 }),
    ],
  },
]

const metrics: Vector[] = [
  {
    name: 'estimates the item collection of a table with local indexes',
    source: 'dynamodb-conformance tier1 putItem/itemCollectionMetrics',
    steps: [
      ...given(tracks),
      step(
        'PutItem',
        {
          TableName: 'Tracks',
          Item: { artist: { S: 'a' }, title: { S: 't' } },
          ReturnItemCollectionMetrics: 'SIZE',
        },
        {
          ItemCollectionMetrics: { ItemCollectionKey: { artist: { S: 'a' } }, SizeEstimateRangeGB: [0, 1] },
        },
      ),
    ],
  },
  {
    name: 'says nothing of item collections where there are no local indexes',
    source: 'API_PutItem, ReturnItemCollectionMetrics',
    steps: [...given(things), step('PutItem', put(a, { ReturnItemCollectionMetrics: 'SIZE' }), {})],
  },
]

function nested(levels: number): object {
  return levels === 1 ? { S: 'deep' } : { L: [nested(levels - 1)] }
}

export const putItemVectors: Vector[] = [
  ...effects,
  ...conditions,
  ...constraints,
  ...values,
  ...expressions,
  ...keyAttributes,
  ...metrics,
]
