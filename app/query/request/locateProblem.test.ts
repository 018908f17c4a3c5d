import { expect, test } from 'vitest'
import { parseCondition } from '../../../engine/expression/parseCondition.ts'
import { locateProblem } from './locateProblem.ts'

/** The text that the first problem of an expression points at. */
function pointedAt(text: string): string | undefined {
  try {
    parseCondition(text, 'FilterExpression')
    return undefined
  } catch (error) {
    const place = locateProblem(text, (error as Error).message)
    return place && text.slice(place.start, place.end)
  }
}

test.each([
  ['a = = :b', '='],
  ['! a', '!'],
  ['price > 5', '5'],
  ['price > :a AND', 'D'],
  ['price > :a AND status = :b', 'status'],
  ['starts_with(a, :b)', 'starts_with'],
  ['((a = :b))', '(('],
  ['size(a)', 'size'],
  ['a BETWEEN :b OR :c', 'OR'],
])('%s points at %s', (text, expected) => {
  expect(pointedAt(text)).toBe(expected)
})

test('a doubled token is found at its second place', () => {
  const text = 'a = = :b'
  expect(locateProblem(text, 'Invalid FilterExpression: Syntax error; token: "=", near: "= = :b"')).toEqual({
    start: 4,
    end: 5,
  })
})

test('a placeholder that is not defined is found', () => {
  const message =
    'Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :v'
  expect(locateProblem('a = :v', message)).toMatchObject({ start: 4, end: 6 })
})
