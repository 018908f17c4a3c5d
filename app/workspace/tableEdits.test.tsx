import { describe, expect, test } from 'vitest'
import type { GlobalSecondaryIndex } from '../../engine/api.ts'
import { beside, call } from './engine.ts'
import { putItems } from './itemEdits.ts'
import { closeProject, editDesign, openProject, useProject } from './project.ts'
import { createProject } from './projects.ts'
import { createIndex, createTable, deleteIndex, deleteTable, readAllItems } from './tableEdits.ts'
import { indexesOf, useTables } from './tables.ts'
import { ORDERS, openProjectId, withProject } from './testing/withProject.ts'
import { redo, undo, useUndo } from './undo.ts'

withProject()

const byDate: GlobalSecondaryIndex = {
  IndexName: 'byDate',
  KeySchema: [{ AttributeName: 'date', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
}
const dateDefinition = [{ AttributeName: 'date', AttributeType: 'S' as const }]
const items = Array.from({ length: 60 }, (_, place) => ({
  PK: { S: 'a' },
  SK: { S: String(place) },
  ...(place % 2 === 0 ? { date: { S: '2026' } } : {}),
}))
const designed = () => useProject.getState().design.tables.map(({ definition }) => definition)
const described = () => (useTables.getState().tables ?? []).map((table) => table.TableName)

describe('edits of structure', () => {
  test('a table made, taken back, made again', async () => {
    await createTable(ORDERS)
    expect(designed()).toMatchObject([{ TableName: 'orders' }])
    await undo()
    expect(designed()).toEqual([])
    expect((await call('ListTables', {})).TableNames).toEqual([])
    await redo()
    expect((await call('ListTables', {})).TableNames).toEqual(['orders'])
    await expect.poll(described).toEqual(['orders'])
  })

  test('a table that DynamoDB refuses changes nothing', async () => {
    await expect(createTable({ ...ORDERS, TableName: 'x' })).rejects.toMatchObject({
      name: 'ValidationException',
    })
    expect(designed()).toEqual([])
    expect(useUndo.getState().undoLabel).toBeUndefined()
  })

  test('a deleted table comes back with its items and indexes', async () => {
    await createTable(ORDERS)
    await putItems('orders', items)
    await createIndex('orders', byDate, dateDefinition)
    await deleteTable('orders')
    expect(designed()).toEqual([])
    await undo()
    expect(await readAllItems('orders')).toHaveLength(60)
    const read = await call('Scan', { TableName: 'orders', IndexName: 'byDate', Select: 'COUNT' })
    expect(read.Count).toBe(30)
    expect(designed()[0]?.GlobalSecondaryIndexes).toHaveLength(1)
  })

  test('an index made and dropped, both ways', async () => {
    await createTable(ORDERS)
    await putItems('orders', items)
    const entries = () =>
      useTables
        .getState()
        .tables?.flatMap(indexesOf)
        .map(({ ItemCount }) => ItemCount)
    await createIndex('orders', byDate, dateDefinition)
    await expect.poll(entries).toEqual([30])
    await deleteIndex('orders', 'byDate')
    await expect.poll(entries).toEqual([])
    expect(designed()[0]).not.toHaveProperty('GlobalSecondaryIndexes')
    await undo()
    await expect.poll(entries).toEqual([30])
    await undo()
    await expect.poll(entries).toEqual([])
    await redo()
    await expect.poll(entries).toEqual([30])
  })
})

describe('engine and design', () => {
  test('an edit of a project that was left meanwhile changes neither it nor the next', async () => {
    const id = openProjectId()
    await createTable(ORDERS)
    const creating = createTable({ ...ORDERS, TableName: 'late' })
    await createProject('Other')
    await creating.catch(() => {})
    expect((await call('ListTables', {})).TableNames).toEqual([])
    expect(designed()).toEqual([])
    expect(useUndo.getState().undoLabel).toBeUndefined()
    await openProject(id)
    await expect.poll(described).toContain('orders')
    await expect
      .poll(() =>
        designed()
          .map(({ TableName }) => TableName)
          .sort(),
      )
      .toEqual(described())
  })

  test('tables that the design lacks are taken in when the project is opened', async () => {
    const id = openProjectId()
    await call('CreateTable', ORDERS)
    closeProject()
    await openProject(id)
    await expect.poll(designed).toMatchObject([{ TableName: 'orders', KeySchema: ORDERS.KeySchema }])
    await createTable({ ...ORDERS, TableName: 'users' })
    await undo()
    expect(designed().map(({ TableName }) => TableName)).toEqual(['orders'])
  })
})

describe('the design document', () => {
  test('an edit is stored when it resolves, and undone as one step', async () => {
    await editDesign('describe', (design) => ({ ...design, description: 'mine' }))
    const saved = async () =>
      JSON.parse((await beside().readDocument('design')) ?? '{}').description as string
    expect(await saved()).toBe('mine')
    await undo()
    expect(await saved()).toBe('')
    await redo()
    expect(await saved()).toBe('mine')
  })

  test('what another tab writes is read', async () => {
    const { design } = useProject.getState()
    await beside().writeDocument('design', JSON.stringify({ ...design, description: 'from another tab' }))
    await expect.poll(() => useProject.getState().design.description).toBe('from another tab')
  })

  test('opening a project that is not there says so', async () => {
    const id = openProjectId()
    await openProject('nowhere')
    expect(useProject.getState()).toMatchObject({ status: 'failed', error: { name: 'ProjectNotFound' } })
    await openProject(id)
    expect(useProject.getState().status).toBe('ready')
  })
})
