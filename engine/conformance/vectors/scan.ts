import { events, given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, stepIncluding, type Vector } from '../vector.ts'

const DOC = 'API_Scan'
const TIER3 = 'dynamodb-conformance tier3 error-messages/scan'
const ORDER = 'dynamodb-conformance tier3 validation-ordering/scan'
const SELECT = 'dynamodb-conformance tier1 scan/select'
const START = 'dynalite actions/scan'
const one = '1 validation error detected: '

const a = { pk: { S: 'a' }, n: { N: '1' } }
const scan = (options: object = {}) => ({ TableName: 'Things', ...options })

function refusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [...given(things), refused('Scan', input, message)] }
}

const reads: Vector[] = [
  {
    name: 'reads everything',
    source: DOC,
    steps: [...given(things, a), step('Scan', scan(), { Items: [a], Count: 1, ScannedCount: 1 })],
  },
  {
    name: 'reads each collection in the order of its sort key',
    source: 'API_Scan; developerguide Scan',
    steps: [
      ...given(events, ...[10, 9, -1].map((sk) => ({ pk: { S: 'a' }, sk: { N: String(sk) } }))),
      step(
        'Scan',
        { TableName: 'Events', ProjectionExpression: 'sk' },
        { Items: [-1, 9, 10].map((sk) => ({ sk: { N: String(sk) } })), Count: 3, ScannedCount: 3 },
      ),
    ],
  },
  {
    name: 'filters, by keys too',
    source: 'dynamodb-conformance tier1 scan/filterOperators',
    steps: [
      ...given(things, a, { pk: { S: 'b' } }),
      step('Scan', scan({ FilterExpression: 'pk = :v', ExpressionAttributeValues: { ':v': { S: 'b' } } }), {
        Items: [{ pk: { S: 'b' } }],
        Count: 1,
        ScannedCount: 2,
      }),
    ],
  },
  {
    name: 'counts only',
    source: SELECT,
    steps: [...given(things, a), step('Scan', scan({ Select: 'COUNT' }), { Count: 1, ScannedCount: 1 })],
  },
  {
    name: 'goes on after the last key',
    source: DOC,
    steps: [
      ...given(events, ...[1, 2, 3].map((sk) => ({ pk: { S: 'a' }, sk: { N: String(sk) } }))),
      stepIncluding(
        'Scan',
        { TableName: 'Events', Limit: 2 },
        {
          Count: 2,
          LastEvaluatedKey: { pk: { S: 'a' }, sk: { N: '2' } },
        },
      ),
      step(
        'Scan',
        { TableName: 'Events', Limit: 2, ExclusiveStartKey: { pk: { S: 'a' }, sk: { N: '2' } } },
        { Items: [{ pk: { S: 'a' }, sk: { N: '3' } }], Count: 1, ScannedCount: 1 },
      ),
    ],
  },
  {
    name: 'ends a page with the item that goes beyond 1 MB',
    source: 'dynamodb-conformance tier3 limits/responseSize',
    steps: [
      ...given(
        events,
        ...[1, 2, 3, 4].map((sk) => ({
          pk: { S: 'a' },
          sk: { N: String(sk) },
          p: { S: 'x'.repeat(399_000) },
        })),
      ),
      step(
        'Scan',
        { TableName: 'Events', Select: 'COUNT' },
        { Count: 3, ScannedCount: 3, LastEvaluatedKey: { pk: { S: 'a' }, sk: { N: '3' } } },
      ),
    ],
  },
  {
    name: 'reads a global index, which has but the items with its key',
    source: 'dynamodb-conformance tier1 scan/gsi',
    steps: [
      ...given(
        tracks,
        { artist: { S: 'a' }, title: { S: 't' }, label: { S: 'l' } },
        { artist: { S: 'b' }, title: { S: 't' } },
      ),
      step(
        'Scan',
        { TableName: 'Tracks', IndexName: 'byLabel' },
        { Items: [{ artist: { S: 'a' }, title: { S: 't' }, label: { S: 'l' } }], Count: 1, ScannedCount: 1 },
      ),
    ],
  },
  {
    name: 'reads a local index, and fetches what it lacks',
    source: 'dynamodb-conformance tier1 scan/lsi',
    steps: [
      ...given(tracks, { artist: { S: 'a' }, title: { S: 't' }, year: { N: '1' }, note: { S: 'n' } }),
      step(
        'Scan',
        { TableName: 'Tracks', IndexName: 'byYear' },
        { Items: [{ artist: { S: 'a' }, title: { S: 't' }, year: { N: '1' } }], Count: 1, ScannedCount: 1 },
      ),
      step(
        'Scan',
        { TableName: 'Tracks', IndexName: 'byYear', Select: 'ALL_ATTRIBUTES', ConsistentRead: true },
        {
          Items: [{ artist: { S: 'a' }, title: { S: 't' }, year: { N: '1' }, note: { S: 'n' } }],
          Count: 1,
          ScannedCount: 1,
        },
      ),
    ],
  },
  {
    name: 'finds everything in the one segment of one',
    source: 'dynamodb-conformance tier1 scan/parallel',
    steps: [
      ...given(things, a),
      step('Scan', scan({ Segment: 0, TotalSegments: 1 }), { Items: [a], Count: 1, ScannedCount: 1 }),
    ],
  },
  {
    name: 'does not find a table that is not there',
    source: TIER3,
    steps: [notFound('Scan', { TableName: 'Nowhere' })],
  },
]

const refusals: Vector[] = [
  refusal(
    'wants TotalSegments with Segment',
    TIER3,
    scan({ Segment: 0 }),
    'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
  ),
  refusal(
    'wants Segment with TotalSegments',
    TIER3,
    scan({ TotalSegments: 4 }),
    'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
  ),
  refusal(
    'counts segments from zero',
    TIER3,
    scan({ Segment: 5, TotalSegments: 5 }),
    'The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 5 is not less than TotalSegments: 5',
  ),
  refusal(
    'refuses a negative segment',
    ORDER,
    scan({ Segment: -1, TotalSegments: 4 }),
    `${one}Value '-1' at 'segment' failed to satisfy constraint: Member must have value greater than or equal to 0`,
  ),
  refusal(
    'refuses more than a million segments',
    'service model, ScanTotalSegments',
    scan({ Segment: 0, TotalSegments: 1_000_001 }),
    `${one}Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000`,
  ),
  refusal(
    'refuses a limit of 0, and shows it',
    TIER3,
    scan({ Limit: 0 }),
    `${one}Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  ),
  refusal(
    'wants a projection for SPECIFIC_ATTRIBUTES, bare',
    SELECT,
    scan({ Select: 'SPECIFIC_ATTRIBUTES' }),
    'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
  ),
  refusal(
    'refuses a projection with COUNT, bare',
    'ExtendDB tests of validation wording (us-east-1, 2026)',
    scan({ Select: 'COUNT', ProjectionExpression: 'pk' }),
    'Cannot specify the ProjectionExpression when choosing to get only the Count',
  ),
  refusal(
    'refuses projected attributes without an index',
    SELECT,
    scan({ Select: 'ALL_PROJECTED_ATTRIBUTES' }),
    'ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName',
  ),
  refusal(
    'refuses a start key that does not match the schema, and says so',
    START,
    scan({ ExclusiveStartKey: { x: { S: 'a' } } }),
    'The provided starting key is invalid: The provided key element does not match the schema',
  ),
  refusal(
    'refuses a start key of the wrong type',
    START,
    scan({ ExclusiveStartKey: { pk: { N: '1' } } }),
    'The provided starting key is invalid: The provided key element does not match the schema',
  ),
  refusal(
    'refuses an index that is not there',
    'dynalite actions/query',
    scan({ IndexName: 'nowhere' }),
    'The table does not have the specified index: nowhere',
  ),
  refusal(
    'refuses old and new parameters together',
    'dynalite validations: expressions and old parameters',
    scan({ ScanFilter: {}, FilterExpression: 'a = :a', ExpressionAttributeValues: { ':a': { S: 'a' } } }),
    'Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {ScanFilter} Expression parameters: {FilterExpression}',
  ),
  refusal(
    'refuses doubled parentheses in a filter',
    'dynamodb-conformance tier1 scan/filterExpressionParens',
    scan({ FilterExpression: '((a = :a))', ExpressionAttributeValues: { ':a': { S: 'a' } } }),
    'Invalid FilterExpression: The expression has redundant parentheses;',
  ),
  {
    name: 'refuses a start key of another segment',
    source: START,
    steps: [
      ...given(things),
      ...[0, 1].map((Segment) => ({
        operation: 'Scan',
        input: scan({
          Segment,
          TotalSegments: 2,
          ExclusiveStartKey: { pk: { S: Segment === 0 ? 'c' : 'b' } },
        }),
        error: {
          name: 'ValidationException',
          message: `The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: ${Segment}`,
        },
      })),
    ],
  },
  {
    name: 'refuses consistent reads of a global index',
    source: 'dynamodb-conformance tier3 error-messages/query (same wording)',
    steps: [
      ...given(tracks),
      refused(
        'Scan',
        { TableName: 'Tracks', IndexName: 'byLabel', ConsistentRead: true },
        'Consistent reads are not supported on global secondary indexes',
      ),
    ],
  },
]

export const scanVectors: Vector[] = [...reads, ...refusals]
