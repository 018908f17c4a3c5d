import { expect, test } from 'vitest'
import type { Item } from '../../engine/value/attributeValue.ts'
import { gridColumns } from './gridColumns.ts'

const items: (Item | undefined)[] = [
  { PK: { S: 'A' }, rare: { S: 'x' }, often: { N: '1' } },
  undefined,
  { often: { N: '2' }, PK: { S: 'B' }, SK: { S: '1' } },
]

test('keys first in their order, then the most frequent attributes', () => {
  const columns = gridColumns(items, ['PK', 'SK'])
  expect(columns.map((column) => column.name)).toEqual(['PK', 'SK', 'often', 'rare'])
  expect(columns.map((column) => column.isKey)).toEqual([true, true, false, false])
})

test('a column is as wide as its longest value, within bounds', () => {
  const [short, long] = gridColumns([{ a: { N: '1' }, b: { S: 'x'.repeat(500) } }], [])
  expect(short!.width).toBe(72)
  expect(long!.width).toBe(320)
})

test('a key that no item has still has its column', () => {
  expect(gridColumns([], ['PK']).map((column) => column.name)).toEqual(['PK'])
})
