import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../theme/base.css'
import { beside, call } from '../workspace/engine.ts'
import { closeProject, useProject } from '../workspace/project.ts'
import { currentRoute } from '../workspace/route.ts'
import { withProject } from '../workspace/testing/withProject.ts'
import { StartPage } from './StartPage.tsx'

withProject()

const startBlank = async () => {
  closeProject()
  await render(<StartPage />)
  await page.getByRole('button', { name: /^Start blank/ }).click()
}

test('a blank start that is cancelled leaves no project behind', async () => {
  const before = await beside().listProjects()
  await startBlank()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0)
  expect((await beside().listProjects()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(useProject.getState().status).toBe('none')
})

test('a blank start makes a project with its first table and opens it', async () => {
  await startBlank()
  await page.getByLabelText('Table name').fill('orders')
  await page.getByRole('button', { name: 'Create table' }).click()
  await expect.poll(() => currentRoute().table).toBe('orders')
  expect(useProject.getState()).toMatchObject({ status: 'ready', name: 'Untitled design' })
  expect((await call('ListTables', {})).TableNames).toEqual(['orders'])
})
