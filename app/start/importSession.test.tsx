import { afterEach, describe, expect, test } from 'vitest'
import { beside, call } from '../workspace/engine.ts'
import { deleteItems } from '../workspace/itemEdits.ts'
import { useNotices } from '../workspace/notify.ts'
import { closeProject, editDesign, openProject, useProject } from '../workspace/project.ts'
import { createProject } from '../workspace/projects.ts'
import { currentRoute } from '../workspace/route.ts'
import { createTable, readAllItems } from '../workspace/tableEdits.ts'
import { ORDERS, openProjectId, withProject } from '../workspace/testing/withProject.ts'
import { redo, undo, useUndo } from '../workspace/undo.ts'
import { endImport, importAsProject, importFile, importIntoProject, useImport } from './importSession.ts'

withProject()
afterEach(endImport)

// Test files share one browser profile: only the projects of this name are ours.
const NAME = 'Imported shop'

const text = (S: string) => ({ S })
const model = (count: number, tables = ['orders']) => ({
  ModelName: NAME,
  ModelMetadata: { Version: '3.0' },
  DataModel: tables.map((TableName) => ({
    TableName,
    KeyAttributes: {
      PartitionKey: { AttributeName: 'PK', AttributeType: 'S' },
      SortKey: { AttributeName: 'SK', AttributeType: 'S' },
    },
    NonKeyAttributes: [],
    TableData: Array.from({ length: count }, (_, place) => ({ PK: text('a'), SK: text(`${place}`) })),
    DataAccess: { MySql: {} },
    BillingMode: 'PAY_PER_REQUEST',
  })),
})
const file = (content: unknown, name = 'shop.json') => ({
  name,
  file: new Blob([typeof content === 'string' ? content : JSON.stringify(content)]),
})
const phase = () => useImport.getState().state.phase
const importedProjects = async () =>
  (await beside().listProjects())
    .map(({ name }) => name)
    .filter((name) => name.startsWith(NAME))
    .sort()

async function chosen(content: unknown) {
  await importFile(file(content))
  const { state } = useImport.getState()
  if (state.phase !== 'choosing') throw new Error(`The import is ${state.phase}: ${JSON.stringify(state)}`)
  return state.summary
}

describe('a file as a new project', () => {
  test('has the tables and all items; what was open is as it was', async () => {
    await createTable(ORDERS)
    const before = openProjectId()
    await importAsProject(await chosen(model(5_010)))
    expect(phase()).toBe('done')
    expect(useProject.getState()).toMatchObject({ status: 'ready', name: NAME })
    expect(currentRoute()).toMatchObject({ projectId: openProjectId(), table: 'orders' })
    expect(await readAllItems('orders')).toHaveLength(5_010)
    await openProject(before)
    expect(await readAllItems('orders')).toHaveLength(0)
  })

  test('a name that is taken gets a number', async () => {
    await importAsProject(await chosen(model(1)))
    await importAsProject(await chosen(model(1)))
    expect(await importedProjects()).toEqual([NAME, `${NAME} 2`])
  })

  test('cancelled half way, it leaves nothing, and undo still reaches back', async () => {
    await editDesign('describe', (design) => ({ ...design, description: 'mine' }))
    const before = openProjectId()
    const summary = await chosen(model(20_000))
    const stop = useImport.subscribe(
      ({ state }) => state.phase === 'writing' && state.done > 500 && endImport(),
    )
    await importAsProject(summary)
    stop()
    expect(phase()).toBe('idle')
    expect(await importedProjects()).toEqual([])
    expect(useProject.getState()).toMatchObject({ status: 'ready', id: before })
    expect(useUndo.getState().undoLabel).toBe('describe')
  })
})

describe('another project opened while a file is written', () => {
  test('gets none of its items, and the half-made project is gone', async () => {
    await createTable(ORDERS)
    const before = openProjectId()
    const summary = await chosen(model(20_000))
    const stop = useImport.subscribe(
      ({ state }) => state.phase === 'writing' && state.done > 500 && void openProject(before),
    )
    await importAsProject(summary)
    stop()
    expect(useImport.getState().state).toMatchObject({ phase: 'failed' })
    await expect.poll(() => useProject.getState()).toMatchObject({ status: 'ready', id: before })
    expect(await readAllItems('orders')).toEqual([])
    expect(useProject.getState().design.tables).toHaveLength(1)
    expect(await importedProjects()).toEqual([])
    expect(useUndo.getState().undoLabel).toBe('create table orders')
    await undo()
    expect((await call('ListTables', {})).TableNames).toEqual([])
  })

  test('the start page stops it as well', async () => {
    const summary = await chosen(model(20_000))
    const stop = useImport.subscribe(
      ({ state }) => state.phase === 'writing' && state.done > 500 && closeProject(),
    )
    await importAsProject(summary)
    stop()
    expect(useProject.getState().status).toBe('none')
    expect(await importedProjects()).toEqual([])
  })

  test('tables that were to join the project before join no other', async () => {
    const before = openProjectId()
    const summary = await chosen(model(20_000))
    const stop = useImport.subscribe(({ state }) => {
      if (state.phase !== 'writing' || state.done < 500) return
      stop()
      void createProject('Other')
    })
    await importIntoProject(summary)
    await expect.poll(() => useProject.getState()).toMatchObject({ status: 'ready', name: 'Other' })
    expect((await call('ListTables', {})).TableNames).toEqual([])
    await openProject(before)
    const designed = () => useProject.getState().design.tables.map(({ definition }) => definition.TableName)
    await expect.poll(designed).toEqual(['orders'])
  })

  test('a second file is refused with a word', async () => {
    const summary = await chosen(model(20_000))
    const writing = importAsProject(summary)
    await importFile(file(model(1), 'second.json'))
    expect(useNotices.getState().notices.at(-1)?.title).toBe('second.json was not opened')
    await writing
    expect(phase()).toBe('done')
  })
})

test('names from Object.prototype are names as any other', async () => {
  const content = model(30, ['constructor', '__proto__'])
  const facets = [
    { FacetName: 'constructor', NonKeyAttributes: [], TableData: [], DataAccess: { MySql: {} } },
  ]
  await importAsProject(
    await chosen({
      ...content,
      DataModel: content.DataModel.map((table) => ({ ...table, TableFacets: facets })),
    }),
  )
  for (const name of ['constructor', '__proto__']) {
    const items = await readAllItems(name)
    expect(items).toHaveLength(30)
    const { removed } = await deleteItems(name, items.slice(0, 10))
    expect(removed).toBe(10)
  }
  expect(await readAllItems('__proto__')).toHaveLength(20)
  expect(useProject.getState().design.tables[1]?.entities.map(({ name }) => name)).toEqual(['constructor'])
})

describe('tables added to the open project', () => {
  test('get free names, and are one undo step', async () => {
    await createTable(ORDERS)
    await importIntoProject(await chosen(model(30, ['orders', 'users'])))
    const tables = async () => (await call('ListTables', {})).TableNames
    expect(await tables()).toEqual(['orders', 'orders-2', 'users'])
    expect(await readAllItems('orders-2')).toHaveLength(30)
    expect(await readAllItems('orders')).toHaveLength(0)
    await undo()
    expect(await tables()).toEqual(['orders'])
    expect(useProject.getState().design.tables).toHaveLength(1)
    await redo()
    expect(await tables()).toEqual(['orders', 'orders-2', 'users'])
    expect(await readAllItems('users')).toHaveLength(30)
  })
})

describe('a file that cannot be taken', () => {
  test.each([
    ['cut off', '{"ModelName": "Shop", "DataModel": [', /./],
    ['no model', { hello: 'world' }, /no data model|not/i],
    ['empty', '', /./],
  ])('%s: says why, and makes nothing', async (_, content, message) => {
    await importFile(file(content, 'broken.json'))
    const { state } = useImport.getState()
    expect(state).toMatchObject({
      phase: 'failed',
      fileName: 'broken.json',
      failure: { message: expect.stringMatching(message) },
    })
    expect(state.phase === 'failed' && state.failure.hint).toBeTruthy()
    expect(await importedProjects()).toEqual([])
  })
})
