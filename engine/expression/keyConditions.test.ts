import { describe, expect, test } from 'vitest'
import type { AttributeValue } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import {
  bindExpressions,
  type KeyAttributeSchema,
  type KeyRange,
  resolveKeyCondition,
} from './expressions.ts'

const values: Record<string, AttributeValue> = {
  ':p': { S: 'p' },
  ':q': { S: 'q' },
  ':1': { N: '1' },
  ':2': { N: '2' },
  ':b': { B: 'AA==' },
}
const [p, q, one, two] = [values[':p'], values[':q'], values[':1'], values[':2']] as AttributeValue[]

function bind(text: string, names?: Record<string, string>) {
  const used = Object.fromEntries(Object.entries(values).filter(([key]) => text.includes(key)))
  const { keyCondition } = bindExpressions({
    KeyConditionExpression: text,
    ...(Object.keys(used).length > 0 && { ExpressionAttributeValues: used }),
    ...(names && { ExpressionAttributeNames: names }),
  })
  if (keyCondition === undefined) throw new Error('no key condition')
  return keyCondition
}

function schema(text: string): KeyAttributeSchema[] {
  return text.split(' ').map((part) => {
    const [name, type, keyType] = part.split(':') as [string, 'S' | 'N' | 'B', string]
    return { name, type, keyType: keyType === 'h' ? 'HASH' : 'RANGE' }
  })
}

function resolve(text: string, keys: string, names?: Record<string, string>): KeyRange {
  return resolveKeyCondition(bind(text, names), schema(keys))
}

describe('the part of the table that is wanted', () => {
  const keys = 'pk:S:h sk:N:r'

  test.each<[string, KeyRange]>([
    ['pk = :p', { hash: [p!], range: [] }],
    [':p = pk', { hash: [p!], range: [] }],
    ['(pk = :p)', { hash: [p!], range: [] }],
    ['pk = :p AND sk = :1', { hash: [p!], range: [one!] }],
    ['((sk=:1) AND (pk=:p))', { hash: [p!], range: [one!] }],
    ['sk > :1 and pk = :p', { hash: [p!], range: [], last: { operator: '>', values: [one!] } }],
    ['pk = :p AND :1 < sk', { hash: [p!], range: [], last: { operator: '>', values: [one!] } }],
    ['pk = :p AND :1 >= sk', { hash: [p!], range: [], last: { operator: '<=', values: [one!] } }],
    [
      'pk = :p AnD sk BeTwEeN :1 aNd :2',
      { hash: [p!], range: [], last: { operator: 'BETWEEN', values: [one!, two!] } },
    ],
  ])('%s', (text, range) => {
    expect(resolve(text, keys)).toEqual(range)
  })

  test('begins_with, and names behind placeholders', () => {
    expect(resolve('begins_with(#s, :q) AND #p = :p', 'pk:S:h sk:S:r', { '#p': 'pk', '#s': 'sk' })).toEqual({
      hash: [p],
      range: [],
      last: { operator: 'begins_with', values: [q] },
    })
  })

  const many = 'h1:S:h h2:S:h r1:N:r r2:S:r r3:S:r'

  test.each<[string, KeyRange]>([
    ['h2 = :q AND h1 = :p', { hash: [p!, q!], range: [] }],
    ['h1 = :p AND h2 = :q AND r2 = :p AND r1 = :1', { hash: [p!, q!], range: [one!, p!] }],
    [
      'r2 > :p AND h1 = :p AND r1 = :1 AND h2 = :q',
      { hash: [p!, q!], range: [one!], last: { operator: '>', values: [p!] } },
    ],
    [
      'h1 = :p AND h2 = :q AND r1 = :1 AND r2 = :p AND begins_with(r3, :q)',
      { hash: [p!, q!], range: [one!, p!], last: { operator: 'begins_with', values: [q!] } },
    ],
  ])('%s of a key of five attributes', (text, range) => {
    expect(resolve(text, many)).toEqual(range)
  })

  const hashRule = '; every HASH key attribute of the index needs an equality condition'
  const rangeRule =
    '; RANGE key attributes are used from left to right without gaps, all but the last with an equality condition'

  test.each([
    ['h1 = :p', `Query condition missed key schema element: h2${hashRule}`],
    ['h1 = :p AND h2 > :q', `Query key condition not supported${hashRule}`],
    ['h1 = :p AND begins_with(h2, :q)', `Query key condition not supported${hashRule}`],
    ['h1 = :p AND h2 = :q AND r2 = :p', `Query condition missed key schema element: r1${rangeRule}`],
    [
      'h1 = :p AND h2 = :q AND r1 = :1 AND r3 = :p',
      `Query condition missed key schema element: r2${rangeRule}`,
    ],
    ['h1 = :p AND h2 = :q AND r1 > :1 AND r2 = :p', `Query key condition not supported${rangeRule}`],
    ['h1 = :p AND h2 = :q AND x = :p', `Query condition missed key schema element: r1${rangeRule}`],
  ])('%s is refused', (text, message) => {
    expect(() => resolve(text, many)).toThrow(validationError(message))
  })
})

describe('against the schema of the table', () => {
  const missed = 'Query condition missed key schema element: '
  const unsupported = 'Query key condition not supported'
  const wrongType =
    'One or more parameter values were invalid: Condition parameter type does not match schema type'

  test.each([
    ['z = :p', 'pk:S:h sk:N:r', `${missed}pk`],
    ['z = :p', 'pk:S:h', `${missed}pk`],
    ['sk BETWEEN :1 AND :2', 'pk:S:h sk:N:r', `${missed}pk`],
    ['pk = :p AND z < :1', 'pk:S:h sk:N:r', `${missed}sk`],
    ['pk > :p', 'pk:S:h sk:N:r', unsupported],
    ['pk > :p AND sk = :1', 'pk:S:h sk:N:r', unsupported],
    ['begins_with(pk, :p)', 'pk:S:h', unsupported],
    ['pk = :p AND sk = :1', 'pk:S:h', unsupported],
    ['pk = :p AND sk < :1 AND a < :2', 'pk:S:h sk:N:r', 'Conditions can be of length 1 or 2 only'],
    ['pk = :1', 'pk:S:h', wrongType],
    ['pk = :p AND sk = :q', 'pk:S:h sk:N:r', wrongType],
    ['pk = :b', 'pk:S:h', wrongType],
    [
      'pk = :p AND begins_with(sk, :q)',
      'pk:S:h sk:N:r',
      'Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N',
    ],
  ])('%s with %s', (text, keys, message) => {
    expect(() => resolve(text, keys)).toThrow(validationError(message))
  })
})

test('keys are not empty, bounds of ranges may be', () => {
  const bound = (text: string, empty: AttributeValue) =>
    bindExpressions({
      KeyConditionExpression: text,
      ExpressionAttributeValues: text.includes(':p') ? { ':p': p!, ':e': empty } : { ':e': empty },
    }).keyCondition!
  const keys = schema('pk:S:h sk:B:r')
  expect(() => resolveKeyCondition(bound('pk = :e', { S: '' }), keys)).toThrow(
    validationError(
      'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk',
    ),
  )
  expect(() => resolveKeyCondition(bound('pk = :p AND sk = :e', { B: '' }), keys, 'gsi')).toThrow(
    validationError(
      'One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty binary value. IndexName: gsi, IndexKey: sk',
    ),
  )
  expect(resolveKeyCondition(bound('pk = :p AND begins_with(sk, :e)', { B: '' }), keys).last).toEqual({
    operator: 'begins_with',
    values: [{ B: '' }],
  })
})

describe('the shape of a key condition', () => {
  const operator = 'Invalid operator used in KeyConditionExpression: '
  const condition = 'Invalid condition in KeyConditionExpression: '
  const several = `${condition}Multiple attribute names used in one condition`
  const nested = 'KeyConditionExpressions cannot have conditions on nested attributes'
  const nestedOperation = 'KeyConditionExpressions cannot contain nested operations'

  test.each([
    ['a > b and size(b) > c or a > c', `${operator}OR`],
    ['NOT c = :1 AND p = :p', `${operator}NOT`],
    ['a in (b, size(c), d)', `${operator}IN`],
    ['a <> b', `${operator}<>`],
    ['attribute_exists(a)', `${operator}attribute_exists`],
    ['attribute_not_exists(a)', `${operator}attribute_not_exists`],
    ['contains(a.d, b)', `${operator}contains`],
    [
      ':p between size(b) and size(a) and b > :1',
      `${condition}BETWEEN operator must have the key attribute as its first operand`,
    ],
    [
      'begins_with(:p, b) and a > :1',
      `${condition}begins_with operator must have the key attribute as its first operand`,
    ],
    ['size(b) > a AND a.b > b AND b > c', nestedOperation],
    ['a > size(b.d)', nestedOperation],
    ['a between size(b) and size(a)', nestedOperation],
    ['b > a.b', several],
    ['b between c[1] and d', several],
    ['a between b and size(a)', several],
    ['begins_with(a, b)', several],
    ['b.d > a AND c.d > e.f', nested],
    ['b[0] > a', nested],
    [':2 > :1 AND a < :2', `${condition}No key attribute specified`],
    [
      'b > :1 AND b < :1 and c = :1 and d = :1',
      'KeyConditionExpressions must only contain one condition per key',
    ],
    [
      '(a > :1 and b > :1) and (b > :1 and c > :1)',
      'KeyConditionExpressions must only contain one condition per key',
    ],
    [
      'a between :1 and :p',
      'The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:p}',
    ],
    [
      'a between :q and :p',
      'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:q}, upper bound operand: AttributeValue: {S:p}',
    ],
    [
      'pk = :p AND begins_with(sk, :1)',
      'Incorrect operand type for operator or function; operator or function: begins_with, operand type: N',
    ],
    ['', 'The expression can not be empty;'],
    ['p=:p AND c!=:1', 'Syntax error; token: "!", near: "c!="'],
    ['p=:p AND dog(c, :1)', 'Invalid function name; function: dog'],
  ])('%s', (text, problem) => {
    expect(() => bind(text)).toThrow(validationError(`Invalid KeyConditionExpression: ${problem}`))
  })
})
