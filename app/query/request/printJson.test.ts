import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printJson } from './printJson.ts'

test('values stand on one line, what holds them does not', () => {
  const request = {
    TableName: 'T',
    ExpressionAttributeValues: {
      ':a': { S: 'x' },
      ':long': { S: 'y'.repeat(100) },
      ':set': { NS: ['1', '2'] },
    },
    Limit: undefined,
  }
  expect(printJson(request)).toBe(`{
  "TableName": "T",
  "ExpressionAttributeValues": {
    ":a": { "S": "x" },
    ":long": {
      "S": "${'y'.repeat(100)}"
    },
    ":set": {
      "NS": ["1", "2"]
    }
  }
}`)
})

test('it is the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(JSON.parse(printJson(json))).toEqual(JSON.parse(JSON.stringify(json)))
    }),
  )
})
