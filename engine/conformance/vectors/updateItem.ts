import { events, given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, type Vector } from '../vector.ts'

const DOC = 'developerguide Expressions.UpdateExpressions'
const TIER3 = 'dynamodb-conformance tier3 error-messages/updateItem'
const CAPTURE = 'capture 2026-06-09'
const ALTERNATOR = 'scylladb alternator test_update_expression'
const SIZES = 'dynamodb-conformance tier3 limits/itemSizeBySurface'
const one = '1 validation error detected: '
const invalid = 'One or more parameter values were invalid: '

const a = { pk: { S: 'a' } }
const update = (UpdateExpression: string, values?: object, options: object = {}) => ({
  TableName: 'Things',
  Key: a,
  UpdateExpression,
  ...(values && { ExpressionAttributeValues: values }),
  ...options,
})

function refusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [...given(things, a), refused('UpdateItem', input, message)] }
}

function turns(name: string, source: string, before: object, input: object, after: object): Vector {
  return {
    name,
    source,
    steps: [
      ...given(things, { ...a, ...before }),
      step('UpdateItem', input, {}),
      step('GetItem', { TableName: 'Things', Key: a }, { Item: { ...a, ...after } }),
    ],
  }
}

const effects: Vector[] = [
  turns(
    'sets attributes',
    DOC,
    { x: { S: 'old' } },
    update('SET x = :x, y = :y', { ':x': { S: 'new' }, ':y': { N: '1' } }),
    {
      x: { S: 'new' },
      y: { N: '1' },
    },
  ),
  turns(
    'reads the item as it was',
    ALTERNATOR,
    { x: { N: '1' } },
    update('SET x = :v, y = x', { ':v': { N: '2' } }),
    { x: { N: '2' }, y: { N: '1' } },
  ),
  turns('adds and subtracts', DOC, { n: { N: '10' } }, update('SET n = n - :v', { ':v': { N: '2.5' } }), {
    n: { N: '7.5' },
  }),
  turns('counts from nothing', DOC, {}, update('ADD n :v', { ':v': { N: '5' } }), { n: { N: '5' } }),
  turns(
    'adds to a set and takes from it',
    DOC,
    { s: { SS: ['a', 'b'] }, t: { NS: ['1', '2'] } },
    update('ADD s :s DELETE t :t', { ':s': { SS: ['c'] }, ':t': { NS: ['2', '3'] } }),
    { s: { SS: ['a', 'b', 'c'] }, t: { NS: ['1'] } },
  ),
  turns(
    'removes a set with its last member',
    DOC,
    { s: { SS: ['a'] } },
    update('DELETE s :s', { ':s': { SS: ['a'] } }),
    {},
  ),
  turns(
    'appends to lists',
    DOC,
    { l: { L: [{ S: '1' }] } },
    update('SET l = list_append(l, :l)', { ':l': { L: [{ S: '2' }] } }),
    { l: { L: [{ S: '1' }, { S: '2' }] } },
  ),
  turns(
    'sets beyond the end of a list at the end',
    'dynamodb-conformance tier1 updateItem/paths',
    { l: { L: [{ S: '1' }] } },
    update('SET l[7] = :v', { ':v': { S: '2' } }),
    { l: { L: [{ S: '1' }, { S: '2' }] } },
  ),
  turns(
    'sets inside maps',
    DOC,
    { m: { M: { k: { S: 'v' } } } },
    update('SET m.j = :v', { ':v': { BOOL: true } }),
    { m: { M: { k: { S: 'v' }, j: { BOOL: true } } } },
  ),
  turns(
    'sets only what is not there',
    DOC,
    { x: { S: 'kept' } },
    update('SET x = if_not_exists(x, :v), y = if_not_exists(y, :v)', { ':v': { S: 'new' } }),
    { x: { S: 'kept' }, y: { S: 'new' } },
  ),
  turns('removes, and ignores what is not there', DOC, { x: { S: '1' } }, update('REMOVE x, nothing'), {}),
  {
    name: 'makes the item when there is none',
    source: DOC,
    steps: [
      ...given(things),
      step('UpdateItem', update('SET x = :v', { ':v': { S: '1' } }, { ReturnValues: 'ALL_NEW' }), {
        Attributes: { ...a, x: { S: '1' } },
      }),
    ],
  },
  {
    name: 'makes an item of its key alone without an expression',
    source: ALTERNATOR,
    steps: [
      ...given(things),
      step('UpdateItem', { TableName: 'Things', Key: a }, {}),
      step('GetItem', { TableName: 'Things', Key: a }, { Item: a }),
    ],
  },
  {
    name: 'makes nothing when it only removes from nothing',
    source: ALTERNATOR,
    steps: [
      ...given(things),
      step('UpdateItem', update('REMOVE x', undefined, { ReturnValues: 'ALL_NEW' }), {}),
      step('GetItem', { TableName: 'Things', Key: a }, {}),
    ],
  },
  {
    name: 'moves the item in its indexes',
    source: 'developerguide SecondaryIndexes',
    steps: [
      ...given(tracks, { artist: { S: 'a' }, title: { S: 't' }, label: { S: 'x' } }),
      step('UpdateItem', {
        TableName: 'Tracks',
        Key: { artist: { S: 'a' }, title: { S: 't' } },
        UpdateExpression: 'SET label = :l',
        ExpressionAttributeValues: { ':l': { S: 'y' } },
      }),
      step(
        'Scan',
        { TableName: 'Tracks', IndexName: 'byLabel' },
        {
          Items: [{ artist: { S: 'a' }, title: { S: 't' }, label: { S: 'y' } }],
          Count: 1,
          ScannedCount: 1,
        },
      ),
    ],
  },
]

const returned: Vector[] = [
  {
    name: 'returns ALL_OLD and ALL_NEW',
    source: 'API_UpdateItem, ReturnValues',
    steps: [
      ...given(things),
      step('UpdateItem', update('SET x = :v', { ':v': { N: '1' } }, { ReturnValues: 'ALL_OLD' }), {}),
      step('UpdateItem', update('SET x = :v', { ':v': { N: '2' } }, { ReturnValues: 'ALL_OLD' }), {
        Attributes: { ...a, x: { N: '1' } },
      }),
      step('UpdateItem', update('SET x = :v', { ':v': { N: '3' } }, { ReturnValues: 'ALL_NEW' }), {
        Attributes: { ...a, x: { N: '3' } },
      }),
    ],
  },
  {
    name: 'returns what it touched, inside its parents',
    source: 'scylladb alternator test_update_expression, ReturnValues',
    steps: [
      ...given(things, { ...a, x: { N: '1' }, m: { M: { k: { S: 'v' }, j: { S: 'w' } } } }),
      step(
        'UpdateItem',
        update(
          'SET m.k = :v, x = :x',
          { ':v': { S: 'u' }, ':x': { N: '1' } },
          { ReturnValues: 'UPDATED_OLD' },
        ),
        { Attributes: { x: { N: '1' }, m: { M: { k: { S: 'v' } } } } },
      ),
      step(
        'UpdateItem',
        update('SET m.k = :v REMOVE x', { ':v': { S: 't' } }, { ReturnValues: 'UPDATED_NEW' }),
        { Attributes: { m: { M: { k: { S: 't' } } } } },
      ),
    ],
  },
  {
    name: 'returns nothing when there is nothing to show',
    source: 'scylladb alternator test_update_expression, ReturnValues',
    steps: [
      ...given(things, { ...a, x: { N: '1' } }),
      step('UpdateItem', update('REMOVE x', undefined, { ReturnValues: 'UPDATED_NEW' }), {}),
      step('UpdateItem', update('SET x = :v', { ':v': { N: '1' } }, { ReturnValues: 'UPDATED_OLD' }), {}),
    ],
  },
]

const conditions: Vector[] = [
  {
    name: 'judges the condition before the update, without the key of the request',
    source: 'dynamodb-conformance tier1 updateItem/conditions',
    steps: [
      ...given(things),
      refused(
        'UpdateItem',
        update('SET x = :v', { ':v': { S: '1' } }, { ConditionExpression: 'attribute_exists(pk)' }),
        'The conditional request failed',
        'ConditionalCheckFailedException',
      ),
    ],
  },
  {
    name: 'shows the item that failed the condition when asked',
    source: 'API_UpdateItem, ReturnValuesOnConditionCheckFailure',
    steps: [
      ...given(things, { ...a, x: { S: '1' } }),
      {
        operation: 'UpdateItem',
        input: update(
          'SET x = :v',
          { ':v': { S: '2' } },
          { ConditionExpression: 'x = :v', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
        ),
        error: {
          name: 'ConditionalCheckFailedException',
          message: 'The conditional request failed',
          details: { Item: { ...a, x: { S: '1' } } },
        },
      },
    ],
  },
]

const refusals: Vector[] = [
  refusal(
    'refuses to change the partition key, bare',
    TIER3,
    update('SET pk = :v', { ':v': { S: 'b' } }),
    `${invalid}Cannot update attribute pk. This attribute is part of the key`,
  ),
  {
    name: 'refuses to change the sort key',
    source: TIER3,
    steps: [
      ...given(events),
      refused(
        'UpdateItem',
        {
          TableName: 'Events',
          Key: { ...a, sk: { N: '1' } },
          UpdateExpression: 'REMOVE sk',
        },
        `${invalid}Cannot update attribute sk. This attribute is part of the key`,
      ),
    ],
  },
  refusal(
    'refuses a path into the key',
    'developerguide Expressions.UpdateExpressions; scylladb alternator test_update_expression',
    update('SET pk.x = :v', { ':v': { S: 'b' } }),
    "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: pk",
  ),
  refusal(
    'says where the syntax goes wrong',
    `${TIER3}; ${CAPTURE}`,
    update('INVALID SYNTAX HERE', { ':v': { S: 'val' } }),
    `${one}Invalid UpdateExpression: Syntax error; token: "INVALID", near: "INVALID SYNTAX"`,
  ),
  {
    name: 'says where the syntax goes wrong in the words of 2025',
    source: TIER3,
    messages: '2025',
    steps: [
      ...given(things),
      refused(
        'UpdateItem',
        update('INVALID SYNTAX HERE', { ':v': { S: 'val' } }),
        'Invalid UpdateExpression: Syntax error; token: "INVALID", near: "INVALID SYNTAX"',
      ),
    ],
  },
  refusal(
    'refuses an empty expression',
    `${TIER3}; ${CAPTURE}`,
    update(''),
    `${one}Invalid UpdateExpression: The expression can not be empty;`,
  ),
  refusal(
    'refuses names that nothing uses',
    `${TIER3}; ${CAPTURE}`,
    update('SET attr1 = :v', { ':v': { S: 'val' } }, { ExpressionAttributeNames: { '#unused': 'someattr' } }),
    `${one}Value provided in ExpressionAttributeNames unused in expressions: keys: {#unused}`,
  ),
  refusal(
    'refuses values that nothing uses',
    `${TIER3}; ${CAPTURE}`,
    update('SET attr1 = :v', { ':v': { S: 'val' }, ':unused': { S: 'extra' } }),
    `${one}Value provided in ExpressionAttributeValues unused in expressions: keys: {:unused}`,
  ),
  refusal(
    'misses a value',
    `${TIER3}; ${CAPTURE}`,
    update('SET attr1 = :v'),
    `${one}Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :v`,
  ),
  refusal(
    'refuses old and new parameters together',
    `${TIER3}; ${CAPTURE}`,
    update('SET attr1 = :v', { ':v': { S: 'val' } }, { AttributeUpdates: { attr1: { Action: 'DELETE' } } }),
    `${one}Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributeUpdates} Expression parameters: {UpdateExpression}`,
  ),
  refusal(
    'refuses values without an expression',
    'dynalite validations/index (names and values of placeholders)',
    { TableName: 'Things', Key: a, ExpressionAttributeValues: { ':v': { S: 'x' } } },
    `${one}ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and ConditionExpression are null`,
  ),
  refusal(
    'reports only the first bad enumeration',
    'capture 2026-06-09, o_upd_two_bad_enums',
    update('REMOVE x', undefined, { ReturnValues: 'INVALID', ReturnConsumedCapacity: 'INVALID' }),
    `${one}Value 'INVALID' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]`,
  ),
  {
    name: 'reports all bad enumerations in the words of 2025',
    source: 'dynamodb-conformance tier3 validation-ordering/updateItem (May 2026)',
    messages: '2025',
    steps: [
      refused(
        'UpdateItem',
        update('REMOVE x', undefined, { ReturnValues: 'INVALID', ReturnConsumedCapacity: 'INVALID' }),
        "2 validation errors detected: Value 'INVALID' at 'returnValues' failed to satisfy constraint: " +
          'Member must satisfy enum value set: [ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]; ' +
          "Value 'INVALID' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]",
      ),
    ],
  },
  refusal(
    'refuses to read an attribute that is not there',
    'developerguide Expressions.UpdateExpressions; scylladb alternator test_update_expression',
    update('SET x = y'),
    'The provided expression refers to an attribute that does not exist in the item',
  ),
  refusal(
    'refuses to set where there is no parent',
    'dynamodb-conformance tier1 updateItem/paths',
    update('SET m.x = :v', { ':v': { S: '1' } }),
    'The document path provided in the update expression is invalid for update',
  ),
  refusal(
    'refuses a constant of the wrong type for arithmetic',
    'developerguide Expressions.UpdateExpressions; scylladb alternator test_update_expression',
    update('SET x = x + :v', { ':v': { S: '1' } }),
    `${one}Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S`,
  ),
  refusal(
    'refuses a nested value that is too deep',
    'capture 2026-08-12',
    update('SET x = :v', { ':v': nested(33) }),
    `${one}Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit`,
  ),
  {
    name: 'refuses arithmetic on stored text',
    source: 'developerguide Expressions.UpdateExpressions; scylladb alternator test_update_expression',
    steps: [
      ...given(things, { ...a, x: { S: 'text' } }),
      refused(
        'UpdateItem',
        update('SET x = x + :v', { ':v': { N: '1' } }),
        'An operand in the update expression has an incorrect data type',
      ),
    ],
  },
  {
    name: 'names the first of several index keys of the wrong type in the order of the key schema',
    source: 'dynoxide 1.2.1; as PutItem does',
    steps: [
      ...given(tracks),
      refused(
        'UpdateItem',
        {
          TableName: 'Tracks',
          Key: { artist: { S: 'a' }, title: { S: 't' } },
          UpdateExpression: 'SET #y = :y, genre = :g',
          ExpressionAttributeNames: { '#y': 'year' },
          ExpressionAttributeValues: { ':y': { S: 'x' }, ':g': { N: '5' } },
        },
        `${invalid}Type mismatch for Index Key genre Expected: S Actual: N IndexName: byGenre`,
      ),
    ],
  },
  {
    name: 'wants the declared type of index keys, bare',
    source: 'dynoxide captures of index keys',
    steps: [
      ...given(tracks),
      refused(
        'UpdateItem',
        {
          TableName: 'Tracks',
          Key: { artist: { S: 'a' }, title: { S: 't' } },
          UpdateExpression: 'SET label = :l',
          ExpressionAttributeValues: { ':l': { N: '5' } },
        },
        `${invalid}Type mismatch for Index Key label Expected: S Actual: N IndexName: byLabel`,
      ),
      refused(
        'UpdateItem',
        {
          TableName: 'Tracks',
          Key: { artist: { S: 'a' }, title: { S: 't' } },
          UpdateExpression: 'SET label = if_not_exists(label, :l)',
          ExpressionAttributeValues: { ':l': { N: '5' } },
        },
        'The update expression attempted to update the secondary index key to unsupported type',
      ),
    ],
  },
  {
    name: 'refuses an empty index key',
    source: 'dynoxide captures of index keys',
    steps: [
      ...given(tracks),
      refused(
        'UpdateItem',
        {
          TableName: 'Tracks',
          Key: { artist: { S: 'a' }, title: { S: 't' } },
          UpdateExpression: 'SET label = :l',
          ExpressionAttributeValues: { ':l': { S: '' } },
        },
        'One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.',
      ),
    ],
  },
  refusal(
    'wants the declared type of key',
    'dynamodb-conformance tier1 updateItem/validation',
    { TableName: 'Things', Key: { pk: { N: '1' } } },
    'The provided key element does not match the schema',
  ),
  {
    name: 'does not find a table that is not there',
    source: 'dynamodb-conformance tier3: Requested resource not found',
    steps: [notFound('UpdateItem', { TableName: 'Nowhere', Key: a })],
  },
]

// pk "K" measures 3 bytes; what an update writes may come to 400 KB less 3, and less 19 for each SET.
const limit = 409_600
const shortKey = { pk: { S: 'K' } }

function padTo(bytes: number) {
  return {
    TableName: 'Things',
    Key: shortKey,
    UpdateExpression: 'SET b = :pad',
    ExpressionAttributeValues: { ':pad': { S: 'x'.repeat(bytes - 1) } },
  }
}

/** The number and its name are 3 bytes of what it writes. */
function padAndCount(bytes: number) {
  const { ExpressionAttributeValues, ...pad } = padTo(bytes)
  return {
    ...pad,
    UpdateExpression: 'SET b = :pad, n = n + :one',
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ':one': { N: '1' } },
  }
}

const sizes: Vector[] = [
  {
    name: 'measures what it writes and 22 bytes for one SET',
    source: SIZES,
    steps: [
      ...given(things),
      step('UpdateItem', padTo(limit - 22), {}),
      refused('UpdateItem', padTo(limit - 21), 'Item size to update has exceeded the maximum allowed size'),
    ],
  },
  {
    name: 'does not count what it leaves alone',
    source: SIZES,
    steps: [
      ...given(things, { ...shortKey, u: { S: 'y'.repeat(10) } }),
      step('UpdateItem', padTo(limit - 22), {}),
      refused('UpdateItem', padTo(limit - 21), 'Item size to update has exceeded the maximum allowed size'),
    ],
  },
  {
    name: 'counts 50 bytes more for a sum that it sets',
    source: `${SIZES}; dynoxide CHANGELOG (eu-west-2 capture)`,
    steps: [
      ...given(things, { ...shortKey, n: { N: '1' } }),
      step('UpdateItem', padAndCount(limit - 94), {}),
      refused(
        'UpdateItem',
        padAndCount(limit - 93),
        'Item size to update has exceeded the maximum allowed size',
      ),
    ],
  },
  {
    name: 'never stores more than 400 KB',
    source: SIZES,
    steps: [
      ...given(things, { ...shortKey, u: { S: 'y'.repeat(99) } }),
      step('UpdateItem', padTo(limit - 103), {}),
      refused('UpdateItem', padTo(limit - 102), 'Item size to update has exceeded the maximum allowed size'),
    ],
  },
]

function nested(levels: number): object {
  return levels === 1 ? { S: 'deep' } : { M: { m: nested(levels - 1) } }
}

export const updateItemVectors: Vector[] = [...effects, ...returned, ...conditions, ...refusals, ...sizes]
