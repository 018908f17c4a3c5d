import { given, things, tracks } from '../givenTables.ts'
import { notFound, refused, step, stepIncluding, type Vector } from '../vector.ts'

const one = '1 validation error detected: '
const named = (TableName: string) => ({ ...things, TableName })

const describing: Vector[] = [
  {
    name: 'describes an active table with what is in it',
    source: 'API_DescribeTable; developerguide CapacityUnitCalculations',
    steps: [
      ...given(things, { pk: { S: 'a' }, n: { N: '12' } }, { pk: { S: 'b' } }),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things' },
        {
          Table: { TableStatus: 'ACTIVE', ItemCount: 2, TableSizeBytes: 9, DeletionProtectionEnabled: false },
        },
      ),
    ],
  },
  {
    name: 'counts what indexes keep',
    source: 'API_DescribeTable',
    steps: [
      ...given(
        tracks,
        { artist: { S: 'a' }, title: { S: 't' }, year: { N: '1' } },
        { artist: { S: 'a' }, title: { S: 'u' }, label: { S: 'l' }, note: { S: 'xx' } },
      ),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Tracks' },
        {
          Table: {
            ItemCount: 2,
            LocalSecondaryIndexes: [{ IndexName: 'byYear', ItemCount: 1, IndexSizeBytes: 19 }],
            GlobalSecondaryIndexes: [
              { IndexName: 'byGenre', ItemCount: 0, IndexSizeBytes: 0 },
              { IndexName: 'byLabel', ItemCount: 1, IndexSizeBytes: 25 },
            ],
          },
        },
      ),
    ],
  },
  {
    name: 'takes the ARN of a table for its name',
    source: 'API_DescribeTable, TableName',
    steps: [
      ...given(things),
      stepIncluding(
        'DescribeTable',
        { TableName: 'arn:aws:dynamodb:us-east-1:000000000000:table/Things' },
        { Table: { TableName: 'Things' } },
      ),
    ],
  },
  {
    name: 'does not find what is not there',
    source: 'dynamodb-conformance tier1 describeTable/basic',
    steps: [
      notFound(
        'DescribeTable',
        { TableName: 'Nowhere' },
        'Requested resource not found: Table: Nowhere not found',
      ),
    ],
  },
  {
    name: 'needs a name to describe',
    source: 'dynalite capture, required parameter',
    steps: [
      refused(
        'DescribeTable',
        {},
        "The parameter 'TableName' is required but was not present in the request",
      ),
    ],
  },
  {
    name: 'ignores members that it does not know',
    source: 'AWS JSON 1.0: unknown members are ignored',
    steps: [
      ...given(things),
      stepIncluding(
        'DescribeTable',
        { TableName: 'Things', Colour: 'red' },
        { Table: { TableName: 'Things' } },
      ),
    ],
  },
]

const listing: Vector[] = [
  {
    name: 'lists nothing at first',
    source: 'API_ListTables',
    steps: [step('ListTables', {}, { TableNames: [] })],
  },
  {
    name: 'lists names in order',
    source: 'API_ListTables',
    steps: [
      step('CreateTable', named('beta')),
      step('CreateTable', named('alpha')),
      step('CreateTable', named('Gamma')),
      step('ListTables', {}, { TableNames: ['Gamma', 'alpha', 'beta'] }),
    ],
  },
  {
    name: 'pages by name',
    source: 'dynamodb-conformance tier1 listTables/basic',
    steps: [
      ...['t-1', 't-2', 't-3'].map((name) => step('CreateTable', named(name))),
      step('ListTables', { Limit: 2 }, { TableNames: ['t-1', 't-2'], LastEvaluatedTableName: 't-2' }),
      step('ListTables', { Limit: 2, ExclusiveStartTableName: 't-2' }, { TableNames: ['t-3'] }),
      step('ListTables', { Limit: 3 }, { TableNames: ['t-1', 't-2', 't-3'] }),
    ],
  },
  {
    name: 'starts after a name that need not exist',
    source: 'API_ListTables, ExclusiveStartTableName',
    steps: [
      ...['aaa', 'ccc'].map((name) => step('CreateTable', named(name))),
      step('ListTables', { ExclusiveStartTableName: 'bbb' }, { TableNames: ['ccc'] }),
    ],
  },
  {
    name: 'refuses a limit of 0',
    source: 'service model, ListTablesInputLimit',
    steps: [
      refused(
        'ListTables',
        { Limit: 0 },
        `${one}Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
      ),
    ],
  },
  {
    name: 'refuses a limit of 101',
    source: 'service model, ListTablesInputLimit',
    steps: [
      refused(
        'ListTables',
        { Limit: 101 },
        `${one}Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100`,
      ),
    ],
  },
  {
    name: 'reports a bad limit and a bad start together',
    source: 'service model, ListTablesInput',
    steps: [
      refused(
        'ListTables',
        { Limit: 101, ExclusiveStartTableName: 'a;' },
        "3 validation errors detected: Value 'a;' at 'exclusiveStartTableName' failed to satisfy constraint: " +
          "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; Value 'a;' at " +
          "'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater than or equal to 3; " +
          "Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100",
      ),
    ],
  },
  {
    name: 'refuses a limit that is no number',
    source: 'dynalite capture of SerializationException',
    steps: [
      refused(
        'ListTables',
        { Limit: '5' },
        'STRING_VALUE cannot be converted to Integer',
        'SerializationException',
      ),
    ],
  },
]

const deleting: Vector[] = [
  {
    name: 'answers DELETING, without the indexes',
    source: 'API_DeleteTable',
    steps: [
      ...given(tracks),
      stepIncluding(
        'DeleteTable',
        { TableName: 'Tracks' },
        { TableDescription: { TableName: 'Tracks', TableStatus: 'DELETING' } },
      ),
      step('ListTables', {}, { TableNames: [] }),
      notFound('GetItem', { TableName: 'Tracks', Key: { artist: { S: 'a' }, title: { S: 'b' } } }),
    ],
  },
  {
    name: 'deletes the items with the table',
    source: 'API_DeleteTable',
    steps: [
      ...given(things, { pk: { S: 'a' } }),
      step('DeleteTable', { TableName: 'Things' }),
      step('CreateTable', things),
      step('Scan', { TableName: 'Things' }, { Items: [], Count: 0, ScannedCount: 0 }),
    ],
  },
  {
    name: 'does not find what is not there to delete',
    source: 'dynamodb-conformance tier1 deleteTable/basic',
    steps: [
      notFound(
        'DeleteTable',
        { TableName: 'Nowhere' },
        'Requested resource not found: Table: Nowhere not found',
      ),
    ],
  },
  {
    name: 'refuses to delete a protected table',
    source: 'dynamodb-conformance tier1 updateTable/config; dynoxide capture',
    steps: [
      step('CreateTable', { ...things, DeletionProtectionEnabled: true }),
      refused(
        'DeleteTable',
        { TableName: 'Things' },
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      ),
      step('UpdateTable', { TableName: 'Things', DeletionProtectionEnabled: false }),
      stepIncluding(
        'DeleteTable',
        { TableName: 'Things' },
        { TableDescription: { TableStatus: 'DELETING' } },
      ),
    ],
  },
  {
    name: 'knows no other operations',
    source: 'AWS JSON 1.0: UnknownOperationException',
    steps: [refused('SingASong', {}, '', 'UnknownOperationException')],
  },
]

export const tableVectors: Vector[] = [...describing, ...listing, ...deleting]
