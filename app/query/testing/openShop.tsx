// A project with a small shop in it, on the real engine in its worker, as component tests need it.

import '../../theme/base.css'
import type { CreateTableInput } from '../../../engine/api.ts'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { watchChanges } from '../../workspace/changes.ts'
import { call } from '../../workspace/engine.ts'
import { createProject } from '../../workspace/projects.ts'
import { navigate } from '../../workspace/route.ts'
import { refreshTables, watchTables } from '../../workspace/tables.ts'

export const shop: CreateTableInput = {
  TableName: 'shop',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    ...['PK', 'SK', 'GSI1PK', 'GSI1SK', 'country', 'city', 'status'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S' as const,
    })),
    { AttributeName: 'total', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'GSI1',
      KeySchema: [
        { AttributeName: 'GSI1PK', KeyType: 'HASH' },
        { AttributeName: 'GSI1SK', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      IndexName: 'by-place',
      KeySchema: [
        { AttributeName: 'country', KeyType: 'HASH' },
        { AttributeName: 'city', KeyType: 'HASH' },
        { AttributeName: 'status', KeyType: 'RANGE' },
        { AttributeName: 'total', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
}

function customer(number: number): Item[] {
  const PK = { S: `CUSTOMER#${number}` }
  const profile: Item = { PK, SK: { S: 'PROFILE' }, name: { S: `Customer ${number}` } }
  const orders = [1, 2, 3, 4, 5].map(
    (order): Item => ({
      PK,
      SK: { S: `ORDER#2026-0${order}` },
      status: { S: order < 3 ? 'shipped' : 'open' },
      total: { N: String(order * 10) },
      country: { S: 'NO' },
      city: { S: order % 2 === 0 ? 'Oslo' : 'Bergen' },
      GSI1PK: { S: order < 3 ? 'shipped' : 'open' },
      GSI1SK: { S: `2026-0${order}` },
    }),
  )
  return [profile, ...orders]
}

let isWatching = false

/** Opens a new project with the table and the items of three customers, in view. */
export async function openShop(): Promise<void> {
  if (!isWatching) {
    isWatching = true
    watchChanges()
    watchTables()
  }
  await createProject('Shop')
  await call('CreateTable', shop)
  const PutRequests = [7, 8, 9].flatMap(customer).map((Item) => ({ PutRequest: { Item } }))
  await call('BatchWriteItem', { RequestItems: { shop: PutRequests } })
  await refreshTables()
  navigate({ view: 'query', table: 'shop', index: undefined })
}
