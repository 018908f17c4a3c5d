import { blobs, events, given, things } from '../givenTables.ts'
import { notFound, refused, step, type Vector } from '../vector.ts'

const DOC = 'API_GetItem'
const TIER3 = 'dynamodb-conformance tier3 error-messages/getItem'
const PROJECTION = 'dynamodb-conformance tier1 getItem/projection'
const mismatch = 'The provided key element does not match the schema'
const one = '1 validation error detected: '

const a = { pk: { S: 'a' } }
const get = (options: object = {}) => ({ TableName: 'Things', Key: a, ...options })
const document = {
  ...a,
  m: { M: { x: { S: '1' }, y: { S: '2' } } },
  l: { L: [{ S: 'l0' }, { S: 'l1' }, { S: 'l2' }] },
  status: { S: 'open' },
}

function refusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [...given(things), refused('GetItem', input, message)] }
}

function projects(name: string, source: string, options: object, item: object): Vector {
  return { name, source, steps: [...given(things, document), step('GetItem', get(options), { Item: item })] }
}

export const getItemVectors: Vector[] = [
  {
    name: 'answers nothing for an item that is not there',
    source: DOC,
    steps: [...given(things), step('GetItem', get(), {})],
  },
  {
    name: 'returns the whole item',
    source: DOC,
    steps: [...given(things, document), step('GetItem', get({ ConsistentRead: true }), { Item: document })],
  },
  projects(
    'returns nested attributes inside their parents',
    PROJECTION,
    { ProjectionExpression: 'm.x' },
    {
      m: { M: { x: { S: '1' } } },
    },
  ),
  projects(
    'closes up list elements',
    PROJECTION,
    { ProjectionExpression: 'l[2], l[0]' },
    {
      l: { L: [{ S: 'l0' }, { S: 'l2' }] },
    },
  ),
  projects(
    'does not add the key',
    PROJECTION,
    { ProjectionExpression: 'm.y' },
    { m: { M: { y: { S: '2' } } } },
  ),
  projects(
    'takes a reserved word behind a placeholder',
    'dynalite validations/index (names and values of placeholders)',
    { ProjectionExpression: '#s', ExpressionAttributeNames: { '#s': 'status' } },
    { status: { S: 'open' } },
  ),
  projects('returns an empty item when nothing matches', PROJECTION, { ProjectionExpression: 'nothing' }, {}),
  refusal(
    'refuses a reserved word',
    'dynamodb-conformance tier3 limits/reservedWords',
    get({ ProjectionExpression: 'status' }),
    'Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: status',
  ),
  refusal(
    'refuses paths that overlap',
    'dynamodb-conformance tier1 getItem/projectionValidation',
    get({ ProjectionExpression: 'a, a.b' }),
    'Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]',
  ),
  refusal(
    'refuses names without an expression',
    'dynalite validations/index (names and values of placeholders)',
    get({ ExpressionAttributeNames: { '#a': 'a' } }),
    'ExpressionAttributeNames can only be specified when using expressions',
  ),
  refusal(
    'refuses names that nothing uses',
    'dynalite validations/index (names and values of placeholders)',
    get({ ProjectionExpression: 'x', ExpressionAttributeNames: { '#a': 'a', '#b': 'b' } }),
    'Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}',
  ),
  refusal(
    'refuses a path into the key',
    'dynalite db validateKeyPaths',
    get({ ProjectionExpression: 'pk.x' }),
    "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk",
  ),
  refusal(
    'refuses old and new parameters together',
    'dynamodb-conformance tier3 error-messages/batchGetItem (same wording)',
    get({ AttributesToGet: ['pk'], ProjectionExpression: 'pk' }),
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}',
  ),
  refusal('wants the key attribute by name', TIER3, get({ Key: { id: { S: 'a' } } }), mismatch),
  refusal('wants the declared type of key', TIER3, get({ Key: { pk: { N: '1' } } }), mismatch),
  refusal('refuses more than the key', TIER3, get({ Key: { ...a, x: { S: 'y' } } }), mismatch),
  refusal(
    'refuses an empty map for a key',
    'dynamodb-conformance tier1 getItem/validation',
    get({ Key: {} }),
    mismatch,
  ),
  {
    name: 'wants the sort key too',
    source: TIER3,
    steps: [...given(events), refused('GetItem', { TableName: 'Events', Key: a }, mismatch)],
  },
  refusal(
    'refuses a placeholder of more than 255 bytes before it minds its letters',
    'ExtendDB test_expression_attribute_map_validation (us-east-1 capture, 2026)',
    get({ ProjectionExpression: '#a', ExpressionAttributeNames: { [`#${'a'.repeat(255)}-x`]: 'b' } }),
    'ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 258',
  ),
  {
    name: 'misses the sort key before it minds an empty partition key',
    source: 'dynalite db validateKey; dynoxide 1.2.1 answers the same',
    steps: [
      ...given(events),
      refused('GetItem', { TableName: 'Events', Key: { pk: { S: '' } } }, mismatch),
      refused('DeleteItem', { TableName: 'Events', Key: { pk: { S: '' } } }, mismatch),
    ],
  },
  {
    name: 'refuses empty keys',
    source: TIER3,
    steps: [
      ...given(things),
      ...given(blobs),
      refused(
        'GetItem',
        get({ Key: { pk: { S: '' } } }),
        'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk',
      ),
      refused(
        'GetItem',
        { TableName: 'Blobs', Key: { pk: { B: '' } } },
        'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty binary value. Key: pk',
      ),
    ],
  },
  refusal(
    'refuses a key of 2049 bytes on reading too',
    'dynamodb-conformance tier3 limits/keyLength',
    get({ Key: { pk: { S: 'a'.repeat(2049) } } }),
    'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes',
  ),
  refusal(
    'needs a key',
    'service model, GetItemInput',
    { TableName: 'Things' },
    `${one}Value null at 'key' failed to satisfy constraint: Member must not be null`,
  ),
  {
    name: 'does not find a table that is not there',
    source: TIER3,
    steps: [notFound('GetItem', { TableName: 'Nowhere', Key: a })],
  },
  {
    name: 'takes text for a flag, if it means one',
    source: 'dynalite capture of SerializationException: accepts true/1/yes',
    steps: [
      ...given(things, a),
      step('GetItem', get({ ConsistentRead: 'true', ReturnConsumedCapacity: 'TOTAL' }), {
        Item: a,
        ConsumedCapacity: { TableName: 'Things', CapacityUnits: 1 },
      }),
      refused(
        'GetItem',
        get({ ConsistentRead: 'maybe' }),
        'Unexpected token received from parser',
        'SerializationException',
      ),
    ],
  },
]
