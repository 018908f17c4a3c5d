import { given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, stepIncluding, type Vector } from '../vector.ts'

const CONFIG = 'dynamodb-conformance tier1 updateTable/config'
const BASIC = 'dynamodb-conformance tier1 updateTable/basic'
const DYNALITE = 'dynalite validations/updateTable'
const DYNOXIDE = 'dynoxide captures, eu-west-2 2026'
const ONLINE = 'developerguide GSI.OnlineOps'
const invalid = 'One or more parameter values were invalid: '

const { BillingMode: _, ...plain } = things
const provisioned = { ...plain, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } }

const create = {
  IndexName: 'byColour',
  KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'KEYS_ONLY' },
}
const colour = [{ AttributeName: 'colour', AttributeType: 'S' }]

function update(input: object) {
  return { TableName: 'Things', ...input }
}

function throughput(ReadCapacityUnits: number, WriteCapacityUnits: number) {
  return { ReadCapacityUnits, WriteCapacityUnits }
}

function refusal(
  name: string,
  source: string,
  table: { TableName: string },
  input: object,
  message: string,
): Vector {
  return { name, source, steps: [...given(table), refused('UpdateTable', update(input), message)] }
}

const settings: Vector[] = [
  {
    name: 'changes provisioned throughput, and answers with the old one',
    source: `${BASIC}; dynalite actions/updateTable`,
    steps: [
      ...given(provisioned),
      stepIncluding('UpdateTable', update({ ProvisionedThroughput: throughput(10, 10) }), {
        TableDescription: { TableStatus: 'UPDATING', ProvisionedThroughput: throughput(5, 5) },
      }),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        { Table: { TableStatus: 'ACTIVE', ProvisionedThroughput: throughput(10, 10) } },
      ),
    ],
  },
  {
    name: 'counts decreases of a day',
    source: 'API_ProvisionedThroughputDescription, NumberOfDecreasesToday',
    steps: [
      ...given(provisioned),
      step('UpdateTable', update({ ProvisionedThroughput: throughput(4, 5) })),
      step('UpdateTable', update({ ProvisionedThroughput: throughput(4, 3) })),
      step('UpdateTable', update({ ProvisionedThroughput: throughput(9, 9) })),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        { Table: { ProvisionedThroughput: { NumberOfDecreasesToday: 2, ...throughput(9, 9) } } },
      ),
    ],
  },
  {
    name: 'switches to on demand and back',
    source: BASIC,
    steps: [
      ...given(provisioned),
      step('UpdateTable', update({ BillingMode: 'PAY_PER_REQUEST' })),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        {
          Table: {
            BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
            ProvisionedThroughput: throughput(0, 0),
          },
        },
      ),
      step('UpdateTable', update({ BillingMode: 'PROVISIONED', ProvisionedThroughput: throughput(7, 7) })),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        {
          Table: {
            BillingModeSummary: { BillingMode: 'PROVISIONED' },
            ProvisionedThroughput: throughput(7, 7),
          },
        },
      ),
    ],
  },
  {
    name: 'takes the billing mode that a table has',
    source: BASIC,
    steps: [
      ...given(things),
      stepIncluding('UpdateTable', update({ BillingMode: 'PAY_PER_REQUEST' }), {
        TableDescription: { BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } },
      }),
    ],
  },
  {
    name: 'protects against deletion',
    source: CONFIG,
    steps: [
      ...given(things),
      step('UpdateTable', update({ DeletionProtectionEnabled: true })),
      stepIncluding('DescribeTable', { TableName: 'Things' }, { Table: { DeletionProtectionEnabled: true } }),
    ],
  },
  {
    name: 'changes the table class',
    source: CONFIG,
    steps: [
      ...given(things),
      step('UpdateTable', update({ TableClass: 'STANDARD_INFREQUENT_ACCESS' })),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        { Table: { TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' } } },
      ),
    ],
  },
  {
    name: 'merges on-demand limits; -1 lifts one',
    source: DYNOXIDE,
    steps: [
      ...given({
        ...things,
        OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 5 },
      } as typeof things),
      step('UpdateTable', update({ OnDemandThroughput: { MaxReadRequestUnits: 20 } })),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        { Table: { OnDemandThroughput: { MaxReadRequestUnits: 20, MaxWriteRequestUnits: 5 } } },
      ),
      stepIncluding('UpdateTable', update({ OnDemandThroughput: { MaxReadRequestUnits: -1 } }), {
        TableDescription: { OnDemandThroughput: { MaxReadRequestUnits: -1, MaxWriteRequestUnits: 5 } },
      }),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        { Table: { OnDemandThroughput: { MaxWriteRequestUnits: 5 } } },
      ),
    ],
  },
  {
    name: 'turns a stream on and off',
    source: 'developerguide Streams; API_StreamSpecification',
    steps: [
      ...given(things),
      stepIncluding(
        'UpdateTable',
        update({ StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' } }),
        { TableDescription: { StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' } } },
      ),
      refused(
        'UpdateTable',
        update({ StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
        'Table already has an enabled stream: TableName: Things',
      ),
      step('UpdateTable', update({ StreamSpecification: { StreamEnabled: false } })),
      refused(
        'UpdateTable',
        update({ StreamSpecification: { StreamEnabled: false } }),
        'Table already has a disabled stream: TableName: Things',
      ),
    ],
  },
  refusal(
    'wants something to change',
    DYNALITE,
    things,
    {},
    'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required',
  ),
  refusal(
    'refuses throughput that does not change',
    BASIC,
    provisioned,
    { BillingMode: 'PROVISIONED', ProvisionedThroughput: throughput(5, 5) },
    'The provisioned throughput for the table will not change. The requested value equals the current value. ' +
      'Current ReadCapacityUnits provisioned for the table: 5. Requested ReadCapacityUnits: 5. ' +
      'Current WriteCapacityUnits provisioned for the table: 5. Requested WriteCapacityUnits: 5. ' +
      'Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.',
  ),
  refusal(
    'refuses throughput below one',
    BASIC,
    provisioned,
    { ProvisionedThroughput: throughput(0, 5) },
    "1 validation error detected: Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1",
  ),
  refusal(
    'refuses throughput together with on demand',
    BASIC,
    provisioned,
    { BillingMode: 'PAY_PER_REQUEST', ProvisionedThroughput: throughput(6, 6) },
    `${invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`,
  ),
  refusal(
    'refuses throughput for a table that is on demand',
    DYNOXIDE,
    things,
    { ProvisionedThroughput: throughput(6, 6) },
    `${invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`,
  ),
  refusal(
    'refuses throughput for an index of a table that is on demand',
    'in the words of CreateTable: dynalite validations/createTable',
    tracks,
    {
      TableName: 'Tracks',
      GlobalSecondaryIndexUpdates: [
        { Update: { IndexName: 'byLabel', ProvisionedThroughput: throughput(3, 3) } },
      ],
    },
    `${invalid}ProvisionedThroughput should not be specified for index: byLabel when BillingMode is PAY_PER_REQUEST`,
  ),
  refusal(
    'needs throughput to become provisioned',
    'dynalite validations/updateTable',
    things,
    { BillingMode: 'PROVISIONED' },
    `${invalid}ProvisionedThroughput must be specified when BillingMode is PROVISIONED`,
  ),
  refusal(
    'refuses on-demand limits for a provisioned table',
    DYNOXIDE,
    provisioned,
    { OnDemandThroughput: { MaxWriteRequestUnits: 5 } },
    `${invalid}MaxWriteRequestUnits for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED`,
  ),
  {
    name: 'does not find what is not there to update',
    source: BASIC,
    steps: [
      notFound(
        'UpdateTable',
        { TableName: 'Nowhere', ProvisionedThroughput: throughput(10, 10) },
        'Requested resource not found: Table: Nowhere not found',
      ),
    ],
  },
]

const indexes: Vector[] = [
  {
    name: 'creates an index and fills it with the items that have its key',
    source: ONLINE,
    steps: [
      ...given(
        things,
        { pk: { S: 'a' }, colour: { S: 'red' }, size: { N: '1' } },
        { pk: { S: 'b' } },
        { pk: { S: 'c' }, colour: { N: '5' } },
      ),
      stepIncluding(
        'UpdateTable',
        update({ AttributeDefinitions: colour, GlobalSecondaryIndexUpdates: [{ Create: create }] }),
        {
          TableDescription: {
            TableStatus: 'UPDATING',
            GlobalSecondaryIndexes: [{ IndexName: 'byColour', IndexStatus: 'CREATING', Backfilling: false }],
          },
        },
      ),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        {
          Table: {
            TableStatus: 'ACTIVE',
            AttributeDefinitions: [things.AttributeDefinitions[0], colour[0]],
            GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE', ItemCount: 1 }],
          },
        },
      ),
      step(
        'Scan',
        { TableName: 'Things', IndexName: 'byColour' },
        { Items: [{ pk: { S: 'a' }, colour: { S: 'red' } }], Count: 1, ScannedCount: 1 },
      ),
    ],
  },
  {
    name: 'lets an item that no index takes change otherwise',
    source: 'dynoxide; developerguide GSI.OnlineOps: violation of key types',
    steps: [
      ...given(things, { pk: { S: 'c' }, colour: { N: '5' } }),
      step(
        'UpdateTable',
        update({ AttributeDefinitions: colour, GlobalSecondaryIndexUpdates: [{ Create: create }] }),
      ),
      step('UpdateItem', {
        TableName: 'Things',
        Key: { pk: { S: 'c' } },
        UpdateExpression: 'SET note = :n',
        ExpressionAttributeValues: { ':n': { S: 'kept' } },
      }),
      step(
        'GetItem',
        { TableName: 'Things', Key: { pk: { S: 'c' } } },
        { Item: { pk: { S: 'c' }, colour: { N: '5' }, note: { S: 'kept' } } },
      ),
    ],
  },
  {
    name: 'drops an index, and the definitions that only it used',
    source: `${ONLINE}; dynoxide changelog`,
    steps: [
      ...given(tracks, { artist: { S: 'a' }, title: { S: 't' }, label: { S: 'l' } }),
      stepIncluding(
        'UpdateTable',
        { TableName: 'Tracks', GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byLabel' } }] },
        {
          TableDescription: {
            GlobalSecondaryIndexes: [
              { IndexName: 'byGenre' },
              { IndexName: 'byLabel', IndexStatus: 'DELETING' },
            ],
          },
        },
      ),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Tracks' },
        {
          Table: {
            AttributeDefinitions: [
              { AttributeName: 'artist' },
              { AttributeName: 'title' },
              { AttributeName: 'year' },
              { AttributeName: 'genre' },
            ],
            GlobalSecondaryIndexes: [{ IndexName: 'byGenre' }],
          },
        },
      ),
      refused(
        'Scan',
        { TableName: 'Tracks', IndexName: 'byLabel' },
        'The table does not have the specified index: byLabel',
      ),
    ],
  },
  {
    name: 'ignores the type of an attribute that is defined already',
    source: 'dynoxide changelog, checked on AWS',
    steps: [
      ...given(tracks),
      step('UpdateTable', {
        TableName: 'Tracks',
        AttributeDefinitions: [{ AttributeName: 'title', AttributeType: 'N' }],
        GlobalSecondaryIndexUpdates: [
          {
            Create: {
              IndexName: 'byTitle',
              KeySchema: [{ AttributeName: 'title', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          },
        ],
      }),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Tracks' },
        { Table: { AttributeDefinitions: [{}, { AttributeName: 'title', AttributeType: 'S' }, {}, {}, {}] } },
      ),
    ],
  },
  refusal(
    'wants the keys of a new index declared with the request',
    'dynoxide changelog, checked on AWS',
    things,
    { GlobalSecondaryIndexUpdates: [{ Create: create }] },
    `${invalid}Some index key attributes are not defined in AttributeDefinitions. Keys: [colour], AttributeDefinitions: []`,
  ),
  refusal(
    'wants an action',
    DYNALITE,
    things,
    { GlobalSecondaryIndexUpdates: [{}] },
    `${invalid}One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null`,
  ),
  refusal(
    'refuses two actions on one index',
    DYNALITE,
    things,
    {
      AttributeDefinitions: colour,
      GlobalSecondaryIndexUpdates: [{ Create: create }, { Delete: { IndexName: 'byColour' } }],
    },
    `${invalid}Only one global secondary index update per index is allowed simultaneously. Index: byColour`,
  ),
  {
    name: 'creates or drops one index at a time',
    source: 'API_UpdateTable, LimitExceededException',
    steps: [
      ...given(tracks),
      refused(
        'UpdateTable',
        {
          TableName: 'Tracks',
          GlobalSecondaryIndexUpdates: [
            { Delete: { IndexName: 'byLabel' } },
            { Delete: { IndexName: 'byGenre' } },
          ],
        },
        'Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table',
        'LimitExceededException',
      ),
    ],
  },
  {
    name: 'does not find an index that is not there to drop',
    source: 'dynoxide captures, eu-west-2 2026',
    steps: [
      ...given(things),
      notFound(
        'UpdateTable',
        update({ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byColour' } }] }),
      ),
    ],
  },
  refusal(
    'refuses throughput for an index that is not there',
    'dynalite actions/updateTable',
    provisioned,
    {
      GlobalSecondaryIndexUpdates: [
        { Update: { IndexName: 'byColour', ProvisionedThroughput: throughput(1, 1) } },
      ],
    },
    'This operation cannot be performed with given input values. Please contact DynamoDB service team for more info: Action Blocked: IndexUpdate',
  ),
]

export const updateTableVectors: Vector[] = [...settings, ...indexes]
