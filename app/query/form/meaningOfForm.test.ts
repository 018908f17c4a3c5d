import { expect, test } from 'vitest'
import {
  createForm,
  createGroup,
  createTest,
  type KeyCondition,
  type QueryForm,
} from '../request/queryForm.ts'
import { findTarget } from '../request/queryTarget.ts'
import { definition } from '../testing/formArbitraries.ts'
import { textOfPhrase } from '../words/phrase.ts'
import { meaningOfForm } from './meaningOfForm.ts'

function meaning(change: Partial<QueryForm>): string {
  const form = { ...createForm('Orders'), ...change }
  return textOfPhrase(meaningOfForm(form, findTarget(definition, form.indexName)!))
}

const pk: KeyCondition = { name: 'PK', operator: '=', values: [{ type: 'S', text: 'CUSTOMER#7' }] }
const n = (operator: KeyCondition['operator'], ...texts: string[]): KeyCondition => ({
  name: 'order.number',
  operator,
  values: texts.map((text) => ({ type: 'N', text })),
})

test.each<[string, Partial<QueryForm>, string]>([
  [
    'a collection',
    { keys: [pk] },
    'Query on `Orders`: one item collection `CUSTOMER#7`, all of its sort keys.',
  ],
  [
    'a range, newest first, limited',
    { keys: [pk, n('BETWEEN', '1', '5')], newestFirst: true, limit: 3 },
    'Query on `Orders`: one item collection `CUSTOMER#7`, sort keys from `1` to `5`, in descending order, at most 3 items read.',
  ],
  [
    'an index',
    {
      indexName: 'by-status',
      keys: [pk, { name: 'status', operator: 'begins_with', values: [{ type: 'S', text: 'OPEN' }] }],
    },
    'Query on `by-status`: one item collection `CUSTOMER#7`, sort keys beginning with `OPEN`.',
  ],
  ['no key yet', {}, 'Query on `Orders`: type a partition key to choose an item collection.'],
  [
    'one item',
    { operation: 'GetItem', keys: [pk] },
    'One item of `Orders`: `PK` = `CUSTOMER#7`, `order.number` is still empty.',
  ],
  [
    'a filtered scan',
    { operation: 'Scan', filter: createGroup([createTest('total')]) },
    'Scan of `Orders`: reads every item, collection after collection, then filtered.',
  ],
])('%s', (_, change, sentence) => {
  expect(meaning(change)).toBe(sentence)
})
