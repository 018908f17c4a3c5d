import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../theme/base.css'
import { call } from '../workspace/engine.ts'
import { useProject } from '../workspace/project.ts'
import { currentRoute } from '../workspace/route.ts'
import { createTable } from '../workspace/tableEdits.ts'
import { ORDERS, withProject } from '../workspace/testing/withProject.ts'
import { NewTableDialog } from './NewTableDialog.tsx'

withProject()

const onClose = vi.fn()
beforeEach(async () => {
  onClose.mockClear()
  await page.viewport(1280, 800)
})

const nameInput = () => page.getByLabelText('Table name')
const create = () => page.getByRole('button', { name: 'Create table' }).click()

test('a name and two keys make a table, and the workbench goes there', async () => {
  await render(<NewTableDialog onClose={onClose} />)
  await expect.element(nameInput()).toHaveFocus()
  await userEvent.keyboard('orders{Enter}')
  await expect.poll(() => onClose.mock.calls.length).toBe(1)
  const { Table } = await call('DescribeTable', { TableName: 'orders' })
  expect(Table.KeySchema).toEqual(ORDERS.KeySchema)
  expect(Table.BillingModeSummary?.BillingMode).toBe('PAY_PER_REQUEST')
  expect(currentRoute().table).toBe('orders')
  expect(useProject.getState().design.tables).toHaveLength(1)
})

test('nothing is wrong before one has typed; then the words of the API stand at the input', async () => {
  await render(<NewTableDialog onClose={onClose} />)
  expect(document.querySelector('[aria-invalid=true]')).toBeNull()
  await nameInput().fill('no')
  expect(document.querySelector('[aria-invalid=true]')).toBeNull()
  await page.getByLabelText('Partition key', { exact: true }).click()
  await expect.element(nameInput()).toHaveAttribute('aria-invalid', 'true')
  await expect
    .element(nameInput())
    .toHaveAccessibleDescription(/Member must have length greater than or equal to 3/)
  await nameInput().fill('now it is good')
  await expect.element(nameInput()).toHaveAccessibleDescription(/regular expression pattern/)
  await nameInput().fill('good')
  await expect.element(nameInput()).not.toHaveAttribute('aria-invalid')
})

test('a message that appears does not move a button away from under the pointer', async () => {
  await render(<NewTableDialog onClose={onClose} />)
  await nameInput().fill('x')
  await page.getByRole('button', { name: 'Global index' }).click()
  await expect.element(page.getByRole('region', { name: 'Index GSI1' })).toBeVisible()
})

test('with problems it makes nothing, and the focus goes to the first', async () => {
  await createTable(ORDERS)
  await render(<NewTableDialog onClose={onClose} />)
  await nameInput().fill('orders')
  await create()
  await expect.element(nameInput()).toHaveFocus()
  await expect.element(nameInput()).toHaveAccessibleDescription(/Table already exists: orders/)
  expect(onClose).not.toHaveBeenCalled()
})

test('indexes of both kinds, with several key attributes and a projection', async () => {
  await render(<NewTableDialog onClose={onClose} />)
  await nameInput().fill('orders')
  await page.getByRole('button', { name: 'Global index' }).click()
  await page.getByRole('button', { name: 'Local index' }).click()
  const global = page.getByRole('region', { name: 'Index GSI1' })
  const local = page.getByRole('region', { name: 'Index LSI1' })
  await global.getByLabelText('Partition key', { exact: true }).fill('tenant')
  await global.getByRole('button', { name: 'Another attribute' }).first().click()
  await global.getByLabelText('Partition key, attribute 2', { exact: true }).fill('region')
  await local.getByLabelText('Sort key', { exact: true }).fill('dueAt')
  await global.getByText('INCLUDE').click()
  await global.getByLabelText('Attributes to include, separated by commas').fill('status, total')
  await create()
  await expect.poll(() => onClose.mock.calls.length).toBe(1)
  const { Table } = await call('DescribeTable', { TableName: 'orders' })
  expect(Table.GlobalSecondaryIndexes).toMatchObject([
    {
      IndexName: 'GSI1',
      KeySchema: [
        { AttributeName: 'tenant', KeyType: 'HASH' },
        { AttributeName: 'region', KeyType: 'HASH' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status', 'total'] },
    },
  ])
  expect(Table.LocalSecondaryIndexes).toMatchObject([
    { IndexName: 'LSI1', KeySchema: [{ AttributeName: 'PK' }, { AttributeName: 'dueAt' }] },
  ])
})
