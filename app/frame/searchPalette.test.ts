import { expect, test } from 'vitest'
import type { PaletteEntry } from './paletteEntries.ts'
import { searchPalette } from './searchPalette.ts'

const entry = (label: string, group = 'Commands', keywords = ''): PaletteEntry => ({
  id: label,
  group,
  label,
  keywords,
  run: () => {},
})
const entries = [
  entry('New table…', 'Commands', 'create add'),
  entry('Delete the table…', 'Commands', 'drop remove'),
  entry('orders', 'Tables and indexes'),
  entry('ordersByDate', 'Tables and indexes'),
]
const find = (needle: string) => searchPalette(entries, needle).map(({ label }) => label)

test('nothing typed: everything, in its order', () => {
  expect(find(' ')).toEqual(entries.map(({ label }) => label))
})

test('the best fit comes first', () => {
  expect(find('orders')[0]).toBe('orders')
  expect(find('by date')).toEqual(['ordersByDate'])
})

test('words in any order, further words, and a slip of the finger', () => {
  expect(find('table new')[0]).toBe('New table…')
  expect(find('drop')).toEqual(['Delete the table…'])
  expect(find('delte')).toEqual(['Delete the table…'])
  expect(find('nothing like this')).toEqual([])
})
