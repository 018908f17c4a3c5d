import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDrafts, printDrafts } from './draftsDocument.ts'
import { createDraft } from './queryDraft.ts'
import { createGroup } from './request/queryForm.ts'
import { forms } from './testing/formArbitraries.ts'

const blank = createDraft('Orders')

test('what is saved is read again', () => {
  fc.assert(
    fc.property(forms, fc.constantFrom('form' as const, 'json' as const), (form, pane) => {
      const draft = { ...blank, form, pane, json: pane === 'json' ? '{}' : undefined }
      expect(parseDrafts(printDrafts(new Map([['Orders', draft]]))).get('Orders')).toEqual(draft)
    }),
  )
})

test.each(['', 'null', '{"formatVersion":2,"drafts":[]}', '{"formatVersion":1}'])(
  '%j holds no drafts',
  (text) => {
    expect(parseDrafts(text).size).toBe(0)
  },
)

const damaged: [string, unknown][] = [
  ['nothing', {}],
  ['no object', 7],
  ['no form', { pane: 'json' }],
  ['a form without a table', { ...blank, form: {} }],
  ['keys that are no list', { ...blank, form: { ...blank.form, keys: 'PK' } }],
  ['a key without values', { ...blank, form: { ...blank.form, keys: [{ name: 'PK', operator: '=' }] } }],
  ['an unknown operation', { ...blank, form: { ...blank.form, operation: 'PutItem' } }],
  ['no filter', { ...blank, form: { ...blank.form, filter: null } }],
  [
    'a filter with a hole',
    { ...blank, form: { ...blank.form, filter: { ...createGroup(), members: [{}] } } },
  ],
  ['a limit in letters', { ...blank, form: { ...blank.form, limit: 'ten' } }],
  ['a text that is none', { ...blank, json: 1 }],
]

test.each(damaged)('a draft with %s is given up, the others stand', (_what, draft) => {
  const kept = createDraft('Kept')
  const drafts = parseDrafts(JSON.stringify({ formatVersion: 1, drafts: [draft, kept] }))
  expect([...drafts]).toEqual([['Kept', kept]])
})

test('no JSON at all makes reading fail', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(parseDrafts(`{"formatVersion":1,"drafts":[${json}]}`).size).toBe(0)
      expect(parseDrafts(json).size).toBe(0)
    }),
  )
})
