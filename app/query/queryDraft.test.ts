import { expect, test } from 'vitest'
import {
  createDraft,
  draftFor,
  editedForm,
  editedJson,
  NOT_JSON,
  withIndex,
  withOperation,
  withRequest,
} from './queryDraft.ts'
import { definition } from './testing/formArbitraries.ts'

const blank = createDraft('Orders')

test('the form follows a text that it can show, and says so of one that it cannot', () => {
  const followed = editedJson(
    blank,
    '{"TableName":"Orders","Limit":3,"KeyConditionExpression":"PK = :a", "ExpressionAttributeValues":{":a":{"S":"x"}}}',
    definition,
  )
  expect(followed).toMatchObject({
    form: { limit: 3 },
    beyond: undefined,
    json: expect.stringContaining('"Limit":3'),
  })
  const broken = editedJson(followed, '{"TableName"', definition)
  expect(broken).toMatchObject({ form: { limit: 3 }, beyond: NOT_JSON, json: '{"TableName"' })
  const other = editedJson(followed, '{"TableName":"Other"}', definition)
  expect(other.beyond).toMatch(/no table Other/)
})

test('an edit of the form writes the request anew', () => {
  const draft = editedForm({ ...blank, json: '{', beyond: NOT_JSON }, { limit: 5 })
  expect(draft).toMatchObject({ form: { limit: 5 }, json: undefined, beyond: undefined })
})

test('a request from elsewhere fills the form, or stays JSON', () => {
  expect(withRequest(blank, 'Scan', { TableName: 'Orders', Limit: 2 }, definition)).toMatchObject({
    form: { operation: 'Scan', limit: 2 },
    json: undefined,
  })
  expect(withRequest(blank, 'Scan', { TableName: 'Orders', ScanFilter: {} }, definition)).toMatchObject({
    form: { operation: 'Scan' },
    json: expect.stringContaining('ScanFilter'),
  })
})

test('another index in view asks the form again', () => {
  const drafts = new Map([['Orders', { ...blank, json: '{}' }]])
  expect(draftFor(drafts, 'Orders', undefined).json).toBe('{}')
  expect(draftFor(drafts, 'Orders', 'wide')).toMatchObject({ form: { indexName: 'wide' }, json: undefined })
  expect(draftFor(drafts, 'Other', 'gsi')).toEqual(createDraft('Other', 'gsi'))
})

test('a text beyond the form says what it aims at, and may be of another operation', () => {
  const scan = { ...blank, form: { ...blank.form, operation: 'Scan' as const } }
  const query = {
    TableName: 'Orders',
    IndexName: 'by-status',
    KeyConditionExpression: 'PK = :a',
    ExpressionAttributeValues: { ':a': { S: 'x' } },
  }
  const pasted = editedJson(scan, JSON.stringify(query), definition)
  expect(pasted).toMatchObject({ form: { operation: 'Scan', indexName: 'by-status' } })
  expect(pasted.beyond).toMatch(/KeyConditionExpression/)
  const aimed = withIndex(pasted, undefined, definition)
  expect(aimed.form.indexName).toBeUndefined()
  expect(aimed.json).not.toContain('by-status')
  const switched = withOperation(pasted, 'Query', definition)
  expect(switched).toMatchObject({ form: { operation: 'Query' }, json: pasted.json, beyond: undefined })
})
