import { given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, stepIncluding, type Vector } from '../vector.ts'

const DOC = 'API_CreateTable'
const MODEL = 'service model, CreateTableInput'
const TIER3 = 'dynamodb-conformance tier3 error-messages/createTable'
const ORDER = 'dynamodb-conformance tier3 validation-ordering/createTable'
const DYNALITE = 'dynalite validations/createTable'
const DYNOXIDE = 'dynoxide captures, eu-west-2 2026'

const S = 'S'
const HASH = 'HASH'
const RANGE = 'RANGE'
const invalid = 'One or more parameter values were invalid: '
const one = '1 validation error detected: '

function definitions(...names: string[]) {
  return names.map((AttributeName) => ({ AttributeName, AttributeType: S }))
}

function keys(...names: string[]) {
  return names.map((AttributeName, place) => ({ AttributeName, KeyType: place === 0 ? HASH : RANGE }))
}

const base = { ...things, TableName: 'Fresh' }
const provisioned = {
  TableName: 'Fresh',
  AttributeDefinitions: definitions('pk'),
  KeySchema: keys('pk'),
  ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 3 },
}

function index(IndexName: string, ...names: string[]) {
  return { IndexName, KeySchema: keys(...names), Projection: { ProjectionType: 'ALL' } }
}

function refusal(name: string, source: string, input: object, message: string): Vector {
  return { name, source, steps: [refused('CreateTable', input, message)] }
}

const answers: Vector[] = [
  {
    name: 'answers CREATING and describes an on-demand table',
    source: DOC,
    steps: [
      stepIncluding('CreateTable', base, {
        TableDescription: {
          TableName: 'Fresh',
          TableStatus: 'CREATING',
          KeySchema: base.KeySchema,
          AttributeDefinitions: base.AttributeDefinitions,
          BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
          ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
          ItemCount: 0,
          TableSizeBytes: 0,
          TableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Fresh',
        },
      }),
      stepIncluding('DescribeTable', { TableName: 'Fresh' }, { Table: { TableStatus: 'ACTIVE' } }),
    ],
  },
  {
    name: 'describes a provisioned table with its throughput',
    source: DOC,
    steps: [
      stepIncluding('CreateTable', provisioned, {
        TableDescription: {
          ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 5, WriteCapacityUnits: 3 },
        },
      }),
    ],
  },
  {
    name: 'gives indexes a status, an ARN and counts',
    source: 'dynamodb-conformance tier1 createTable/gsi, createTable/lsi',
    steps: [
      stepIncluding('CreateTable', tracks, {
        TableDescription: {
          LocalSecondaryIndexes: [
            {
              IndexName: 'byYear',
              IndexArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Tracks/index/byYear',
              ItemCount: 0,
              IndexSizeBytes: 0,
            },
          ],
          GlobalSecondaryIndexes: [
            { IndexName: 'byGenre', IndexStatus: 'CREATING' },
            { IndexName: 'byLabel', IndexStatus: 'CREATING' },
          ],
        },
      }),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Tracks' },
        { Table: { GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE' }, { IndexStatus: 'ACTIVE' }] } },
      ),
    ],
  },
  {
    name: 'warms an on-demand table for 12,000 reads and 4,000 writes',
    source: 'developerguide warm-throughput',
    steps: [
      step('CreateTable', base),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Fresh' },
        {
          Table: {
            WarmThroughput: { ReadUnitsPerSecond: 12000, WriteUnitsPerSecond: 4000, Status: 'ACTIVE' },
          },
        },
      ),
    ],
  },
  {
    name: 'keeps configuration parameters',
    source: 'dynamodb-conformance tier1 createTable/config',
    steps: [
      step('CreateTable', {
        ...base,
        DeletionProtectionEnabled: true,
        TableClass: 'STANDARD_INFREQUENT_ACCESS',
        OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 5 },
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Fresh' },
        {
          Table: {
            DeletionProtectionEnabled: true,
            TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' },
            OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 5 },
            StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
          },
        },
      ),
    ],
  },
  {
    name: 'reports SSEType KMS when encryption is enabled without saying how',
    source: DYNOXIDE,
    steps: [
      stepIncluding(
        'CreateTable',
        { ...base, SSESpecification: { Enabled: true } },
        { TableDescription: { SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' } } },
      ),
    ],
  },
  {
    name: 'takes up to four HASH and four RANGE attributes in a global index',
    source: 'developerguide GSI.DesignPattern.MultiAttributeKeys',
    steps: [
      stepIncluding(
        'CreateTable',
        {
          ...base,
          AttributeDefinitions: definitions('pk', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
          GlobalSecondaryIndexes: [
            {
              IndexName: 'wide',
              KeySchema: [
                ...['a', 'b', 'c', 'd'].map((AttributeName) => ({ AttributeName, KeyType: HASH })),
                ...['e', 'f', 'g', 'h'].map((AttributeName) => ({ AttributeName, KeyType: RANGE })),
              ],
              Projection: { ProjectionType: 'KEYS_ONLY' },
            },
          ],
        },
        { TableDescription: { GlobalSecondaryIndexes: [{ IndexName: 'wide' }] } },
      ),
    ],
  },
  {
    name: 'refuses a table that exists',
    source: `${DOC}, ResourceInUseException`,
    steps: [
      ...given(things),
      refused('CreateTable', things, 'Table already exists: Things', 'ResourceInUseException'),
    ],
  },
  {
    name: 'cannot be read or written while it is CREATING',
    source: 'API_PutItem, ResourceNotFoundException',
    tableDelayMs: 60_000,
    steps: [
      ...given(things),
      stepIncluding('DescribeTable', { TableName: 'Things' }, { Table: { TableStatus: 'CREATING' } }),
      notFound('GetItem', { TableName: 'Things', Key: { pk: { S: 'a' } } }),
      notFound('PutItem', { TableName: 'Things', Item: { pk: { S: 'a' } } }),
      notFound('Scan', { TableName: 'Things' }),
      refused('CreateTable', things, 'Table already exists: Things', 'ResourceInUseException'),
      refused(
        'DeleteTable',
        { TableName: 'Things' },
        'Attempt to change a resource which is still in use: Table is being created: Things',
        'ResourceInUseException',
      ),
      refused(
        'UpdateTable',
        { TableName: 'Things', DeletionProtectionEnabled: true },
        'Attempt to change a resource which is still in use: Table is being created: Things',
        'ResourceInUseException',
      ),
    ],
  },
]

const constraints: Vector[] = [
  refusal(
    'needs a table name',
    TIER3,
    { ...base, TableName: undefined },
    "The parameter 'TableName' is required but was not present in the request",
  ),
  refusal(
    'refuses a name of two characters',
    TIER3,
    { ...base, TableName: 'ab' },
    `${one}Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3`,
  ),
  refusal(
    'refuses a name of 256 characters',
    MODEL,
    { ...base, TableName: 'a'.repeat(256) },
    `${one}Value '${'a'.repeat(256)}' at 'tableName' failed to satisfy constraint: Member must have length less than or equal to 255`,
  ),
  refusal(
    'refuses other characters in a name',
    ORDER,
    { ...base, TableName: 'not a table' },
    `${one}Value 'not a table' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+`,
  ),
  refusal(
    'refuses the ARN of a table elsewhere',
    'dynamodb-conformance, wording of Invalid TableArn',
    { ...base, TableName: 'arn:aws:dynamodb:eu-west-2:123456789012:table/Fresh' },
    'Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:eu-west-2:123456789012:table/Fresh',
  ),
  refusal(
    'judges the name first and alone',
    ORDER,
    { TableName: 'ab', KeySchema: [], AttributeDefinitions: [], BillingMode: 'FREE' },
    `${one}Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3`,
  ),
  refusal(
    'refuses an unknown key type',
    TIER3,
    { ...base, KeySchema: [{ AttributeName: 'pk', KeyType: 'INVALID' }] },
    `${one}Value 'INVALID' at 'keySchema.1.member.keyType' failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE]`,
  ),
  refusal(
    'refuses an unknown attribute type',
    TIER3,
    { ...base, AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'INVALID' }] },
    `${one}Value 'INVALID' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]`,
  ),
  refusal(
    'refuses an unknown billing mode',
    ORDER,
    { ...base, BillingMode: 'INVALID_MODE' },
    `${one}Value 'INVALID_MODE' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]`,
  ),
  refusal(
    'reports several violations together',
    ORDER,
    { ...base, BillingMode: 'INVALID_MODE', KeySchema: [{ AttributeName: 'pk', KeyType: 'INVALID' }] },
    "2 validation errors detected: Value 'INVALID_MODE' at 'billingMode' failed to satisfy constraint: " +
      "Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]; Value 'INVALID' at " +
      "'keySchema.1.member.keyType' failed to satisfy constraint: Member must satisfy enum value set: [HASH, RANGE]",
  ),
  refusal(
    'needs a key schema and attribute definitions',
    `${MODEL}; ${DYNALITE}`,
    { TableName: 'Fresh', BillingMode: 'PAY_PER_REQUEST' },
    "2 validation errors detected: Value null at 'keySchema' failed to satisfy constraint: Member must not be null; " +
      "Value null at 'attributeDefinitions' failed to satisfy constraint: Member must not be null",
  ),
  refusal(
    'refuses an empty key schema',
    MODEL,
    { ...base, KeySchema: [] },
    `${one}Value '[]' at 'keySchema' failed to satisfy constraint: Member must have length greater than or equal to 1`,
  ),
  refusal(
    'refuses a throughput below one',
    'service model, PositiveLongObject',
    { ...provisioned, ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 1 } },
    `${one}Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  ),
  refusal(
    'refuses an index name of two characters',
    'service model, IndexName',
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'g'),
      GlobalSecondaryIndexes: [index('gs', 'g')],
    },
    `${one}Value 'gs' at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must have length greater than or equal to 3`,
  ),
  refusal(
    'refuses a key name of 256 characters before it looks at consistency',
    'scylladb alternator test_limits',
    { ...base, KeySchema: [{ AttributeName: 'k'.repeat(256), KeyType: HASH }] },
    `${one}Value '${'k'.repeat(256)}' at 'keySchema.1.member.attributeName' failed to satisfy constraint: Member must have length less than or equal to 255`,
  ),
  {
    name: 'refuses a name that is not a string',
    source: 'dynalite capture of SerializationException',
    steps: [
      refused(
        'CreateTable',
        { ...base, TableName: 5 },
        'NUMBER_VALUE cannot be converted to String',
        'SerializationException',
      ),
    ],
  },
  {
    name: 'refuses a key schema that is not a list',
    source: 'dynalite capture of SerializationException',
    steps: [
      refused('CreateTable', { ...base, KeySchema: 'pk' }, 'Unexpected field type', 'SerializationException'),
      refused(
        'CreateTable',
        { ...base, KeySchema: {} },
        'Start of structure or map found where not expected',
        'SerializationException',
      ),
    ],
  },
]

const billing: Vector[] = [
  refusal(
    'refuses throughput for an on-demand table',
    DYNALITE,
    { ...provisioned, BillingMode: 'PAY_PER_REQUEST' },
    `${invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`,
  ),
  refusal(
    'needs throughput for a provisioned table, which is the default',
    'capture 2026-06-09, c_ct_3keys',
    { ...provisioned, ProvisionedThroughput: undefined },
    `${invalid}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED`,
  ),
  refusal(
    'asks for throughput before it counts keys',
    'capture 2026-06-09, c_ct_3keys',
    {
      TableName: 'Fresh',
      AttributeDefinitions: definitions('a', 'b', 'c'),
      KeySchema: keys('a', 'b', 'c'),
    },
    `${invalid}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED`,
  ),
  refusal(
    'bounds throughput',
    DYNALITE,
    { ...provisioned, ProvisionedThroughput: { ReadCapacityUnits: 1e12 + 1, WriteCapacityUnits: 1 } },
    'Given value 1000000000001 for ReadCapacityUnits is out of bounds',
  ),
  refusal(
    'refuses on-demand limits for a provisioned table',
    DYNOXIDE,
    { ...provisioned, OnDemandThroughput: { MaxReadRequestUnits: 5 } },
    `${invalid}MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.`,
  ),
  refusal(
    'refuses on-demand limits below one',
    DYNOXIDE,
    { ...base, OnDemandThroughput: { MaxWriteRequestUnits: 0 } },
    `${invalid}Requested MaxWriteRequestUnits for OnDemandThroughput for table is outside of valid range`,
  ),
  refusal(
    'refuses index throughput on an on-demand table',
    DYNALITE,
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'g'),
      GlobalSecondaryIndexes: [
        { ...index('gsi', 'g'), ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
      ],
    },
    `${invalid}ProvisionedThroughput should not be specified for index: gsi when BillingMode is PAY_PER_REQUEST`,
  ),
  refusal(
    'needs index throughput on a provisioned table',
    `${DOC}, unconfirmed wording`,
    {
      ...provisioned,
      AttributeDefinitions: definitions('pk', 'g'),
      GlobalSecondaryIndexes: [index('gsi', 'g')],
    },
    `${invalid}ProvisionedThroughput must be specified for index: gsi`,
  ),
]

const keySchemas: Vector[] = [
  refusal(
    'refuses one attribute as HASH and RANGE with one definition',
    TIER3,
    { ...base, KeySchema: keys('pk', 'pk') },
    'Invalid KeySchema: Some index key attribute have no definition',
  ),
  refusal(
    'refuses three key attributes of a table',
    TIER3,
    { ...base, AttributeDefinitions: definitions('pk', 'sk', 'extra'), KeySchema: keys('pk', 'sk', 'extra') },
    `${one}Value '[KeySchemaElement(attributeName=pk, keyType=HASH), KeySchemaElement(attributeName=sk, keyType=RANGE), ` +
      "KeySchemaElement(attributeName=extra, keyType=RANGE)]' at 'keySchema' failed to satisfy constraint: " +
      'Member must have length less than or equal to 2',
  ),
  refusal(
    'refuses keys without a definition',
    DYNALITE,
    { ...base, KeySchema: keys('other') },
    `${invalid}Some index key attributes are not defined in AttributeDefinitions. Keys: [other], AttributeDefinitions: [pk]`,
  ),
  refusal(
    'refuses two keys of one name',
    DYNALITE,
    { ...base, AttributeDefinitions: definitions('pk', 'sk'), KeySchema: keys('pk', 'pk') },
    'Both the Hash Key and the Range Key element in the KeySchema have the same name',
  ),
  refusal(
    'wants HASH first',
    DYNALITE,
    { ...base, KeySchema: [{ AttributeName: 'pk', KeyType: RANGE }] },
    'Invalid KeySchema: The first KeySchemaElement is not a HASH key type',
  ),
  refusal(
    'wants RANGE second',
    DYNALITE,
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'sk'),
      KeySchema: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, KeyType: HASH })),
    },
    'Invalid KeySchema: The second KeySchemaElement is not a RANGE key type',
  ),
  refusal(
    'refuses definitions that no key uses',
    DYNALITE,
    { ...base, AttributeDefinitions: definitions('pk', 'extra') },
    `${invalid}Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`,
  ),
  refusal(
    'refuses definitions that no key of an index uses',
    `${DOC}, unconfirmed wording`,
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'g', 'extra'),
      GlobalSecondaryIndexes: [index('gsi', 'g')],
    },
    `${invalid}Some AttributeDefinitions are not used. AttributeDefinitions: [pk, g, extra], keys used: [pk, g]`,
  ),
]

const withSortKey = {
  ...base,
  AttributeDefinitions: definitions('pk', 'sk', 'other'),
  KeySchema: keys('pk', 'sk'),
}

const indexes: Vector[] = [
  refusal(
    'refuses an empty list of local indexes',
    DYNALITE,
    { ...withSortKey, LocalSecondaryIndexes: [] },
    `${invalid}List of LocalSecondaryIndexes is empty`,
  ),
  refusal(
    'refuses an empty list of global indexes',
    DYNALITE,
    { ...withSortKey, GlobalSecondaryIndexes: [] },
    `${invalid}List of GlobalSecondaryIndexes is empty`,
  ),
  refusal(
    'refuses a local index on a table without sort key',
    TIER3,
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'lsiSk'),
      LocalSecondaryIndexes: [index('lsi1', 'pk', 'lsiSk')],
    },
    `${invalid}Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex`,
  ),
  refusal(
    'wants a sort key in a local index',
    DYNALITE,
    { ...withSortKey, LocalSecondaryIndexes: [index('lsi', 'pk')] },
    `${invalid}Index KeySchema does not have a range key for index: lsi`,
  ),
  refusal(
    'wants the partition key of the table in a local index',
    DYNALITE,
    { ...withSortKey, LocalSecondaryIndexes: [index('lsi', 'other', 'sk')] },
    `${invalid}Index KeySchema does not have the same leading hash key as table KeySchema for index: lsi. index hash key: other, table hash key: pk`,
  ),
  refusal(
    'refuses an index key without a definition',
    DYNALITE,
    { ...withSortKey, LocalSecondaryIndexes: [index('lsi', 'pk', 'nowhere')] },
    `${invalid}Some index key attributes are not defined in AttributeDefinitions. Keys: [pk, nowhere], AttributeDefinitions: [pk, sk, other]`,
  ),
  refusal(
    'refuses two global indexes of one name',
    TIER3,
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'g1', 'g2'),
      GlobalSecondaryIndexes: [index('sameIndex', 'g1'), index('sameIndex', 'g2')],
    },
    `${invalid}Duplicate index name: sameIndex`,
  ),
  refusal(
    'refuses a local and a global index of one name',
    'dynoxide captures: all kinds of index share one namespace',
    {
      ...withSortKey,
      LocalSecondaryIndexes: [index('same', 'pk', 'other')],
      GlobalSecondaryIndexes: [index('same', 'other')],
    },
    `${invalid}Duplicate index name: same`,
  ),
  refusal(
    'refuses six local indexes',
    DYNALITE,
    {
      ...withSortKey,
      LocalSecondaryIndexes: [1, 2, 3, 4, 5, 6].map((n) => index(`lsi${n}`, 'pk', 'other')),
    },
    `${invalid}Number of LocalSecondaryIndexes exceeds per-table limit of 5`,
  ),
  refusal(
    'refuses twenty-one global indexes',
    DYNALITE,
    {
      ...withSortKey,
      GlobalSecondaryIndexes: Array.from({ length: 21 }, (_, n) => index(`gsi${n}`, 'other')),
    },
    `${invalid}GlobalSecondaryIndex count exceeds the per-table limit of 20`,
  ),
  refusal(
    'wants a projection type',
    DYNALITE,
    { ...withSortKey, LocalSecondaryIndexes: [{ ...index('lsi', 'pk', 'other'), Projection: {} }] },
    `${invalid}Unknown ProjectionType: null`,
  ),
  refusal(
    'refuses names for a projection of everything',
    DYNALITE,
    {
      ...withSortKey,
      LocalSecondaryIndexes: [
        {
          ...index('lsi', 'pk', 'other'),
          Projection: { ProjectionType: 'ALL', NonKeyAttributes: ['x'] },
        },
      ],
    },
    `${invalid}ProjectionType is ALL, but NonKeyAttributes is specified`,
  ),
  refusal(
    'refuses names for a projection of keys',
    'dynamodb-conformance tier1 createTable/specValidation',
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'g'),
      GlobalSecondaryIndexes: [
        { ...index('gsi1', 'g'), Projection: { ProjectionType: 'KEYS_ONLY', NonKeyAttributes: ['x'] } },
      ],
    },
    `${invalid}ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified`,
  ),
  refusal(
    'wants names for INCLUDE',
    DYNOXIDE,
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'g'),
      GlobalSecondaryIndexes: [{ ...index('gsi1', 'g'), Projection: { ProjectionType: 'INCLUDE' } }],
    },
    `${invalid}ProjectionType is INCLUDE, but NonKeyAttributes is not specified`,
  ),
  refusal(
    'refuses a HASH after a RANGE in a global index',
    'scylladb alternator test_gsi_composite_keys, keywords only',
    {
      ...base,
      AttributeDefinitions: definitions('pk', 'a', 'b', 'c'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'gsi',
          KeySchema: [
            { AttributeName: 'a', KeyType: HASH },
            { AttributeName: 'b', KeyType: RANGE },
            { AttributeName: 'c', KeyType: HASH },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    },
    'Invalid KeySchema: All HASH key elements must precede all RANGE key elements',
  ),
  refusal(
    'refuses a stream view for a stream that is off',
    DYNOXIDE,
    { ...base, StreamSpecification: { StreamEnabled: false, StreamViewType: 'NEW_IMAGE' } },
    `${invalid}Table is being created with a stream disabled, UpdateViewType should not be specified`,
  ),
]

export const createTableVectors: Vector[] = [
  ...answers,
  ...constraints,
  ...billing,
  ...keySchemas,
  ...indexes,
]
