import { describe, expect, test } from 'vitest'
import type { ConsumedCapacity, PagedReadOutput, QueryInput } from '../../../engine/api.ts'
import { textOfPhrase } from '../words/phrase.ts'
import { capacityArms, explainCapacity } from './explainCapacity.ts'
import { createReadPage } from './readPage.ts'

const items = Array.from({ length: 12 }, (_, n) => ({
  PK: { S: 'a' },
  SK: { S: `ORDER#${n}` },
  t: { S: 'x'.repeat(340) },
}))

function page(
  output: Partial<PagedReadOutput>,
  units: Partial<ConsumedCapacity>,
  input: Partial<QueryInput> = {},
) {
  const all = output.Items ?? []
  const consumed = { TableName: 'T', CapacityUnits: units.Table?.CapacityUnits ?? 0, ...units }
  return createReadPage(
    { operation: 'Query', input: { TableName: 'T', ...input } },
    { Count: all.length, ScannedCount: all.length, ...output, ConsumedCapacity: consumed },
    1,
  )
}

const explain = (...pages: ReturnType<typeof page>[]) => textOfPhrase(explainCapacity(pages) ?? [])

describe('a page', () => {
  test('that came back whole tells its size and the rounding', () => {
    expect(explain(page({ Items: items }, { CapacityUnits: 1 }))).toBe(
      '12 items read, 4.1 KB together → rounded up to 8 KB = 2 × 4 KB → × 0.5 (eventually consistent) = 1 RCU.',
    )
  })

  test('read strongly consistent costs twice', () => {
    expect(explain(page({ Items: items }, { CapacityUnits: 2 }, { ConsistentRead: true }))).toContain(
      '2 × 4 KB → × 1 (strongly consistent) = 2 RCU',
    )
  })

  test('that was filtered tells the blocks that were read', () => {
    const filtered = page({ Items: items.slice(0, 1), Count: 1, ScannedCount: 100 }, { CapacityUnits: 5 })
    expect(explain(filtered)).toBe(
      '100 items read, 36 KB to 40 KB = 10 × 4 KB → × 0.5 (eventually consistent) = 5 RCU.',
    )
  })

  test('that is empty costs the minimum', () => {
    expect(explain(page({ Items: [] }, { CapacityUnits: 0.5 }))).toBe(
      'Nothing was there to read, which costs the minimum: 1 × 4 KB → × 0.5 (eventually consistent) = 0.5 RCU.',
    )
  })

  test('of a local index that fetches from the table tells both arms', () => {
    const fetching = page(
      { Items: items, Count: 12 },
      {
        CapacityUnits: 7,
        Table: { CapacityUnits: 6 },
        LocalSecondaryIndexes: { 'by-date': { CapacityUnits: 1 } },
      },
      { IndexName: 'by-date', ProjectionExpression: 't' },
    )
    expect(explain(fetching)).toContain(
      '12 items were then fetched from the table, each rounded up by itself: 6 RCU',
    )
    expect(explain({ ...fetching, scannedCount: 1 })).toContain(
      '1 item was then fetched from the table: 6 RCU',
    )
    expect(capacityArms([fetching])).toEqual([
      { indexName: undefined, units: 6 },
      { indexName: 'by-date', units: 1 },
    ])
  })
})

test('pages are rounded up one by one', () => {
  const some = page({ Items: items }, { CapacityUnits: 1 })
  expect(explain(some, some, some)).toBe(
    '36 items in 3 pages, each page rounded up by itself: 1 + 1 + 1 = 3 RCU.',
  )
  expect(explain(...Array.from({ length: 40 }, () => some))).toBe(
    '480 items in 40 pages, each page rounded up by itself: about 1 RCU a page, 40 RCU in all.',
  )
})

test('a reply that tells no capacity is not explained', () => {
  const silent = createReadPage({ operation: 'GetItem', input: { TableName: 'T', Key: {} } }, {}, 1)
  expect(explainCapacity([silent])).toBeUndefined()
})
