// A project as format version 1 stores it, object store by object store: [key, value]. Never change this;
// a new format version brings its own sample, and this one must open for ever.

const TABLE = {
  definition: {
    TableName: 'Music',
    TableId: '11111111-2222-4333-8444-555555555555',
    TableArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/Music',
    TableStatus: 'ACTIVE',
    CreationDateTime: 1763600000,
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 },
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  },
  items: [{ id: 1, firstKey: 'a', count: 1, sizeBytes: 3 }],
  indexes: {},
}

export const VERSION_1: Record<string, [key: IDBValidKey, value: unknown][]> = {
  meta: [
    ['catalog', JSON.stringify({ formatVersion: 1, sequence: 1, nextPageId: 2, tables: [TABLE] })],
    ['sequence', 1],
  ],
  pages: [[1, JSON.stringify([['a'], [{ pk: { S: 'a' } }]])]],
  log: [
    [2, JSON.stringify([{ put: ['Music', { pk: { S: 'b' } }] }, { delete: ['Music', { pk: { S: 'a' } }] }])],
    [3, JSON.stringify([{ define: ['Music', null] }])],
  ],
  documents: [['design', '{"name":"Sample"}']],
}
