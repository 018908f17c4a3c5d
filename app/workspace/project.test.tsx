import { expect, test } from 'vitest'
import { useActivity } from './activity.ts'
import { openDialog, useDialog } from './dialogs.ts'
import { beside, call } from './engine.ts'
import { handToQuery, useHandedRequest } from './handedRequest.ts'
import { changeDesign, closeProject, onProjectLeft, openProject, useProject } from './project.ts'
import { projectDoor, readProjectDocument, writeProjectDocument } from './projectDoor.ts'
import { createProject, duplicateProject } from './projects.ts'
import { editStructure } from './structureEdit.ts'
import { createTable } from './tableEdits.ts'
import { ORDERS, openProjectId, withProject } from './testing/withProject.ts'
import { useUndo } from './undo.ts'

withProject()

test('the door of a project is shut from the moment that another is to be opened', async () => {
  const id = openProjectId()
  const door = projectDoor(id)
  await door.call('CreateTable', ORDERS)
  const { id: other } = await beside().createProject('Other')
  const opened = openProject(other)
  await Promise.all([expect(writeProjectDocument(id, 'query', '{}')).resolves.toBeUndefined(), opened])
  await expect(door.call('ListTables', {})).rejects.toMatchObject({ name: 'ProjectClosed' })
  await expect(writeProjectDocument(id, 'query', 'lost')).rejects.toThrow('not open any more')
  expect(await readProjectDocument(other, 'query')).toBeUndefined()
  await openProject(id)
  expect(await door.call('ListTables', {})).toEqual({ TableNames: ['orders'] })
  expect(await readProjectDocument(id, 'query')).toBe('{}')
})

test('what is edited just before another project opens is saved in its own', async () => {
  const id = openProjectId()
  const edits = ['one', 'two', 'three'].map((description) =>
    changeDesign((design) => ({ ...design, description })),
  )
  await createProject('Other')
  await Promise.all(edits)
  expect(useProject.getState().design.description).toBe('')
  await expect(changeDesign((design) => ({ ...design, author: 'late' }), id)).rejects.toMatchObject({
    name: 'ProjectClosed',
  })
  await openProject(id)
  expect(useProject.getState().design.description).toBe('three')
})

test('a new project that another opening overtakes is gone', async () => {
  const id = openProjectId()
  let back: Promise<void> | undefined
  const stop = useProject.subscribe(({ name }) => {
    if (name === 'Overtaken') back ??= openProject(id)
  })
  await expect(createProject('Overtaken')).rejects.toMatchObject({ name: 'ProjectClosed' })
  stop()
  await back
  expect(useProject.getState()).toMatchObject({ status: 'ready', id, name: 'Test' })
  expect((await beside().listProjects()).map(({ name }) => name)).not.toContain('Overtaken')
})

test('the copy of a project is opened', async () => {
  await createTable(ORDERS)
  await duplicateProject()
  expect(useProject.getState()).toMatchObject({ status: 'ready', name: 'Test copy' })
  expect(useProject.getState().design.tables).toHaveLength(1)
})

test('what the window holds of a project goes with it', async () => {
  let left = 0
  const stop = onProjectLeft(() => left++)
  await call('ListTables', {})
  handToQuery({ operation: 'Scan', input: { TableName: 'orders' } })
  openDialog({ kind: 'newTable' })
  closeProject()
  stop()
  expect(left).toBe(1)
  expect(useHandedRequest.getState().request).toBeUndefined()
  expect(useActivity.getState().requests).toEqual([])
  expect(useDialog.getState().dialog).toBeUndefined()
})

test('where the design cannot be saved, the engine takes its half back', async () => {
  const edit = editStructure({
    projectId: openProjectId(),
    label: 'create table',
    apply: () => call('CreateTable', ORDERS),
    revert: () => call('DeleteTable', { TableName: 'orders' }),
    design: (design) => ({ ...design, extra: { unsaveable: 1n } }),
  })
  await expect(edit).rejects.toThrow(TypeError)
  expect((await call('ListTables', {})).TableNames).toEqual([])
  expect(useProject.getState().design.extra).toEqual({})
  expect(useUndo.getState().undoLabel).toBeUndefined()
})
