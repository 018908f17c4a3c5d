import { expect, test } from 'vitest'
import type { ActivityRequest } from '../workspace/activity.ts'
import { historyOf } from './history.ts'

let id = 0
function logged(
  operation: ActivityRequest['operation'],
  input: unknown,
  more: Partial<ActivityRequest> = {},
) {
  id += 1
  return { id, operation, input, startedAt: 0, durationMs: 1, background: false, ...more }
}

const query = {
  TableName: 'Orders',
  IndexName: 'GSI1',
  KeyConditionExpression: '#pk = :pk',
  ExpressionAttributeNames: { '#pk': 'GSI1PK' },
  ExpressionAttributeValues: { ':pk': { S: 'CUSTOMER#7' } },
}

test('each request stands once, the newest first, with its values in place', () => {
  const history = historyOf([
    logged('Query', query, { output: { Count: 3 } }),
    logged('PutItem', { TableName: 'Orders' }),
    logged('GetItem', { TableName: 'Orders', Key: { PK: { S: 'a' }, SK: { N: '1' } } }, { output: {} }),
    logged('Query', { ...query, ExclusiveStartKey: { GSI1PK: { S: 'x' } } }, { output: { Count: 1 } }),
    logged('Scan', { TableName: 'Orders' }, { background: true }),
    logged(
      'Scan',
      { TableName: 'Orders', Limit: 0 },
      { error: { name: 'ValidationException', message: '' } },
    ),
  ])
  expect(history.map(({ label, detail }) => [label, detail])).toEqual([
    ['Scan Orders', 'refused'],
    ['Query Orders / GSI1: GSI1PK = CUSTOMER#7', '1 item'],
    ['GetItem Orders: a, 1', 'no item'],
  ])
  expect(history[1]?.request.input).toEqual(query)
})
