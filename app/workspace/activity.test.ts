import { beforeEach, describe, expect, test } from 'vitest'
import { clearActivity, countItems, KEPT_BYTES, recordRequest, useActivity } from './activity.ts'

const requests = () => useActivity.getState().requests
const item = (length: number) => ({ id: { S: 'x'.repeat(length) } })

beforeEach(clearActivity)

describe('the activity log', () => {
  test('keeps what is small whole', async () => {
    recordRequest('Scan', { TableName: 'orders' }).succeeded({ Items: [item(10)], Count: 1 })
    await expect.poll(requests).toMatchObject([{ output: { Items: [item(10)], Count: 1 } }])
  })

  test('above its budget, of older requests it keeps the counts and of the newest all', async () => {
    const large = KEPT_BYTES / 4
    for (let time = 0; time < 6; time++)
      recordRequest('Scan', { TableName: 'orders', Limit: time }).succeeded({
        Items: [item(large), item(10)],
        Count: 2,
        ScannedCount: 2,
      })
    await expect.poll(() => requests().length).toBe(6)
    const kept = requests().map(({ output }) => 'Items' in (output as object))
    expect(kept).toEqual([false, false, false, true, true, true])
    expect(requests()[0]).toMatchObject({ input: { Limit: 0 }, output: { Count: 2 }, releasedItems: 2 })
    expect(requests().map(countItems)).toEqual([2, 2, 2, 2, 2, 2])
  })

  test('a batch still names its tables', async () => {
    const RequestItems = { orders: [{ PutRequest: { Item: item(KEPT_BYTES) } }] }
    recordRequest('BatchWriteItem', { RequestItems }).succeeded({ UnprocessedItems: {} })
    recordRequest('ListTables', {}).succeeded({ TableNames: [] })
    await expect.poll(() => requests().length).toBe(2)
    expect(requests()[0]).toMatchObject({ input: { RequestItems: { orders: [] } }, releasedItems: 1 })
  })
})
