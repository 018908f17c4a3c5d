import { events, given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, type Vector } from '../vector.ts'

const DOC = 'API_DeleteItem'
const TIER3 = 'dynamodb-conformance tier3 error-messages/deleteItem'
const one = '1 validation error detected: '
const mismatch = 'The provided key element does not match the schema'

const a = { pk: { S: 'a' } }
const del = (options: object = {}) => ({ TableName: 'Things', Key: a, ...options })

function refusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [...given(things), refused('DeleteItem', input, message)] }
}

export const deleteItemVectors: Vector[] = [
  {
    name: 'deletes an item, and is content when there is none',
    source: DOC,
    steps: [
      ...given(things, a),
      step('DeleteItem', del(), {}),
      step('GetItem', del(), {}),
      step('DeleteItem', del(), {}),
    ],
  },
  {
    name: 'returns the item that it deleted',
    source: `${DOC}, ReturnValues`,
    steps: [
      ...given(things, { ...a, x: { N: '1' } }),
      step('DeleteItem', del({ ReturnValues: 'ALL_OLD' }), { Attributes: { ...a, x: { N: '1' } } }),
      step('DeleteItem', del({ ReturnValues: 'ALL_OLD' }), {}),
    ],
  },
  {
    name: 'takes the item out of the indexes',
    source: 'developerguide SecondaryIndexes',
    steps: [
      ...given(tracks, { artist: { S: 'a' }, title: { S: 't' }, year: { N: '1' }, label: { S: 'l' } }),
      step('DeleteItem', { TableName: 'Tracks', Key: { artist: { S: 'a' }, title: { S: 't' } } }),
      step('Scan', { TableName: 'Tracks', IndexName: 'byLabel' }, { Items: [], Count: 0, ScannedCount: 0 }),
      step('Scan', { TableName: 'Tracks', IndexName: 'byYear' }, { Items: [], Count: 0, ScannedCount: 0 }),
    ],
  },
  {
    name: 'deletes only what meets the condition',
    source: 'dynamodb-conformance tier3 error-messages/conditionalCheck',
    steps: [
      ...given(things, { ...a, n: { N: '1' } }),
      refused(
        'DeleteItem',
        del({ ConditionExpression: 'n = :v', ExpressionAttributeValues: { ':v': { N: '2' } } }),
        'The conditional request failed',
        'ConditionalCheckFailedException',
      ),
      step(
        'DeleteItem',
        del({ ConditionExpression: 'n = :v', ExpressionAttributeValues: { ':v': { N: '1.0' } } }),
        {},
      ),
    ],
  },
  {
    name: 'does not show a missing item when the condition fails',
    source: 'dynamodb-conformance tier3 error-messages/conditionalCheck',
    steps: [
      ...given(things),
      refused(
        'DeleteItem',
        del({ ConditionExpression: 'attribute_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
        'The conditional request failed',
        'ConditionalCheckFailedException',
      ),
    ],
  },
  refusal(
    'shows no more than the old item',
    'dynalite validations/deleteItem',
    del({ ReturnValues: 'ALL_NEW' }),
    'ReturnValues can only be ALL_OLD or NONE',
  ),
  refusal(
    'reports bad enumerations together',
    'capture 2026-06-09, o_del_two_bad_enums',
    del({ ReturnValues: 'INVALID', ReturnConsumedCapacity: 'INVALID' }),
    "2 validation errors detected: Value 'INVALID' at 'returnConsumedCapacity' failed to satisfy constraint: " +
      "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value 'INVALID' at 'returnValues' failed to satisfy " +
      'constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]',
  ),
  refusal(
    'refuses an empty table name',
    'dynamodb-conformance tier3 error-messages/putItem (same wording)',
    del({ TableName: '' }),
    `${one}Value '' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 1`,
  ),
  refusal(
    'keeps complaints about expressions bare',
    'dynamodb-conformance tier1 deleteItem/conditionExpressionParens',
    del({ ConditionExpression: '((attribute_exists(pk)))' }),
    'Invalid ConditionExpression: The expression has redundant parentheses;',
  ),
  refusal('wants the declared type of key', TIER3, del({ Key: { pk: { N: '1' } } }), mismatch),
  {
    name: 'wants the sort key too',
    source: TIER3,
    steps: [...given(events), refused('DeleteItem', { TableName: 'Events', Key: a }, mismatch)],
  },
  refusal(
    'refuses values without an expression',
    'dynalite validations/index (names and values of placeholders)',
    del({ ExpressionAttributeValues: { ':v': { S: 'x' } } }),
    'ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null',
  ),
  refusal(
    'says which old parameter it does not read',
    'this engine: legacy parameters are not supported',
    del({ Expected: { pk: { Exists: true } } }),
    'The legacy parameter Expected is not supported here yet; use ConditionExpression',
  ),
  {
    name: 'does not find a table that is not there',
    source: TIER3,
    steps: [notFound('DeleteItem', { TableName: 'Nowhere', Key: a })],
  },
]
