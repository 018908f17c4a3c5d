import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../theme/base.css'
import type { ReportEntry } from '../transfer/report.ts'
import { ImportReportList } from './ImportReportList.tsx'

const alike = (count: number): ReportEntry[] =>
  Array.from({ length: count }, (_, position) => ({
    kind: 'repaired',
    path: `$.Items[${position}].price`,
    message: 'The value is typed twice.',
  }))

const show = (entries: ReportEntry[]) =>
  render(<ImportReportList report={{ entries, tables: 1, items: 1 }} />)

test('up to six places of one remark all show, and the remark stands once', async () => {
  await show(alike(6))
  expect(page.getByText('The value is typed twice.').elements()).toHaveLength(1)
  await expect.element(page.getByText('6 times')).toBeVisible()
  for (let position = 0; position < 6; position++) {
    await expect.element(page.getByText(`$.Items[${position}].price`)).toBeVisible()
  }
  expect(page.getByRole('button').elements()).toHaveLength(0)
})

test('of more places, all show on demand', async () => {
  await show(alike(12))
  await expect.element(page.getByText('$.Items[0].price')).toBeVisible()
  expect(page.getByText('$.Items[11].price').elements()).toHaveLength(0)
  await page.getByRole('button', { name: '9 more places' }).click()
  await expect.element(page.getByText('$.Items[11].price')).toBeVisible()
})
