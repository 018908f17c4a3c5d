import { expect, expectAccessible, test } from './fixtures.ts'

test('the start page offers six samples or more, and each opens', async ({ workbench }) => {
  const { page } = workbench
  await expectAccessible(page)
  const cards = page.getByRole('region', { name: 'Sample designs' }).getByRole('listitem')
  await expect(cards.nth(5)).toBeVisible()
  const titles = await cards.locator('strong').allInnerTexts()
  for (const title of titles) {
    await test.step(title, async () => {
      await workbench.openSample(title)
      await expect(workbench.items.getByRole('gridcell').first()).toBeVisible()
      await page.getByRole('link', { name: /start page/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    })
  }
})

test('the palette finds a table’s index and a command by a few letters', async ({ workbench }) => {
  const { page } = workbench
  await workbench.openSample('Online shop')
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: /Find/ }).fill('open-ord')
  await page.keyboard.press('Enter')
  await expect(workbench.main.getByRole('tab', { name: /open-orders/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
})

test('the activity drawer tells each request with its JSON, capacity and how to repeat it', async ({
  workbench,
}) => {
  const { page } = workbench
  await workbench.openSample('Online shop')
  await workbench.show('Query')
  await workbench.chooseOperation('Scan')
  await workbench.run()
  await expect(workbench.results).toContainText(/32 read/)
  await page.getByRole('banner').getByRole('button', { name: 'Activity' }).click()
  const drawer = page.getByRole('region', { name: 'Activity' })
  await drawer.getByText('Scan').first().click()
  await expect(drawer).toContainText('"TableName": "coffee-shop"')
  await drawer.getByRole('button', { name: 'Copy as' }).click()
  await page.getByRole('menuitem', { name: /AWS CLI/ }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('aws dynamodb scan')
  await expectAccessible(page)
})

test('a project is renamed, duplicated and deleted, and only after it says what goes', async ({
  workbench,
}) => {
  const { page } = workbench
  await workbench.openSample('Team chat')
  const menu = page.getByRole('button', { name: /^Project:/ })
  await menu.click()
  await page.getByRole('menuitem', { name: /Rename/ }).click()
  await workbench.dialog().getByRole('textbox').fill('Chat, second try')
  await page.keyboard.press('Enter')
  await expect(menu).toContainText('Chat, second try')
  await menu.click()
  await page.getByRole('menuitem', { name: /Duplicate/ }).click()
  await expect(menu).not.toHaveText('Chat, second try')
  await expect(workbench.items.getByRole('gridcell').first()).toBeVisible()
  await menu.click()
  await page.getByRole('menuitem', { name: /Delete/ }).click()
  await expect(workbench.dialog()).toContainText(/26 items/)
  await workbench
    .dialog()
    .getByRole('button', { name: /Delete/ })
    .click()
  await expect(workbench.dialog()).toBeHidden()
})

test('at 1024 × 768 everything still has its place', async ({ workbench }) => {
  await workbench.page.setViewportSize({ width: 1024, height: 768 })
  await workbench.openSample('Online shop')
  await expect(workbench.items.getByRole('gridcell').first()).toBeVisible()
  const overflow = await workbench.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await workbench.show('Query')
  await expect(workbench.main.getByRole('button', { name: /^Run/ })).toBeInViewport()
})
