import { expect, test } from 'vitest'
import { findPlace } from './jsonPlace.ts'

const text = `{
  "TableName": "FilterExpression",
  "FilterExpression": "total > :t",
  "ExpressionAttributeValues": {
    ":list": {"L": [{"S": ":t"}, {"M": {":t": {"S": "\\"{"}}}]}, ":t": {"N": "5"}
  }
}`

test.each([
  [['FilterExpression'], { line: 3, column: 3, endColumn: 21 }],
  [['ExpressionAttributeValues', ':t'], { line: 5, column: 65, endColumn: 69 }],
  [['ExpressionAttributeValues', ':absent'], { line: 4, column: 3, endColumn: 30 }],
  [['Limit'], undefined],
])('%j', (path, place) => {
  expect(findPlace(text, path)).toEqual(place)
})
