import { expect, expectAccessible, test } from './fixtures.ts'
import { library } from './models.ts'

test.beforeEach(async ({ workbench }) => {
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
  await workbench.show('Query')
})

test('a Query from the form: one member’s loans, newest first, with what it read and cost', async ({
  workbench,
}) => {
  const { main, results } = workbench
  await main.getByLabel('pk, value').fill('MEMBER#1')
  await main.getByLabel('sk, operator').selectOption('begins with')
  await main.getByLabel('sk, value').fill('LOAN#')
  await main.getByText('Descending').click()
  await workbench.run()
  await expect(results).toContainText('Emma')
  await expect(results).toContainText('Dune')
  await expect(results).not.toContainText('Ada')
  await expect(results).toContainText(/2 read/)
  await expect(results).toContainText(/0\.5/)
  await expectAccessible(workbench.page)
})

test('an index answers with what it projects', async ({ workbench }) => {
  const { main, results } = workbench
  await main.getByLabel('Table or index').selectOption({ label: 'Library / byDue (GSI)' })
  await main.getByLabel('due, value').fill('2026-11-02')
  await workbench.run()
  await expect(results).toContainText('Dune')
  await expect(results).not.toContainText('cover is torn')
})

test('a Scan with a filter tells what was read for nothing', async ({ workbench }) => {
  const { main, results } = workbench
  await workbench.chooseOperation('Scan')
  await main.getByText('Text', { exact: true }).click()
  await main.getByRole('textbox', { name: /Filter/i }).fill('pages > :least')
  await main.getByLabel('Type of :least').selectOption('Number')
  await main.getByLabel('Value of :least').fill('500')
  await workbench.run()
  await expect(results).toContainText('Ulysses')
  await expect(results).not.toContainText('Emma')
  await expect(results).toContainText(/5 read/)
})

test('GetItem by key', async ({ workbench }) => {
  const { main, results } = workbench
  await workbench.chooseOperation('GetItem')
  await main.getByLabel('pk, value').fill('MEMBER#2')
  await main.getByLabel('sk, value').fill('PROFILE')
  await workbench.run()
  await expect(results).toContainText('Ben')
})

test('a Limit ends the page, and the next page goes on from its last key', async ({ workbench }) => {
  const { main, results } = workbench
  await workbench.chooseOperation('Scan')
  await main.getByLabel('Limit').fill('2')
  await workbench.run()
  await expect(results).toContainText(/2 read/)
  await results.getByRole('button', { name: /Next page/ }).click()
  await expect(results).toContainText(/4 read/)
})

test('the request is JSON that can be edited and run as it stands', async ({ workbench }) => {
  const { main, page, results } = workbench
  await main.getByLabel('pk, value').fill('MEMBER#1')
  await main.getByRole('tab', { name: 'JSON' }).first().click()
  const editor = main.getByRole('textbox', { name: /JSON|request/i })
  await expect(editor).toBeVisible()
  await editor.focus()
  await workbench.paste(
    '{"TableName":"Library","KeyConditionExpression":"pk = :m","ExpressionAttributeValues":{":m":{"S":"MEMBER#2"}}}',
  )
  await workbench.run()
  await expect(results).toContainText('Ulysses')
  await expectAccessible(page)
  await main.getByRole('tab', { name: 'Form' }).first().click()
  await expect(main.getByLabel('pk, value')).toHaveValue('MEMBER#2')
})

test('an expression with a syntax error is refused at its place, in DynamoDB’s words', async ({
  workbench,
}) => {
  const { main } = workbench
  await workbench.chooseOperation('Scan')
  await main.getByText('Text', { exact: true }).click()
  await main.getByRole('textbox', { name: /Filter/i }).fill('pages >> 500')
  await workbench.run()
  await expect(main.getByRole('alert')).toContainText('Syntax error; token: ">"')
})
