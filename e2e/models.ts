// Models for journeys, made by hand or by the thousand.

interface TypedValue {
  [descriptor: string]: unknown
}

const metadata = {
  Author: '',
  DateCreated: 'Nov 20, 2026, 10:00 AM',
  DateLastModified: 'Nov 20, 2026, 10:00 AM',
  Description: '',
  AWSService: 'Amazon DynamoDB',
  Version: '3.0',
}

function model(name: string, tables: readonly unknown[], extra: Record<string, unknown> = {}): string {
  return JSON.stringify({ ModelName: name, ModelMetadata: metadata, DataModel: tables, ...extra })
}

const keys = {
  PartitionKey: { AttributeName: 'pk', AttributeType: 'S' },
  SortKey: { AttributeName: 'sk', AttributeType: 'S' },
}

function item(pk: string, sk: string, rest: Record<string, TypedValue> = {}): Record<string, TypedValue> {
  return { pk: { S: pk }, sk: { S: sk }, ...rest }
}

/** A library: members and their loans; the index `byDue` holds loans only, and keeps little of them. */
export const library = model(
  'Library',
  [
    {
      TableName: 'Library',
      KeyAttributes: keys,
      NonKeyAttributes: ['name', 'due', 'title', 'pages', 'notes'].map((AttributeName) => ({
        AttributeName,
        AttributeType: AttributeName === 'pages' ? 'N' : 'S',
      })),
      TableFacets: [
        {
          FacetName: 'Member',
          KeyAttributeAlias: { PartitionKeyAlias: 'MEMBER#id', SortKeyAlias: 'PROFILE' },
          NonKeyAttributes: ['name'],
          TableData: [
            item('MEMBER#1', 'PROFILE', { name: { S: 'Ada' } }),
            item('MEMBER#2', 'PROFILE', { name: { S: 'Ben' } }),
          ],
          DataAccess: { MySql: {} },
        },
        {
          FacetName: 'Loan',
          KeyAttributeAlias: { PartitionKeyAlias: 'MEMBER#id', SortKeyAlias: 'LOAN#date' },
          NonKeyAttributes: ['title', 'due', 'pages', 'notes'],
          TableData: [
            item('MEMBER#1', 'LOAN#2026-10-02', {
              title: { S: 'Dune' },
              due: { S: '2026-11-02' },
              pages: { N: '604' },
              notes: { S: 'cover is torn' },
            }),
            item('MEMBER#1', 'LOAN#2026-11-12', {
              title: { S: 'Emma' },
              due: { S: '2026-12-12' },
              pages: { N: '474' },
            }),
            item('MEMBER#2', 'LOAN#2026-11-15', { title: { S: 'Ulysses' }, pages: { N: '730' } }),
          ],
          DataAccess: { MySql: {} },
        },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byDue',
          KeyAttributes: {
            PartitionKey: { AttributeName: 'due', AttributeType: 'S' },
            SortKey: { AttributeName: 'sk', AttributeType: 'S' },
          },
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
        },
      ],
      DataAccess: { MySql: {} },
      SavedQuery: { kept: ['as', 'it', 'is'] },
    },
  ],
  { ModelSchema: { version: 7 } },
)

/** What real files hold: untyped and doubly typed values, numbers as numbers, keys that are missing or taken. */
export const untidy = model('Untidy', [
  {
    TableName: 'Untidy',
    KeyAttributes: keys,
    TableData: [
      item('a', '1', { count: { N: 12 }, nested: { M: { plain: 'text', twice: { S: { S: 'deep' } } } } }),
      item('a', '1', { note: { S: 'the same key again' } }),
      { pk: { S: 'b' }, note: { S: 'no sort key' } },
      item('c', '1', { blob: { S: 'x'.repeat(450_000) } }),
      item('d', '1', { wrong: { N: 'twelve' } }),
    ],
  },
])

/** 100,000 small items in 1,000 item collections; 1 in 100 is open. */
export function manyOrders(count: number, tableName = 'Orders'): string {
  const items = Array.from({ length: count }, (_, n) =>
    item(`CUSTOMER#${String(n % 1000).padStart(4, '0')}`, `ORDER#${String(n).padStart(7, '0')}`, {
      total: { N: String((n * 37) % 10_000) },
      state: { S: n % 100 === 0 ? 'open' : 'done' },
      address: { S: `${n} Long Street, Some Town` },
    }),
  )
  return model('Many orders', [{ TableName: tableName, KeyAttributes: keys, TableData: items }])
}
