import { expect, test } from 'vitest'
import { isReservedWord, reservedWords } from './reservedWords.ts'

test('there are 573 reserved words, reserved in any case', () => {
  expect(reservedWords.size).toBe(573)
  for (const word of ['status', 'Status', 'ABORT', 'zone', 'TTL']) expect(isReservedWord(word)).toBe(true)
  for (const word of ['pk', 'sk', 'id', 'statuses', '', 'attribute_exists'])
    expect(isReservedWord(word)).toBe(false)
})
