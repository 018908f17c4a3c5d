import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../theme/base.css'
import { currentRoute, navigate } from '../workspace/route.ts'
import { createTable } from '../workspace/tableEdits.ts'
import { ORDERS, withProject } from '../workspace/testing/withProject.ts'
import { Sidebar } from './Sidebar.tsx'

withProject()

const shop = {
  ...ORDERS,
  AttributeDefinitions: [
    ...ORDERS.AttributeDefinitions,
    { AttributeName: 'date', AttributeType: 'S' as const },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byDate',
      KeySchema: [{ AttributeName: 'date', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
    },
  ],
}
const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(name) })

test('the tree is one stop in the tab order; arrows move, Enter opens, left closes', async () => {
  await createTable(shop)
  await createTable({ ...ORDERS, TableName: 'users' })
  navigate({ table: 'orders' })
  await render(<Sidebar />)
  await expect.element(row('orders')).toHaveAttribute('aria-selected', 'true')
  expect(document.querySelectorAll('[role=treeitem][tabindex="0"]')).toHaveLength(1)

  row('orders').element().focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(row('byDate')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(currentRoute()).toMatchObject({ table: 'orders', index: 'byDate' })
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(row('orders')).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(row('orders')).toHaveAttribute('aria-expanded', 'false')
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(row('users')).toHaveFocus()
  await userEvent.keyboard('o')
  await expect.element(row('orders')).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(row('byDate')).toBeVisible()
})

test('a project without tables offers to make one', async () => {
  await render(<Sidebar />)
  await expect.element(page.getByRole('button', { name: 'New table…' })).toBeVisible()
})
