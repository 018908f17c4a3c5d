import { expect, expectAccessible, test } from './fixtures.ts'
import { library } from './models.ts'

test.beforeEach(async ({ workbench }) => {
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
})

test('item collections stand as bands, in sort-key order, coloured by entity, with their sizes', async ({
  workbench,
}) => {
  const { items, page } = workbench
  const ada = await items.getByRole('row').filter({ hasText: 'MEMBER#1' }).allInnerTexts()
  expect(ada.map((text) => /LOAN#[\d-]+|PROFILE/.exec(text)?.[0])).toEqual([
    'LOAN#2026-10-02',
    'LOAN#2026-11-12',
    'PROFILE',
  ])
  await expect(workbench.item('Dune')).toContainText('Loan')
  await expect(workbench.item('Dune')).toContainText(/\d+ B/)
  await expect(items).toContainText(/3 items/)
  await expectAccessible(page)
})

test('an index shows what it leaves out and what its projection drops', async ({ workbench }) => {
  await workbench.main.getByRole('tab', { name: /byDue/ }).click()
  await expect(workbench.item('Dune')).toBeVisible()
  await expect(
    workbench.item('Dune').getByRole('gridcell', { name: 'notes is not in the index' }),
  ).toBeVisible()
  await expect(workbench.main).toContainText('3 not in this index')
  await expect(workbench.items).toContainText('Not in this index')
  await expect(workbench.item('Ulysses')).toContainText('no due')
  await expectAccessible(workbench.page)
})

test('a cell is edited in place, and undo brings the old value back', async ({ workbench }) => {
  const { page } = workbench
  await workbench.cell('title Dune').dblclick()
  await page.getByRole('dialog').getByRole('textbox').fill('Dune Messiah')
  await page.keyboard.press('Enter')
  await expect(workbench.cell('title Dune Messiah')).toBeVisible()
  await workbench.undo()
  await expect(workbench.cell('title Dune Messiah')).toBeHidden()
  await expect(workbench.cell('title Dune')).toBeVisible()
  await workbench.redo()
  await expect(workbench.cell('title Dune Messiah')).toBeVisible()
})

test('a number that is none is refused in DynamoDB’s words, and what was typed is kept', async ({
  workbench,
}) => {
  const editor = workbench.page.getByRole('dialog')
  await workbench.cell('pages 604').dblclick()
  await editor.getByRole('textbox').fill('many')
  await workbench.page.keyboard.press('Enter')
  await expect(editor).toContainText('The parameter cannot be converted to a numeric value: many')
  await expect(editor.getByRole('textbox')).toHaveValue('many')
  await workbench.page.keyboard.press('Escape')
  await expect(workbench.cell('pages 604')).toBeVisible()
})

test('an item with all ten types, nested ones too, is added, duplicated, deleted and brought back', async ({
  workbench,
}) => {
  const { inspector, main, page } = workbench
  const everything = {
    pk: { S: 'TYPES' },
    sk: { S: 'all' },
    number: { N: '12345678901234567890123456789012345678' },
    bytes: { B: 'AP8H' },
    yes: { BOOL: true },
    nothing: { NULL: true },
    words: { SS: ['a', 'b'] },
    numbers: { NS: ['1', '2.5'] },
    blobs: { BS: ['AQ==', 'Ag=='] },
    list: { L: [{ S: 'x' }, { M: { deep: { L: [{ N: '1' }] } } }] },
    map: { M: { inner: { M: { flag: { BOOL: false } } } } },
  }
  await page.evaluate((clip) => navigator.clipboard.writeText(clip), JSON.stringify(everything))
  await workbench.items.getByRole('gridcell').first().click()
  await page.keyboard.press('ControlOrMeta+V')
  await page.getByRole('dialog').getByRole('button', { name: /^Add/ }).click()
  await expect(workbench.item('TYPES')).toBeVisible()
  await workbench.item('TYPES').getByRole('gridcell').first().click()
  await inspector.getByRole('tab', { name: 'DynamoDB JSON' }).click()
  await inspector.getByRole('textbox', { name: 'Item as DynamoDB JSON' }).focus()
  expect(JSON.parse(await workbench.copyAll())).toEqual(everything)

  await inspector.getByRole('button', { name: 'Duplicate item' }).click()
  await expect(workbench.item('TYPES')).toHaveCount(2)
  await workbench.undo()
  await expect(workbench.item('TYPES')).toHaveCount(1)
  await workbench.item('TYPES').getByRole('gridcell').first().click()
  await inspector.getByRole('button', { name: 'Delete item' }).click()
  await expect(workbench.item('TYPES')).toHaveCount(0)
  await workbench.undo()
  await expect(workbench.item('TYPES')).toHaveCount(1)
  await expect(main).toContainText('6 items')
  await workbench.item('TYPES').getByRole('gridcell').first().click()
  await inspector.getByRole('tab', { name: 'DynamoDB JSON' }).click()
  await inspector.getByRole('textbox', { name: 'Item as DynamoDB JSON' }).focus()
  expect(JSON.parse(await workbench.copyAll())).toEqual(everything)
})

test('a new item is typed in the inspector, and one over 400 KB is refused with the draft kept', async ({
  workbench,
}) => {
  const { inspector, main } = workbench
  await main.getByRole('button', { name: 'Add item' }).click()
  await inspector.getByRole('textbox', { name: 'pk' }).fill('MEMBER#3')
  await inspector.getByRole('textbox', { name: 'sk' }).fill('PROFILE')
  await inspector.getByRole('button', { name: /Add attribute/ }).click()
  await inspector.getByPlaceholder('Name').last().fill('bio')
  await inspector.getByRole('textbox', { name: 'bio', exact: true }).fill('x'.repeat(410_000))
  await inspector.getByRole('button', { name: 'Add item' }).click()
  await expect(inspector.getByRole('alert')).toContainText('Item size has exceeded the maximum allowed size')
  await inspector.getByRole('textbox', { name: 'bio', exact: true }).fill('Reads a lot')
  await inspector.getByRole('button', { name: 'Add item' }).click()
  await expect(workbench.cell('bio Reads a lot')).toBeVisible()
  await workbench.undo()
  await expect(workbench.cell('bio Reads a lot')).toBeHidden()
})

test('the keyboard alone selects, edits, deletes and undoes', async ({ workbench }) => {
  const { page } = workbench
  await workbench.cell('title Dune').click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Dune II')
  await page.keyboard.press('Enter')
  await expect(workbench.cell('title Dune II')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(workbench.item('Dune II')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(workbench.item('Dune II')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(workbench.cell('title Dune II')).toHaveCount(0)
})

test('the grid shows the same items by attribute', async ({ workbench }) => {
  await workbench.main.getByText('Grid', { exact: true }).click()
  await expect(workbench.items.getByRole('columnheader', { name: /title/ })).toBeVisible()
  await expect(workbench.items).toContainText('Ulysses')
  await expectAccessible(workbench.page)
})
