// Nothing is lost: a reload, a closed browser and a second tab find everything as it was.

import { expect, expectAccessible, test } from './fixtures.ts'
import { library, manyOrders } from './models.ts'
import { Workbench } from './workbench.ts'

test('a reload and a restart of the browser find project, view, selection and items as they were', async ({
  profile,
  workbench,
}) => {
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
  await workbench.cell('title Dune').dblclick()
  await workbench.page.getByRole('dialog').getByRole('textbox').fill('Dune Messiah')
  await workbench.page.keyboard.press('Enter')
  await workbench.main.getByRole('tab', { name: /byDue/ }).click()
  await expect(workbench.cell('title Dune Messiah')).toBeVisible()
  await workbench.expectSaved()
  const address = workbench.page.url()

  await workbench.page.reload()
  await expect(workbench.cell('title Dune Messiah')).toBeVisible()
  expect(workbench.page.url()).toBe(address)

  await profile.close()
  const later = new Workbench(await profile.open())
  await later.visit(address)
  await expect(later.cell('title Dune Messiah')).toBeVisible()
  await expect(later.treeItem('Loan 3')).toBeVisible()
  await expect(later.main.getByRole('tab', { name: /byDue/ })).toHaveAttribute('aria-selected', 'true')
  expect(later.pageErrors).toEqual([])
})

test('the start page lists the projects of this browser after a restart', async ({ profile, workbench }) => {
  await workbench.openSample('Team chat')
  await workbench.expectSaved()
  await profile.close()
  const later = new Workbench(await profile.open())
  await later.visit('#/start')
  await later.page.getByRole('region', { name: 'Continue' }).getByRole('button').first().click()
  await later.expectOpen()
})

test('what is typed into the query form survives a reload', async ({ workbench }) => {
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
  await workbench.show('Query')
  await workbench.main.getByLabel('pk, value').fill('MEMBER#2')
  await workbench.run()
  await expect(workbench.results).toContainText('Ulysses')
  await workbench.page.reload()
  await expect(workbench.main.getByLabel('pk, value')).toHaveValue('MEMBER#2')
})

test('two tabs on one project see each other’s changes, and the second goes on when the first is closed', async ({
  profile,
  workbench,
}) => {
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
  const second = new Workbench(await profile.newTab())
  await second.visit(workbench.page.url())
  await second.cell('title Emma').dblclick()
  await second.page.getByRole('dialog').getByRole('textbox').fill('Persuasion')
  await second.page.keyboard.press('Enter')
  await expect(second.cell('title Persuasion')).toBeVisible()
  await expect(workbench.cell('title Persuasion')).toBeVisible()
  await workbench.page.close()
  await second.undo()
  await expect(second.cell('title Emma')).toBeVisible()
  expect(second.pageErrors).toEqual([])
})

test('an import that is left half way leaves the open project as it was', async ({ workbench }) => {
  const { page } = workbench
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
  const address = page.url()
  await workbench.dropFile('many.json', manyOrders(60_000, 'Library'))
  await workbench
    .dialog(/^Import/)
    .getByRole('button', { name: 'Make a new project' })
    .click()
  await expect(workbench.dialog(/^Importing/)).toContainText(/[1-9][\d,]* of 60,000/)
  await page.evaluate(() => {
    location.hash = '#/start'
  })
  await expect(workbench.dialog(/^Importing/)).toBeHidden({ timeout: 30_000 })
  await workbench.visit(address)
  await page.reload()
  await expect(workbench.cell('title Dune')).toBeVisible()
  await expect(workbench.main).toContainText('5 items')
})

test('a new table is made from nothing and gets its first item', async ({ workbench }) => {
  const { inspector, main, page } = workbench
  await page.getByRole('button', { name: /^Start blank/ }).click()
  const dialog = workbench.dialog('New table')
  await dialog.getByRole('textbox', { name: 'Table name' }).fill('No')
  await dialog.getByRole('button', { name: 'Create table' }).click()
  await expect(dialog).toContainText('Member must have length greater than or equal to 3')
  await dialog.getByRole('textbox', { name: 'Table name' }).fill('Notes')
  await dialog.getByRole('textbox', { name: /Partition key/ }).fill('owner')
  await dialog.getByRole('textbox', { name: /Sort key/ }).fill('written')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Create table' }).click()
  await expect(workbench.treeItem(/^Notes/)).toBeVisible()
  await main
    .getByRole('button', { name: /Add (item|the first item)/ })
    .first()
    .click()
  await inspector.getByRole('textbox', { name: 'owner' }).fill('me')
  await inspector.getByRole('textbox', { name: 'written' }).fill('2026-11-20')
  await inspector.getByRole('button', { name: 'Add item' }).click()
  await expect(workbench.item('2026-11-20')).toBeVisible()
})
