import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { handleKeys } from '../workspace/commands.ts'
import { call } from '../workspace/engine.ts'
import { currentRoute, navigate } from '../workspace/route.ts'
import { undo } from '../workspace/undo.ts'
import { ItemsStage, openOrders } from './testing/openOrders.tsx'
import { orderItems } from './testing/ordersTable.ts'

addEventListener('keydown', (event) => {
  if (!event.defaultPrevented) handleKeys(event)
})

vi.setConfig({ testTimeout: 60_000 })
const SOON = { timeout: 15_000 }

beforeEach(async () => {
  await page.viewport(1220, 720)
})

async function show(items: readonly Item[] = orderItems) {
  await openOrders(items)
  return render(<ItemsStage />)
}

const grid = () => page.getByRole('grid')
const inspector = () => page.getByRole('complementary', { name: 'Inspector' })
const line = (text: RegExp) => page.getByRole('row', { name: text })
const cell = (of: RegExp, name: string) => line(of).getByRole('gridcell', { name: new RegExp(`^${name}`) })
const cellEditor = (name: string) => page.getByRole('dialog', { name: `Edit ${name}` }).getByRole('textbox')
const input = (name: string) => inspector().getByRole('textbox', { name, exact: true })

async function stored(): Promise<Item[]> {
  return (await call('Scan', { TableName: 'Orders' })).Items ?? []
}

function paste(text: string) {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

describe('editing', () => {
  test('a cell in place, and undo brings the old value back', async () => {
    await show()
    await cell(/ORDER#2024-01-03/, 'total').dblClick()
    const editor = cellEditor('total')
    await expect.element(editor, SOON).toHaveFocus()
    await editor.fill('15')
    await userEvent.keyboard('{Enter}')
    await expect.element(cell(/ORDER#2024-01-03/, 'total'), SOON).toHaveTextContent('total15')
    await expect.element(grid()).toHaveFocus()
    await undo()
    await expect.element(cell(/ORDER#2024-01-03/, 'total'), SOON).toHaveTextContent('total12.5')
  })

  test('a key moves the item, and not onto another one', async () => {
    await show()
    await line(/CUSTOMER#1 PROFILE/)
      .getByRole('rowheader')
      .last()
      .dblClick()
    const editor = cellEditor('SK')
    await editor.fill('ORDER#2024-01-03')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert'), SOON).toHaveTextContent(/ConditionalCheckFailedException/)
    await editor.fill('ABOUT')
    await userEvent.keyboard('{Enter}')
    await expect.element(line(/CUSTOMER#1 ABOUT/), SOON).toHaveAttribute('aria-selected', 'true')
    expect(await stored()).toHaveLength(orderItems.length)
    expect(currentRoute().key).toEqual({ PK: { S: 'CUSTOMER#1' }, SK: { S: 'ABOUT' } })
    await undo()
    await expect.element(line(/CUSTOMER#1 PROFILE/), SOON).toBeVisible()
  })

  test('in an index, the whole item is kept', async () => {
    await show()
    await page.getByRole('tab', { name: /^byStatus/ }).click()
    await cell(/SHIPPED/, 'total').dblClick()
    const editor = cellEditor('total')
    await editor.fill('100')
    await userEvent.keyboard('{Enter}')
    await expect.element(cell(/SHIPPED/, 'total'), SOON).toHaveTextContent('total100')
    const item = (await stored()).find(({ total }) => total && 'N' in total && total.N === '100')
    expect(item?.note).toEqual({ S: 'leave at the door' })
  })
})

describe('what another tab writes meanwhile', () => {
  test('stays, as an edit here is one of its attribute only', async () => {
    await show()
    await cell(/ORDER#2024-01-03/, 'total').dblClick()
    await cellEditor('total').fill('15')
    const Key = { PK: { S: 'CUSTOMER#1' }, SK: { S: 'ORDER#2024-01-03' } }
    await call('UpdateItem', {
      TableName: 'Orders',
      Key,
      UpdateExpression: 'SET theirs = :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    })
    await userEvent.keyboard('{Enter}')
    await expect.element(cell(/ORDER#2024-01-03/, 'total'), SOON).toHaveTextContent('total15')
    const { Item: item } = await call('GetItem', { TableName: 'Orders', Key })
    expect(item).toMatchObject({ total: { N: '15' }, theirs: { N: '1' } })
    await undo()
    const { Item: undone } = await call('GetItem', { TableName: 'Orders', Key })
    expect(undone).toMatchObject({ total: { N: '12.5' }, theirs: { N: '1' } })
  })

  test('is followed by the selection: what is gone is not selected', async () => {
    await show()
    await line(/ORDER#2024-01-03/)
      .getByRole('rowheader')
      .last()
      .click()
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await expect.element(inspector(), SOON).toHaveTextContent(/3 items/)
    const Key = { PK: { S: 'CUSTOMER#1' }, SK: { S: 'ORDER#2024-01-03' } }
    await call('DeleteItem', { TableName: 'Orders', Key })
    await expect.element(inspector(), SOON).toHaveTextContent(/2 items/)
  })
})

test('an item being added belongs to its project', async () => {
  await show()
  await page.getByRole('button', { name: 'Add item' }).click()
  await input('PK').fill('HALF')
  await openOrders([])
  await page.getByRole('button', { name: 'Add the first item' }).click()
  await expect.element(input('PK'), SOON).toHaveValue('')
})

describe('the inspector of one item', () => {
  test('tells its entity, size and indexes, and why it is not in one', async () => {
    await show()
    await line(/CUSTOMER#1 PROFILE/)
      .getByRole('rowheader')
      .last()
      .click()
    await expect.element(inspector(), SOON).toHaveTextContent(/^CustomerCUSTOMER#1 · PROFILE/)
    await expect.element(inspector()).toHaveTextContent(/48 B/)
    await expect.element(inspector()).toHaveTextContent(/byStatusno status · no placed/)
    await line(/ORDER#2024-01-03/)
      .getByRole('rowheader')
      .last()
      .click()
    await expect.element(inspector(), SOON).toHaveTextContent(/byStatuswithout 1 attribute/)
  })

  test('follows the address', async () => {
    await openOrders(orderItems)
    navigate({ key: { PK: { S: 'CUSTOMER#2' }, SK: { S: 'PROFILE' } } })
    await render(<ItemsStage />)
    await expect.element(line(/CUSTOMER#2 PROFILE/), SOON).toHaveAttribute('aria-selected', 'true')
  })
})

describe('adding', () => {
  test('the first item of an empty table', async () => {
    await show([])
    await page.getByRole('button', { name: 'Add the first item' }).click()
    await expect.element(input('PK'), SOON).toHaveFocus()
    await input('PK').fill('CUSTOMER#9')
    await input('SK').fill('PROFILE')
    await inspector().getByRole('button', { name: '+ name' }).click()
    await input('name').fill('Eve')
    await inspector().getByRole('button', { name: 'Add item' }).click()
    await expect.element(line(/CUSTOMER#9 PROFILE/), SOON).toHaveAttribute('aria-selected', 'true')
    expect(await stored()).toEqual([{ PK: { S: 'CUSTOMER#9' }, SK: { S: 'PROFILE' }, name: { S: 'Eve' } }])
  })

  test('not over an item that exists; the draft stays, also while another item is looked at', async () => {
    await show()
    await page.getByRole('button', { name: 'Add item' }).click()
    await input('PK').fill('CUSTOMER#1')
    await input('SK').fill('PROFILE')
    await inspector().getByRole('button', { name: 'Add item' }).click()
    await expect
      .element(inspector().getByRole('alert'), SOON)
      .toHaveTextContent(/The conditional request failed/)
    await line(/CUSTOMER#2 PROFILE/)
      .getByRole('rowheader')
      .last()
      .click()
    await inspector().getByRole('button', { name: 'Back to the new item' }).click()
    await expect.element(input('SK')).toHaveValue('PROFILE')
  })

  test('pasted cells of a spreadsheet, after showing what will be added', async () => {
    await show()
    await expect.element(grid(), SOON).toBeVisible()
    paste('PK\tSK\tname\nCUSTOMER#1\tPROFILE\tAda L.\nCUSTOMER#3\tPROFILE\tCy\n\tPROFILE\tNobody')
    const dialog = page.getByRole('dialog')
    await expect.element(dialog, SOON).toHaveTextContent(/Read from the clipboard as Spreadsheet/)
    await expect.element(dialog, SOON).toHaveTextContent(/1 item with the same primary key exists already/)
    await expect.element(dialog).toHaveTextContent(/Item 3 .*not given a value: PK/)
    await dialog.getByRole('button', { name: 'Add 2 items' }).click()
    await expect.element(line(/CUSTOMER#3 PROFILE/), SOON).toBeVisible()
    await expect.element(dialog).not.toBeInTheDocument()
    await undo()
    await expect.element(cell(/CUSTOMER#1 PROFILE/, 'email'), SOON).toBeVisible()
    expect(await stored()).toHaveLength(orderItems.length)
  })
})

describe('several items', () => {
  test('are deleted with the keyboard, and undo brings all of them back', async () => {
    await show()
    await line(/ORDER#2024-01-03/)
      .getByRole('rowheader')
      .last()
      .click()
    await expect.element(line(/ORDER#2024-01-03/), SOON).toHaveAttribute('aria-selected', 'true')
    await expect.element(grid(), SOON).toHaveFocus()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(inspector(), SOON).toHaveTextContent(/2 items/)
    await userEvent.keyboard('{Delete}')
    await expect.element(page.getByText(/^3 items$/), SOON).toBeVisible()
    await undo()
    await expect.element(page.getByText(/^5 items$/), SOON).toBeVisible()
    expect(await stored()).toHaveLength(5)
  })

  test('are not deleted by a key that is pressed elsewhere', async () => {
    await show()
    await line(/CUSTOMER#2 PROFILE/)
      .getByRole('rowheader')
      .last()
      .click()
    await expect.element(inspector(), SOON).toHaveTextContent(/PROFILE/)
    const tab = page.getByRole('tab', { name: /^Orders/ })
    ;(tab.element() as HTMLElement).focus()
    await userEvent.keyboard('{Delete}')
    ;(grid().element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}d{/Control}')
    await expect.element(line(/CUSTOMER#2 PROFILE-copy/), SOON).toBeVisible()
    expect(await stored()).toHaveLength(orderItems.length + 1)
  })

  test('are no longer selected when the paste that added them is undone', async () => {
    await show()
    await expect.element(grid(), SOON).toBeVisible()
    paste('PK,SK\nCUSTOMER#7,A\nCUSTOMER#7,B')
    await page.getByRole('dialog').getByRole('button', { name: 'Add 2 items' }).click()
    await expect.element(inspector(), SOON).toHaveTextContent(/2 items/)
    await undo()
    await expect.element(inspector(), SOON).not.toHaveTextContent(/2 items/)
    expect(currentRoute().key).toBeUndefined()
  })

  test('are duplicated under free keys', async () => {
    await show()
    await line(/CUSTOMER#2 PROFILE/)
      .getByRole('rowheader')
      .last()
      .click()
    await userEvent.keyboard('{Control>}d{/Control}')
    await expect.element(line(/CUSTOMER#2 PROFILE-copy/), SOON).toHaveAttribute('aria-selected', 'true')
  })
})

test('finds an item collection by its partition key, or by a part of it', async () => {
  await show()
  const find = page.getByRole('searchbox', { name: /Find by partition key/ })
  for (const text of ['CUSTOMER#2', 'MER#2']) {
    await find.fill(text)
    await userEvent.keyboard('{Enter}')
    await expect.element(grid(), SOON).toHaveFocus()
    const active = document.getElementById(grid().element().getAttribute('aria-activedescendant') ?? '')
    expect(active?.textContent).toBe('CUSTOMER#2')
  }
  await find.fill('nobody')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('None found'), SOON).toBeVisible()
})

test('the grid shows the same items, and edits them', async () => {
  await show()
  await page.getByRole('radio', { name: 'Grid' }).click({ force: true })
  await expect.element(grid(), SOON).toHaveAttribute('aria-rowcount', '6')
  await page.getByRole('gridcell', { name: 'SHIPPED' }).dblClick()
  await cellEditor('status').fill('LOST')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('gridcell', { name: 'LOST' }), SOON).toBeVisible()
})
