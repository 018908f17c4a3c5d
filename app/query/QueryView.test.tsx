import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useActivity } from '../workspace/activity.ts'
import { handleKeys } from '../workspace/commands.ts'
import { handToQuery } from '../workspace/handedRequest.ts'
import { openProject, useProject } from '../workspace/project.ts'
import { currentRoute, navigate } from '../workspace/route.ts'
import { refreshTables } from '../workspace/tables.ts'
import { QueryView } from './QueryView.tsx'
import { flushDrafts, useQueryDrafts } from './queryDrafts.ts'
import { openShop } from './testing/openShop.tsx'

addEventListener('keydown', (event) => {
  if (!event.defaultPrevented) handleKeys(event)
})

/** Monaco is large, and the machine may be busy. */
const EDITOR_LOADS_MS = 30_000
vi.setConfig({ testTimeout: 60_000 })

function show() {
  return render(
    <div style={{ height: 720, width: 900 }}>
      <QueryView />
    </div>,
  )
}

beforeEach(async () => {
  await page.viewport(920, 740)
  await openShop()
})

const run = () => page.getByRole('button', { name: /^Run/ }).click()
const results = () => page.getByRole('region', { name: 'Results' })
const partitionKey = () => page.getByRole('combobox', { name: 'PK, value' })

async function showJson() {
  await page.getByRole('tab', { name: /^JSON/ }).first().click()
  const editor = page.getByRole('textbox', { name: /request as JSON/ })
  await expect.element(editor, { timeout: EDITOR_LOADS_MS }).toBeInTheDocument()
  return editor
}

function paste(element: Element, text: string) {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

/** What the last read of the session was asked for. */
function lastInput() {
  return useActivity.getState().requests.findLast((request) => !request.background)?.input
}

test('a Query from the form: key condition, order, what came back and what it cost', async () => {
  await show()
  await partitionKey().fill('CUSTOMER#7')
  await page.getByRole('combobox', { name: 'SK, operator' }).selectOptions('begins with')
  await page.getByRole('combobox', { name: 'SK, value' }).fill('ORDER#')
  await page.getByRole('radio', { name: 'Descending' }).click({ force: true })
  await expect
    .element(page.getByText(/one item collection/))
    .toHaveTextContent('one item collection CUSTOMER#7, sort keys beginning with ORDER#, in descending order')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(results().getByRole('status')).toHaveTextContent('5 returned')
  await expect
    .element(results())
    .toHaveTextContent(/5 items read, .* → rounded up to 4 KB = 1 × 4 KB → × 0.5/)
  await expect.element(results().getByRole('grid')).toHaveTextContent(/ORDER#2026-05.*ORDER#2026-01/)
  await expect.poll(lastInput).toEqual({
    TableName: 'shop',
    KeyConditionExpression: 'PK = :PK AND begins_with(SK, :SK)',
    ExpressionAttributeValues: { ':PK': { S: 'CUSTOMER#7' }, ':SK': { S: 'ORDER#' } },
    ScanIndexForward: false,
    ReturnConsumedCapacity: 'INDEXES',
  })
})

test('a filter with reserved names; what it threw away is told', async () => {
  await show()
  await page.getByRole('radio', { name: 'Scan' }).click({ force: true })
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await page.getByRole('combobox', { name: 'Attribute', exact: true }).fill('status')
  await page.getByRole('textbox', { name: 'status, value' }).fill('shipped')
  await run()
  await expect.element(results().getByText('12 filtered away')).toBeVisible()
  await expect.element(results()).toHaveTextContent('threw away 12 of 18 items read')
  await expect.poll(lastInput).toMatchObject({
    FilterExpression: '#status = :status',
    ExpressionAttributeNames: { '#status': 'status' },
  })
  await page.getByRole('textbox', { name: 'status, value' }).fill('lost')
  await run()
  await expect.element(results().getByText('All filtered away')).toBeVisible()
})

test('a refusal stands at its input, and leaves with the next edit', async () => {
  await show()
  await run()
  const key = page.getByRole('region', { name: 'Key condition' })
  await expect
    .element(key.getByRole('alert'))
    .toHaveTextContent(/ValidationException.*empty string value.*Type a value/s)
  await expect.element(results()).toHaveTextContent('DynamoDB refused the request')
  await partitionKey().fill('CUSTOMER#404')
  await expect.element(key.getByRole('alert')).not.toBeInTheDocument()
  await run()
  await expect.element(results().getByText('No such item collection')).toBeVisible()
})

test('pages follow each other, the ends of pages seen, until the last', async () => {
  await show()
  await page.getByRole('radio', { name: 'Scan' }).click({ force: true })
  await page.getByRole('textbox', { name: 'Limit' }).fill('5')
  await run()
  await results().getByRole('button', { name: 'Next page' }).click()
  await expect.element(results().getByText('Page 2', { exact: true })).toBeVisible()
  await results().getByRole('button', { name: 'Run to the end' }).click()
  await expect.element(results().getByRole('status')).toHaveTextContent('18 returned')
  await expect.element(results().getByText('That was the last page')).toBeVisible()
})

test('the request edited as JSON runs as it stands, and the form follows', async () => {
  await show()
  const editor = await showJson()
  ;(editor.element() as HTMLElement).focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  const text = JSON.stringify({
    TableName: 'shop',
    IndexName: 'GSI1',
    KeyConditionExpression: 'GSI1PK = :s',
    ExpressionAttributeValues: { ':s': { S: 'open' } },
    Limit: 4,
  })
  paste(editor.element(), text)
  await expect.poll(() => currentRoute().index, { timeout: EDITOR_LOADS_MS }).toBe('GSI1')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(results().getByRole('status')).toHaveTextContent('4 returned')
  await expect.poll(lastInput).toEqual(JSON.parse(text))
  const runs = useActivity.getState().requests.filter(({ input }) => JSON.stringify(input) === text)
  expect(runs).toHaveLength(1)
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect.element(page.getByRole('combobox', { name: 'GSI1PK, value' })).toHaveValue('open')
  await expect.element(page.getByRole('textbox', { name: 'Limit' })).toHaveValue('4')
})

test('a request beyond the form says so, and runs all the same', async () => {
  await show()
  handToQuery({ operation: 'Scan', input: { TableName: 'shop', Segment: 0, TotalSegments: 1, Limit: 0 } })
  handToQuery({ operation: 'Query', input: { TableName: 'shop', KeyConditions: {} } as never })
  await expect.element(page.getByText(/no place for KeyConditions/)).toBeVisible()
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect.element(page.getByText('This request is written in JSON')).toBeVisible()
  await expect.element(page.getByRole('button', { name: /^Run/ })).toBeDisabled()
  await page.getByRole('button', { name: 'Give it up and use the form' }).click()
  await expect.element(partitionKey()).toBeVisible()
})

test('a filter as text is checked while it is typed, its placeholders filled in below', async () => {
  await show()
  await page.getByRole('radio', { name: 'Scan' }).click({ force: true })
  await page.getByRole('radio', { name: 'Text' }).click({ force: true })
  const expression = page.getByRole('textbox', { name: 'Filter expression' })
  await expression.fill('size(name) > ')
  await expect.element(page.getByText(/Syntax error; token: "<EOF>"/)).toBeVisible()
  await expression.fill('size(#n) > :length')
  await page.getByRole('combobox', { name: 'Attribute that #n stands for' }).fill('name')
  await page.getByRole('combobox', { name: 'Type of :length' }).selectOptions('Number')
  await page.getByRole('textbox', { name: 'Value of :length' }).fill('3')
  await run()
  await expect.element(results().getByRole('status')).toHaveTextContent('3 returned')
  await page.getByRole('radio', { name: 'Rows' }).click({ force: true })
  await expect.element(page.getByRole('combobox', { name: 'name, operator' })).toHaveValue('size >')
})

test('what is written survives a reload', async () => {
  const screen = await show()
  await partitionKey().fill('CUSTOMER#9')
  await flushDrafts()
  await screen.unmount()
  useQueryDrafts.setState({ projectId: undefined, isOpen: false, drafts: new Map() })
  await show()
  await expect.element(partitionKey()).toHaveValue('CUSTOMER#9')
})

test('what is written in one project is neither lost nor seen in another', async () => {
  await show()
  const first = useProject.getState().id!
  await partitionKey().fill('CUSTOMER#9')
  await openShop()
  const second = useProject.getState().id!
  await expect.element(partitionKey()).toHaveValue('')
  await partitionKey().fill('CUSTOMER#7')
  await openProject(first)
  await refreshTables()
  await expect.element(partitionKey()).toHaveValue('CUSTOMER#9')
  await openProject(second)
  await refreshTables()
  await expect.element(partitionKey()).toHaveValue('CUSTOMER#7')
})

test('line breaks in a value are kept, pasted or from a request', async () => {
  await show()
  await partitionKey().click()
  paste(partitionKey().element(), 'CUSTOMER\n7')
  const lines = page.getByRole('textbox', { name: 'PK, value' })
  await expect.element(lines).toHaveValue('CUSTOMER\n7')
  await expect.element(lines).toHaveFocus()
  await userEvent.keyboard('{Enter}x')
  await run()
  const values = { ':PK': { S: 'CUSTOMER\n7\nx' } }
  await expect.poll(lastInput).toMatchObject({ ExpressionAttributeValues: values })
  await lines.fill('CUSTOMER#7')
  await userEvent.keyboard('{Tab}')
  await expect.element(partitionKey()).toHaveValue('CUSTOMER#7')
})

test('an index asks for its own key, and the table’s is kept for the way back', async () => {
  await show()
  await partitionKey().fill('CUSTOMER#9')
  navigate({ index: 'GSI1' })
  await page.getByRole('combobox', { name: 'GSI1PK, value' }).fill('open')
  await run()
  await expect.element(results().getByRole('status')).toHaveTextContent('9 returned')
  navigate({ index: undefined })
  await expect.element(partitionKey()).toHaveValue('CUSTOMER#9')
})

test('an index of several key attributes: each partition key, then sort keys from left to right', async () => {
  await show()
  navigate({ index: 'by-place' })
  await page.getByRole('combobox', { name: 'country, value' }).fill('NO')
  await page.getByRole('combobox', { name: 'city, value' }).fill('Bergen')
  const total = page.getByRole('combobox', { name: 'total, operator' })
  await expect.element(total).not.toBeInTheDocument()
  await page.getByRole('combobox', { name: 'status, operator' }).selectOptions('=')
  await page.getByRole('combobox', { name: 'status, value' }).fill('open')
  await total.selectOptions('≥')
  await page.getByRole('combobox', { name: 'total, value' }).fill('40')
  await run()
  await expect.element(results().getByRole('status')).toHaveTextContent('3 returned')
  await expect.poll(lastInput).toMatchObject({
    KeyConditionExpression: 'country = :country AND city = :city AND #status = :status AND #total >= :total',
  })
})

test('an example fills the form in', async () => {
  await show()
  await results()
    .getByRole('button', { name: /^Everything in CUSTOMER#/ })
    .click()
  await run()
  await expect.element(results().getByRole('status')).toHaveTextContent('6 returned')
})

test('GetItem takes the whole key', async () => {
  await show()
  await page.getByRole('radio', { name: 'GetItem' }).click({ force: true })
  await partitionKey().fill('CUSTOMER#7')
  await page.getByRole('combobox', { name: 'SK, value' }).fill('PROFILE')
  await userEvent.keyboard('{Enter}')
  await expect.element(results().getByRole('grid')).toHaveTextContent('Customer 7')
})

test('results of an earlier request say so; a refusal that stands no more is not told', async () => {
  await show()
  await expect.element(partitionKey()).toHaveFocus()
  await partitionKey().fill('CUSTOMER#7')
  await run()
  await expect.element(results().getByText(/From the last run/)).not.toBeInTheDocument()
  await page.getByRole('radio', { name: 'Scan' }).click({ force: true })
  await expect.element(results().getByText('From the last run: Query of shop')).toBeVisible()
  await page.getByRole('radio', { name: 'Query' }).click({ force: true })
  await expect.element(results().getByText(/From the last run/)).not.toBeInTheDocument()
  await partitionKey().fill('')
  await run()
  await expect.element(results()).toHaveTextContent('DynamoDB refused the request')
  await partitionKey().fill('C')
  await expect.element(results()).not.toHaveTextContent('DynamoDB refused the request')
})

test('JSON of another operation is told and switched to; a refusal is marked at its member', async () => {
  await show()
  await page.getByRole('radio', { name: 'Scan' }).click({ force: true })
  const editor = await showJson()
  ;(editor.element() as HTMLElement).focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  const lines = [
    '{"TableName": "shop",',
    '"IndexName": "GSI1",',
    '"KeyConditionExpression": "status = :s",',
    '"ExpressionAttributeValues": {":s": {"S": "open"}}}',
  ]
  paste(editor.element(), lines.join('\n'))
  await page.getByRole('button', { name: 'Switch to Query' }).click()
  await expect.element(page.getByRole('radio', { name: 'Query' })).toBeChecked()
  await expect.poll(() => currentRoute().index).toBe('GSI1')
  await run()
  await expect
    .element(page.getByRole('alert').filter({ hasText: 'ValidationException' }))
    .toHaveTextContent(/reserved keyword: status.*Line 3: .*"ExpressionAttributeNames"/s)
})
