// A small table of customers and orders with an index of each projection, for tests.

import type { CreateTableInput } from '../../../engine/api.ts'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { createTableDesign, type Entity, type TableDesign } from '../../model/design.ts'

export const ordersDefinition: CreateTableInput = {
  TableName: 'Orders',
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'SK', AttributeType: 'S' },
    { AttributeName: 'status', AttributeType: 'S' },
    { AttributeName: 'placed', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byStatus',
      KeySchema: [
        { AttributeName: 'status', KeyType: 'HASH' },
        { AttributeName: 'placed', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['total'] },
    },
    {
      IndexName: 'keysByStatus',
      KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
}

function entity(name: string, color: number, sortKeyPrefix: string, attributes: string[]): Entity {
  return { name, color, inferred: false, attributes, match: { sortKeyPrefix }, members: [], extra: {} }
}

export const ordersDesign: TableDesign = {
  ...createTableDesign(ordersDefinition),
  entities: [
    entity('Customer', 0, 'PROFILE', ['name', 'email']),
    entity('Order', 1, 'ORDER#', ['status', 'total']),
  ],
}

export const orderItems: Item[] = [
  { PK: { S: 'CUSTOMER#1' }, SK: { S: 'PROFILE' }, email: { S: 'ada@example.com' }, name: { S: 'Ada' } },
  order(1, '2024-01-03', 'OPEN', 20240103, '12.50'),
  order(1, '2024-02-11', 'SHIPPED', 20240211, '99'),
  { PK: { S: 'CUSTOMER#2' }, SK: { S: 'PROFILE' }, name: { S: 'Bob' } },
  order(2, '2024-01-20', 'OPEN', 20240120, '7'),
]

function order(customer: number, day: string, status: string, placed: number, total: string): Item {
  return {
    PK: { S: `CUSTOMER#${customer}` },
    SK: { S: `ORDER#${day}` },
    note: { S: 'leave at the door' },
    placed: { N: String(placed) },
    status: { S: status },
    total: { N: total },
  }
}

/** Many orders: `collections` customers with `perCollection` orders each. */
export function manyOrders(collections: number, perCollection: number): Item[] {
  const items: Item[] = []
  for (let customer = 0; customer < collections; customer++) {
    for (let place = 0; place < perCollection; place++) {
      const day = String(place).padStart(6, '0')
      items.push(order(customer, day, place % 3 === 0 ? 'OPEN' : 'SHIPPED', place, String(place)))
    }
  }
  return items
}
