import { expect, test } from 'vitest'
import { adviseInJson } from './adviseInJson.ts'
import { explainError } from './explainError.ts'
import { findRefusedMember } from './refusedMember.ts'

const request = {
  TableName: 'shop',
  KeyConditionExpression: 'status = :p',
  FilterExpression: 'total > :t',
  ExpressionAttributeValues: { ':p': { S: 'a' }, ':t': { N: 50 }, ':unused': { N: '1' } },
}

test.each([
  [
    'ValidationException',
    'Invalid KeyConditionExpression: Attribute name is a reserved keyword; reserved keyword: status',
    ['KeyConditionExpression'],
    'status is a reserved word. Write #status in its place, and add "ExpressionAttributeNames": {"#status": "status"}.',
  ],
  [
    'ValidationException',
    'Value provided in ExpressionAttributeValues unused in expressions: keys: {:unused}',
    ['ExpressionAttributeValues', ':unused'],
    expect.stringContaining('Remove'),
  ],
  [
    'SerializationException',
    'NUMBER_VALUE cannot be converted to String',
    ['ExpressionAttributeValues', ':t', 'N'],
    'DynamoDB takes numbers as text: write {"N": "50"}.',
  ],
  [
    'ValidationException',
    'Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :x',
    ['FilterExpression'],
    'Add ":x" to ExpressionAttributeValues, such as ":x": {"S": "text"}.',
  ],
])('%s: %s', (name, message, path, advice) => {
  const refusal = { name, message, ...explainError({ name, message }, 'Query') }
  expect(findRefusedMember(refusal, request)).toEqual(path)
  expect(adviseInJson(refusal, request)).toEqual(advice)
})
