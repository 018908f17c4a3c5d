import { describe, expect, test } from 'vitest'
import { type TableShape, tableShapes } from '../tableShape.ts'
import { matchesFilter } from '../testing/matchesFilter.ts'
import { orderItems, ordersDefinition } from '../testing/ordersTable.ts'
import { indexOnlyKeys, isProjected, leftOutFilter, leftOutReason } from './indexMembership.ts'

const [table, byStatus, keysByStatus] = tableShapes(ordersDefinition) as [TableShape, TableShape, TableShape]
const [customer, order] = orderItems

describe('leftOutReason', () => {
  test('an item with all key attributes of the index is in it', () => {
    expect(leftOutReason(byStatus, order!)).toBeUndefined()
  })

  test('names each key attribute that is missing', () => {
    expect(leftOutReason(byStatus, customer!)).toBe('no status · no placed')
    expect(leftOutReason(keysByStatus, customer!)).toBe('no status')
  })

  test('names the one that has another type', () => {
    expect(leftOutReason(byStatus, { ...order!, placed: { S: 'today' } })).toBe('placed is of type S, not N')
  })
})

test('the filter of the Scan finds exactly the items that are left out', () => {
  const items = [...orderItems, { ...order!, placed: { S: 'today' } }]
  for (const shape of [byStatus, keysByStatus]) {
    const filter = leftOutFilter(shape)
    for (const item of items)
      expect(matchesFilter(filter, item)).toBe(leftOutReason(shape, item) !== undefined)
  }
})

test('only key attributes that an item may lack are asked for', () => {
  const local: TableShape = {
    ...table,
    indexName: 'byDue',
    kind: 'LSI',
    rangeKeys: [{ name: 'due', type: 'S' }],
  }
  expect(indexOnlyKeys(local)).toEqual(['due'])
})

describe('isProjected', () => {
  test('by all, some or no attributes beside the keys', () => {
    const projected = (shape: TableShape) =>
      ['PK', 'status', 'total', 'note'].filter((name) => isProjected(shape, name))
    expect(projected(table)).toEqual(['PK', 'status', 'total', 'note'])
    expect(projected(byStatus)).toEqual(['PK', 'status', 'total'])
    expect(projected(keysByStatus)).toEqual(['PK', 'status'])
  })
})
