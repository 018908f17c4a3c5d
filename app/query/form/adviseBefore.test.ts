import { expect, test } from 'vitest'
import { createForm, createGroup, createTest, type QueryForm } from '../request/queryForm.ts'
import { findTarget } from '../request/queryTarget.ts'
import { definition } from '../testing/formArbitraries.ts'
import { textOfPhrase } from '../words/phrase.ts'
import { adviseBefore } from './adviseBefore.ts'

const big = { itemCount: 10_000, sizeBytes: 4 * 1024 * 1024 }

function before(change: Partial<QueryForm>, size = big) {
  const form = { ...createForm('Orders'), ...change }
  const advice = adviseBefore(form, findTarget(definition, form.indexName)!, size)
  return advice && [advice.tone, textOfPhrase(advice.words)]
}

const filter = createGroup([createTest('total')])

test('a Scan of much is warned of, with its cost', () => {
  expect(before({ operation: 'Scan', filter })).toEqual([
    'warning',
    'A Scan to the end reads all of `Orders`: 10,000 items, 4 MB, about 512 RCU, whatever the filter keeps.',
  ])
  expect(
    before({ operation: 'Scan', consistentRead: true, segments: { segment: 0, totalSegments: 4 } }),
  ).toEqual(['warning', 'A Scan to the end reads its part of `Orders`: 2,500 items, 1 MB, about 256 RCU.'])
})

test('a Scan of little is only noted, one with a limit not at all', () => {
  expect(before({ operation: 'Scan' }, { itemCount: 3, sizeBytes: 900 })?.[0]).toBe('note')
  expect(before({ operation: 'Scan', limit: 5 })).toBeUndefined()
})

test('a Query that filters a whole collection is told so', () => {
  expect(before({ filter })?.[1]).toMatch(/whole item collection/)
  expect(before({})).toBeUndefined()
})
