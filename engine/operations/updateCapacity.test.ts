import { describe, expect, it } from 'vitest'
import { openEngine } from '../engine.ts'
import { createMemoryStore } from '../storage/memoryStore.ts'

const HOUR_MS = 60 * 60 * 1000

async function openTable(startMs: number, units: number) {
  let nowMs = startMs
  const engine = await openEngine({ store: createMemoryStore(), nowMs: () => nowMs })
  await engine.call('CreateTable', {
    TableName: 'Music',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    ProvisionedThroughput: { ReadCapacityUnits: units, WriteCapacityUnits: 1 },
  })
  const change = (by: number) => {
    units += by
    const ProvisionedThroughput = { ReadCapacityUnits: units, WriteCapacityUnits: 1 }
    return engine.call('UpdateTable', { TableName: 'Music', ProvisionedThroughput })
  }
  return {
    raise: () => change(1),
    lower: () =>
      change(-1).catch((error: unknown) => {
        units += 1
        throw error
      }),
    wait: (delayMs: number) => {
      nowMs += delayMs
    },
  }
}

const refusal = { name: 'LimitExceededException' }

describe('decreases of throughput', () => {
  it('are four at any time of a UTC day, and then one an hour', async () => {
    const table = await openTable(Date.UTC(2026, 1, 13, 10, 25, 39), 100)
    for (let i = 0; i < 4; i++) await table.lower()
    await expect(table.lower()).rejects.toMatchObject({
      ...refusal,
      message:
        'Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. ' +
        'After the first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once ' +
        'every 3600 seconds. Number of decreases today: 4. ' +
        'Last decrease at Friday, February 13, 2026 at 10:25:39 AM Coordinated Universal Time. ' +
        'Next decrease can be made at Friday, February 13, 2026 at 11:25:39 AM Coordinated Universal Time',
    })
    await table.raise()
    table.wait(HOUR_MS)
    await table.lower()
    await expect(table.lower()).rejects.toMatchObject(refusal)
  })

  it('begin anew at midnight UTC', async () => {
    const table = await openTable(Date.UTC(2026, 1, 13, 23, 59, 50), 100)
    for (let i = 0; i < 4; i++) await table.lower()
    await expect(table.lower()).rejects.toMatchObject(refusal)
    table.wait(10_000)
    for (let i = 0; i < 4; i++) await table.lower()
    await expect(table.lower()).rejects.toMatchObject(refusal)
  })

  it('come to 27 in a day', async () => {
    const table = await openTable(Date.UTC(2026, 1, 13), 100)
    let count = 0
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      while (
        await table.lower().then(
          () => true,
          () => false,
        )
      )
        count += 1
      table.wait(5 * 60 * 1000)
    }
    expect(count).toBe(27)
  })
})
