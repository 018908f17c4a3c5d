import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJsonText } from './jsonText.ts'

test.each([
  ['{\n  "a": 1,\n  oops\n}', 3, 3, 'expected a member name in double quotes, found “o”'],
  ['{"a": 1', 1, 8, 'the object that begins on line 1 is not closed'],
  ['', 1, 1, 'The text is empty'],
  ['[1,\n 2,\n]', 3, 1, 'expected a value, found “]”'],
])('%j is told with its place', (text, line, column, message) => {
  expect(parseJsonText(text)).toEqual({
    problem: { line, column, message: expect.stringContaining(message) },
  })
})

test('numbers are those of JSON.parse', () => {
  const text = '[1e400, 12345678901234567890, 1.50]'
  expect(parseJsonText(text)).toEqual({ json: JSON.parse(text) })
})

test('JSON is what it says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (json, indent) => {
      const text = JSON.stringify(json, null, indent)
      expect(parseJsonText(text)).toEqual({ json: JSON.parse(text) })
    }),
  )
})

test('a text that is cut is told to end too early, or to be open, at a place inside of it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (json, cut) => {
      const whole = JSON.stringify([json])
      const text = whole.slice(0, cut % whole.length)
      const result = parseJsonText(text)
      expect(result).toHaveProperty('problem')
      if ('problem' in result) expect(result.problem.column).toBeLessThanOrEqual(text.length + 1)
    }),
  )
})
