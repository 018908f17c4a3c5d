import { expect, test } from 'vitest'
import { copyName } from './copyName.ts'

test.each([
  [{ S: 'ORDER#7' }, 1, { S: 'ORDER#7-copy' }],
  [{ S: 'ORDER#7' }, 3, { S: 'ORDER#7-copy-3' }],
  [{ N: '20' }, 1, { N: '21' }],
  [{ N: '-1' }, 2, { N: '1' }],
  [{ N: '12345678901234567890' }, 1, { N: '12345678901234567891' }],
  [{ B: 'AQ==' }, 1, { B: 'AQE=' }],
])('a copy of %j, try %i, is %j', (value, attempt, expected) => {
  expect(copyName(value, attempt)).toEqual(expected)
})
