// A table of 100,000 items: opens at once, scrolls without stutter, and a Scan of it all leaves the page free.

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { manyOrders } from './models.ts'

const COUNT = 100_000

/** Long tasks of the page from here on, in ms. */
async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { longTasks: seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(Math.round(entry.duration))
    }).observe({ type: 'longtask' })
  })
  return () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
}

test('100,000 items are imported, scrolled, queried and scanned', async ({ workbench, theme }) => {
  test.skip(theme === 'dark', 'The theme makes no difference here.')
  test.setTimeout(240_000)
  const { items, main, page, results } = workbench
  await workbench.dropFile('many.json', manyOrders(COUNT))
  await expect(workbench.dialog(/Many orders is here/)).toBeVisible({ timeout: 180_000 })
  await workbench.finishImport()
  await expect(main).toContainText('100,000 items')

  await page.reload()
  await expect(items.getByRole('gridcell').first()).toBeVisible()
  const longTasks = await watchLongTasks(page)
  await items.hover()
  for (let step = 0; step < 40; step++) await page.mouse.wheel(0, 900)
  await expect(items.getByRole('gridcell').first()).toBeVisible()
  const worst = Math.max(0, ...(await longTasks()))
  test.info().annotations.push({ type: 'longest task while scrolling, ms', description: String(worst) })
  await page.keyboard.press('Escape')

  await workbench.show('Query')
  await main.getByLabel('pk, value').fill('CUSTOMER#0007')
  await workbench.run()
  await expect(results).toContainText(/100 read/)

  await workbench.chooseOperation('Scan')
  await main.getByText('Text', { exact: true }).click()
  await main.getByRole('textbox', { name: /Filter/i }).fill('#state = :open')
  await main.getByLabel('Attribute that #state stands for').fill('state')
  await main.getByLabel('Value of :open').fill('open')
  await workbench.run()
  await results.getByRole('button', { name: /Run to the end/ }).click()
  await main.getByLabel('Limit').fill('7') // The page answers while the Scan goes on.
  await expect(results).toContainText(/100,000 read/, { timeout: 60_000 })
  await expect(results).toContainText(/1,000 returned/)
})
