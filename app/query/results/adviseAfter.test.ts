import { expect, test } from 'vitest'
import { textOfPhrase } from '../words/phrase.ts'
import { adviseAfter } from './adviseAfter.ts'
import { createReadPage } from './readPage.ts'

test('a filter that throws most away is told after the fact', () => {
  const page = (Count: number, ScannedCount: number) =>
    createReadPage({ operation: 'Scan', input: { TableName: 'T' } }, { Items: [], Count, ScannedCount }, 1)
  const advice = adviseAfter([page(2, 50), page(1, 50)])
  expect(advice && textOfPhrase(advice.words)).toMatch(/threw away 97 of 100 items read/)
  expect(adviseAfter([page(40, 50)])).toBeUndefined()
  expect(adviseAfter([page(0, 2)])).toBeUndefined()
})
