import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../theme/base.css'
import { OpenDialogs } from '../OpenDialogs.tsx'
import { KEPT_DAYS, markDeleted } from '../workspace/deletedProjects.ts'
import { closeDialog, openDialog } from '../workspace/dialogs.ts'
import { beside } from '../workspace/engine.ts'
import { closeProject, openProject, useProject } from '../workspace/project.ts'
import { deleteProject, destroyExpired, refreshProjects } from '../workspace/projects.ts'
import { navigate } from '../workspace/route.ts'
import { openProjectId, withProject } from '../workspace/testing/withProject.ts'
import { ProjectFailed } from './ProjectFailed.tsx'

withProject()
beforeEach(async () => await page.viewport(1280, 800))
afterEach(() => {
  closeDialog()
  localStorage.removeItem('sortkey.deletedProjects')
})

const exists = async (id: string) => (await beside().listProjects()).some((project) => project.id === id)

test('a link to a deleted project offers it back', async () => {
  const id = openProjectId()
  await deleteProject(id)
  await openProject(id)
  const { status, error } = useProject.getState()
  expect(status).toBe('failed')
  await render(<ProjectFailed error={error ?? { name: '', message: '' }} />)
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect.poll(() => useProject.getState()).toMatchObject({ status: 'ready', id, name: 'Test' })
})

test('what is removed for good is said and asked first', async () => {
  const id = openProjectId()
  await deleteProject(id)
  await refreshProjects()
  openDialog({ kind: 'projects' })
  await render(<OpenDialogs />)
  await page.getByRole('button', { name: 'Remove for good…' }).click()
  await expect.element(page.getByText('all their items')).toBeVisible()
  expect(await exists(id)).toBe(true)
  await page.getByRole('button', { name: 'Remove for good', exact: true }).click()
  await expect.poll(() => exists(id)).toBe(false)
  await expect.element(page.getByText('Projects in this browser')).toBeVisible()
})

test('a project whose days are over goes, but never the open one', async () => {
  const id = openProjectId()
  const long = Date.now() - (KEPT_DAYS + 1) * 24 * 60 * 60 * 1000
  markDeleted(id, long)
  await destroyExpired()
  expect(await exists(id)).toBe(true)
  const { id: other } = await beside().createProject('Other')
  await openProject(other)
  navigate({ projectId: other }, { replace: true })
  await destroyExpired()
  expect(await exists(id)).toBe(false)
  closeProject()
})
