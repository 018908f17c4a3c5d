import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJsonText } from './jsonText.ts'

test.each([
  ['{\n  "a": 1,\n  oops\n}', 3, 3, 'Expected a name in quotes instead of o'],
  ['{"a": 1', 1, 8, 'The JSON ends too early: a comma or } is missing.'],
  ['', 1, 1, 'The JSON ends too early: a value is missing.'],
  ['[1,\n 2,\n]', 3, 1, 'Expected a value instead of ]'],
  ["{'a': 1}", 1, 2, "Expected a name in quotes or } instead of '"],
  ['{"a" 1}', 1, 6, 'Expected a colon instead of 1'],
  ['[1 "b"]', 1, 4, 'Expected a comma or ] here, or the text before is not closed.'],
  ['["open]', 1, 2, 'This text in quotes is not closed.'],
  ['[01]', 1, 2, 'Expected a value or ] instead of 0'],
  ['{} x', 1, 4, 'The JSON has ended, but here stands x'],
])('%j is told with its place', (text, line, column, message) => {
  expect(parseJsonText(text)).toEqual({ problem: { line, column, message } })
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
