import { expect, expectAccessible, test } from './fixtures.ts'
import { library, untidy } from './models.ts'

test('a dropped NoSQL Workbench model becomes a project with its tables, index, facets and items', async ({
  workbench,
}) => {
  await workbench.dropFile('library.json', library)
  const done = workbench.dialog('Library is here')
  await expect(done).toContainText('5 items, 1 index, 2 entities')
  await expect(done).toContainText('$.ModelSchema')
  await expect(done).toContainText('$.DataModel[0].SavedQuery')
  await expectAccessible(workbench.page)
  await workbench.finishImport()
  await expect(workbench.treeItem('Library 5')).toBeVisible()
  await expect(workbench.treeItem('byDue GSI 2')).toBeVisible()
  await expect(workbench.treeItem('Member 2')).toBeVisible()
  await expect(workbench.treeItem('Loan 3')).toBeVisible()
})

test('what a model holds against the rules is repaired or set aside, and listed by path', async ({
  workbench,
}) => {
  await workbench.dropFile('untidy.json', untidy)
  const done = workbench.dialog('Untidy is here')
  for (const path of [
    '$.DataModel[0].TableData[0].count',
    '$.DataModel[0].TableData[0].nested',
    '$.DataModel[0].TableData[1]',
    '$.DataModel[0].TableData[2]',
    '$.DataModel[0].TableData[3]',
    '$.DataModel[0].TableData[4]',
  ]) {
    await expect(done.getByText(path, { exact: false }).first()).toBeVisible()
  }
  await workbench.finishImport()
})

const UNREADABLE = [
  {
    what: 'a truncated file',
    name: 'cut.json',
    text: library.slice(0, 400),
    says: /The file ends inside/,
    place: /Line/,
  },
  {
    what: 'JSON that is no model',
    name: 'package.json',
    text: '{"name":"x","version":"1"}',
    says: /no data model/,
    place: /\$/,
  },
  { what: 'a list', name: 'list.json', text: '[1,2,3]', says: /no data model/, place: /\$/ },
  {
    what: 'a model whose DataModel is text',
    name: 'odd.json',
    text: '{"ModelName":"x","DataModel":"none"}',
    says: /DataModel/,
    place: /\$/,
  },
  { what: 'an empty file', name: 'empty.json', text: '', says: /empty/, place: /Choose/ },
]

test('a file that cannot be read says why and where, and leaves everything as it was', async ({
  workbench,
}) => {
  await workbench.openSample('Online shop')
  const address = workbench.page.url()
  for (const { what, name, text, says, place } of UNREADABLE) {
    await test.step(what, async () => {
      await workbench.dropFile(name, text)
      const failed = workbench.dialog(`${name} was not imported`)
      await expect(failed).toContainText(says)
      await expect(failed).toContainText(place)
      await failed.getByRole('button', { name: 'Close' }).last().click()
      await expect(failed).toBeHidden()
    })
  }
  expect(workbench.page.url()).toBe(address)
  await expect(workbench.treeItem('coffee-shop 32')).toBeVisible()
})

test('markup and code in a file stay text', async ({ workbench }) => {
  const hostile = library
    .replaceAll('Ada', '<img src=x onerror=\\"window.hacked=1\\">')
    .replaceAll('"Loan"', '"<script>window.hacked=1</script>"')
  await workbench.dropFile('hostile.json', hostile)
  await workbench.finishImport()
  await expect(workbench.treeItem(/<script>window.hacked=1<\/script>/)).toBeVisible()
  expect(await workbench.page.evaluate(() => 'hacked' in window)).toBe(false)
})
