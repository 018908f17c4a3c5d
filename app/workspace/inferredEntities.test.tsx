import { expect, test } from 'vitest'
import type { Item } from '../../engine/value/attributeValue.ts'
import type { Entity } from '../model/design.ts'
import { addEntity } from '../model/edits.ts'
import { keepColors } from './inferredEntities.ts'
import { putItems } from './itemEdits.ts'
import { editDesign, useProject } from './project.ts'
import { createTable } from './tableEdits.ts'
import { ORDERS, withProject } from './testing/withProject.ts'
import { useUndo } from './undo.ts'

withProject()

const item = (PK: string, SK: string, rest: Item = {}): Item => ({ PK: { S: PK }, SK: { S: SK }, ...rest })
const entities = () => useProject.getState().design.tables[0]?.entities ?? []
const names = () => entities().map(({ name }) => name)
const PATIENT = { timeout: 6_000 }

const entity = (name: string, color: number, inferred = true): Entity => {
  return { name, color, inferred, attributes: [], match: {}, members: [], extra: {} }
}

test('items that are written show their entities by themselves, and no undo step is made of it', async () => {
  await createTable(ORDERS)
  await putItems('orders', [
    item('USER#1', 'PROFILE#1'),
    item('USER#1', 'ORDER#1'),
    item('USER#1', 'ORDER#2'),
  ])
  await expect.poll(names, PATIENT).toEqual(['Order', 'Profile'])
  expect(entities().every(({ inferred }) => inferred)).toBe(true)
  expect(useUndo.getState().undoLabel).toBe('put 3 items')
  await putItems('orders', [item('USER#1', 'ADDRESS#1'), item('USER#1', 'ADDRESS#2')])
  await expect.poll(names, PATIENT).toEqual(['Address', 'Order', 'Profile'])
  expect(entities().map(({ color }) => color)).toEqual([2, 0, 1])
})

test('entities that a person drew stay', async () => {
  const items = [item('USER#1', 'PROFILE#1'), item('USER#1', 'ORDER#1'), item('USER#1', 'ORDER#2')]
  await createTable(ORDERS)
  await createTable({ ...ORDERS, TableName: 'others' })
  await editDesign('draw', (design) => addEntity(design, 'orders', entity('Mine', 0, false)))
  await putItems('orders', items)
  await putItems('others', items)
  const others = () => useProject.getState().design.tables[1]?.entities.map(({ name }) => name)
  await expect.poll(others, PATIENT).toEqual(['Order', 'Profile'])
  expect(names()).toEqual(['Mine'])
})

test('a colour stays with its entity', () => {
  const known = [entity('Order', 0), entity('User', 1)]
  const found = [entity('Album', 0), entity('Order', 1), entity('Song', 2)]
  expect(keepColors(known, found).map(({ color }) => color)).toEqual([1, 0, 2])
})
