import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { tableShapes } from '../tableShape.ts'
import { listSource } from '../testing/listSource.ts'
import { manyOrders, orderItems, ordersDefinition } from '../testing/ordersTable.ts'
import { findPosition } from './readOrder.ts'

const [table, byStatus] = tableShapes(ordersDefinition)

describe('findPosition', () => {
  test('finds every item of a table by its primary key', async () => {
    const items = manyOrders(13, 7)
    const source = listSource(table!, items)
    const { entries } = await source.read(0, items.length)
    for (const [position, { item }] of entries.entries()) {
      expect(await findPosition(source, table!, item)).toBe(position)
    }
  })

  test('finds where an item collection begins by its partition key alone', async () => {
    const source = listSource(table!, manyOrders(13, 7))
    const position = await findPosition(source, table!, { PK: { S: 'CUSTOMER#5' } })
    const { collections } = await source.read(position!, 1)
    expect(collections[0]).toMatchObject({ position, key: { PK: { S: 'CUSTOMER#5' } }, count: 7 })
  })

  test('finds an item in an index by its index keys and its primary key', async () => {
    const items = manyOrders(5, 9)
    const source = listSource(byStatus!, items)
    const { entries } = await source.read(0, items.length)
    for (const [position, { item }] of entries.entries()) {
      expect(await findPosition(source, byStatus!, item)).toBe(position)
    }
  })

  test('answers undefined for what is not there, and for an empty table', async () => {
    const key: Item = { PK: { S: 'CUSTOMER#99' } }
    expect(await findPosition(listSource(table!, orderItems), table!, key)).toBeUndefined()
    expect(await findPosition(listSource(table!, []), table!, key)).toBeUndefined()
  })

  test('finds any partition key of any table', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        async (names, pick) => {
          const items = names.map((text): Item => ({ PK: { S: text }, SK: { S: 'x' } }))
          const wanted = names[pick % names.length]!
          const source = listSource(table!, items)
          const position = await findPosition(source, table!, { PK: { S: wanted } })
          const { entries } = await source.read(position!, 1)
          expect(entries[0]!.item.PK).toEqual({ S: wanted })
        },
      ),
      { numRuns: 60 },
    )
  })
})
