import { expect, test } from 'vitest'
import { explainError } from './explainError.ts'

test.each([
  ['Query condition missed key schema element: PK', 'key', /value for PK/],
  [
    'Consistent reads are not supported on global secondary indexes',
    'consistentRead',
    /Turn consistent read off/,
  ],
  ['The table does not have the specified index: by-date', 'target', /no index by-date/],
  ['Invalid FilterExpression: Syntax error; token: "<EOF>", near: "= "', 'filter', /stops too early/],
  ['Invalid FilterExpression: Syntax error; token: "!", near: "a ! b"', 'filter', /from “!” on/],
  [
    'Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: status',
    'filter',
    /#status/,
  ],
  [
    'Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]',
    'projection',
    /shorter/,
  ],
  [
    'Filter Expression can only contain non-primary key attributes: Primary key attribute: SK',
    'filter',
    /condition on SK/,
  ],
  [
    "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
    'limit',
    /at least 1/,
  ],
  [
    'The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 5 is not less than TotalSegments: 5',
    'segments',
    /counted from 0/,
  ],
  ['The provided starting key is invalid', 'startKey', /Clear it/],
  ['Something that nobody has met before', 'request', undefined],
] as const)('%s', (message, part, advice) => {
  const explanation = explainError({ name: 'ValidationException', message }, 'Query')
  expect(explanation.part).toBe(part)
  if (advice) expect(explanation.advice).toMatch(advice)
  else expect(explanation.advice).toBeUndefined()
})

test('an empty key value points at its attribute', () => {
  const message =
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: PK'
  expect(explainError({ name: 'ValidationException', message }, 'GetItem')).toMatchObject({
    part: 'key',
    keyName: 'PK',
  })
})
