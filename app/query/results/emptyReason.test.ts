import { expect, test } from 'vitest'
import type { PagedReadOutput } from '../../../engine/api.ts'
import { findTarget } from '../request/queryTarget.ts'
import type { ReadRequest } from '../request/readRequest.ts'
import { definition } from '../testing/formArbitraries.ts'
import { emptyReason } from './emptyReason.ts'
import { createReadPage } from './readPage.ts'

const table = findTarget(definition, undefined)!

function title(request: ReadRequest, output: Partial<PagedReadOutput> = {}, target = table) {
  const page = createReadPage(request, { Items: [], Count: 0, ScannedCount: 0, ...output }, 1)
  return emptyReason([page], target).title
}

const query = (KeyConditionExpression: string, names: Record<string, string> = {}): ReadRequest => ({
  operation: 'Query',
  input: { TableName: 'Orders', KeyConditionExpression, ExpressionAttributeNames: names },
})

test.each<[string, ReadRequest, Partial<PagedReadOutput>, string]>([
  [
    'a key without item',
    { operation: 'GetItem', input: { TableName: 'Orders', Key: {} } },
    {},
    'No item has this key',
  ],
  ['an empty table', { operation: 'Scan', input: { TableName: 'Orders' } }, {}, 'Nothing to read'],
  ['an unknown partition key', query('PK = :a'), {}, 'No such item collection'],
  ['an empty range', query('PK = :a AND #n > :b', { '#n': 'order.number' }), {}, 'Nothing in this range'],
  ['a filter that keeps nothing', query('PK = :a'), { ScannedCount: 7 }, 'All filtered away'],
])('%s', (_, request, output, expected) => {
  expect(title(request, output)).toBe(expected)
})
