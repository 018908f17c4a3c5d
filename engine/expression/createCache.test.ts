import { expect, test } from 'vitest'
import { createCache } from './createCache.ts'

test('makes a thing once, keeps what is used and forgets what is not', () => {
  const made: string[] = []
  const find = createCache(4, (text) => {
    made.push(text)
    return { text }
  })
  const kept = find('kept')
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) {
    find(text)
    expect(find('kept')).toBe(kept)
  }
  expect(made).toEqual(['kept', 'a', 'b', 'c', 'd', 'e', 'f'])
  expect(find('a').text).toBe('a')
  expect(made.at(-1)).toBe('a')
})
