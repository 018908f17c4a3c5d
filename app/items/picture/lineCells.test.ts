import { expect, test } from 'vitest'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { type TableShape, tableShapes } from '../tableShape.ts'
import { orderItems, ordersDefinition, ordersDesign } from '../testing/ordersTable.ts'
import { attributeRanks, type LineCell, lineCells } from './lineCells.ts'

const [table, byStatus] = tableShapes(ordersDefinition) as [TableShape, TableShape]
const order = orderItems[1]!
const alphabetical = { rankOf: () => 0 }

function printed(cells: readonly LineCell[]): string {
  return cells
    .map(({ kind, names, isPrimaryKey }) => `${kind} ${names.join('+')}${isPrimaryKey ? '!' : ''}`)
    .join(', ')
}

test('a table leads with its keys', () => {
  expect(printed(lineCells(table, { item: order, dropped: [] }, alphabetical))).toBe(
    'hash PK!, range SK!, attribute note, attribute placed, attribute status, attribute total',
  )
})

test('an index leads with its own keys, then come the table’s, then ghosts of what it drops', () => {
  const { note: _, ...item } = order
  expect(
    printed(lineCells(byStatus, { item, dropped: [{ name: 'note', sizeBytes: 21 }] }, alphabetical)),
  ).toBe('hash status, range placed, attribute PK!, attribute SK!, attribute total, ghost note')
})

test('attributes stand as the entity lists them, then as the design knows them, then by name', () => {
  const design = { ...ordersDesign, attributes: [{ name: 'placed', extra: {} }] }
  const rankOf = attributeRanks(design, ordersDesign.entities[1])
  expect(printed(lineCells(table, { item: order, dropped: [] }, { rankOf }))).toBe(
    'hash PK!, range SK!, attribute status, attribute total, attribute placed, attribute note',
  )
})

test('a key of several attributes is one cell', () => {
  const key = (name: string) => ({ name, type: 'S' as const })
  const shape: TableShape = { ...byStatus, hashKeys: [key('country'), key('city')], rangeKeys: [] }
  const item: Item = { country: { S: 'NO' }, city: { S: 'Oslo' } }
  expect(printed(lineCells(shape, { item, dropped: [] }, alphabetical))).toBe('hash country+city')
})

test('an item that a local index leaves out still tells its partition key', () => {
  const shape: TableShape = {
    ...table,
    indexName: 'byDue',
    kind: 'LSI',
    rangeKeys: [{ name: 'due', type: 'S' }],
  }
  const cells = lineCells(shape, { item: orderItems[0]!, dropped: [] }, { ...alphabetical, isLeftOut: true })
  expect(printed(cells)).toBe(
    'hash PK!, range due, attribute PK!, attribute SK!, attribute email, attribute name',
  )
})
