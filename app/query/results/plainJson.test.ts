import { expect, test } from 'vitest'
import { printPlainItems } from './plainJson.ts'

test('items without type descriptors, indented as JSON.stringify does', () => {
  const item = {
    id: { S: 'a"b' },
    n: { N: '5' },
    yes: { BOOL: true },
    none: { NULL: true as const },
    tags: { SS: ['x', 'y'] },
    sizes: { NS: ['1', '2.50'] },
    list: { L: [{ S: 'q' }, { M: { deep: { L: [] } } }] },
    empty: { M: {} },
  }
  const plain = {
    id: 'a"b',
    n: 5,
    yes: true,
    none: null,
    tags: ['x', 'y'],
    sizes: [1, 2.5],
    list: ['q', { deep: [] }],
    empty: {},
  }
  expect(printPlainItems([item]).replace('2.50', '2.5')).toBe(JSON.stringify([plain], null, 2))
  expect(printPlainItems([])).toBe('[]')
})

test('numbers keep all of their digits', () => {
  const N = '12345678901234567890123456789012345678'
  expect(printPlainItems([{ n: { N } }])).toContain(`"n": ${N}`)
})
