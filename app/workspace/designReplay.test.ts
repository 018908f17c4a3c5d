import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDesign, createTableDesign, type Design, type TableDesign } from '../model/design.ts'
import { replayEdit } from './designReplay.ts'

const table = (name: string, note = ''): TableDesign => ({
  ...createTableDesign({
    TableName: name,
    AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
  }),
  extra: { note },
})
const design = (...tables: TableDesign[]): Design => ({ ...createDesign('shop', new Date(0)), tables })
const names = ({ tables }: Design) => tables.map(({ definition }) => definition.TableName)

test('going back from an edit and forth again is the edit', () => {
  const tables = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
    .chain((list) =>
      fc.tuple(...list.map((name) => fc.constantFrom('x', 'y').map((note) => table(name, note)))),
    )
  fc.assert(
    fc.property(tables, tables, (one, other) => {
      const before = design(...one)
      const after = design(...other)
      const there = replayEdit({ ...before }, before, after)
      expect(new Set(names(there))).toEqual(new Set(names(after)))
      const back = replayEdit({ ...there }, after, before)
      expect(new Set(names(back))).toEqual(new Set(names(before)))
      for (const each of back.tables) expect(before.tables).toContainEqual(each)
    }),
  )
})

test('undo leaves alone what another tab changed meanwhile', () => {
  const before = design(table('orders'), table('users'))
  const after = design(table('orders', 'edited here'), before.tables[1] as TableDesign)
  const current = {
    ...design(after.tables[0] as TableDesign, table('users', 'edited there')),
    description: 'theirs',
  }
  const undone = replayEdit(current, after, before)
  expect(undone.tables.map(({ extra }) => extra.note)).toEqual(['', 'edited there'])
  expect(undone.description).toBe('theirs')
})

test('a dropped table comes back at its place', () => {
  const before = design(table('a'), table('b'), table('c'))
  const after = design(before.tables[0] as TableDesign, before.tables[2] as TableDesign)
  expect(names(replayEdit({ ...after }, after, before))).toEqual(['a', 'b', 'c'])
})
