import { describe, expect, test } from 'vitest'
import type { AttributeValue } from '../value/attributeValue.ts'
import type { ExpressionInput } from './expressionInput.ts'
import { bindExpressions } from './expressions.ts'
import { checkPlaceholders } from './placeholderMaps.ts'

function messageOf(input: ExpressionInput, valued: readonly string[] = []): string {
  try {
    checkPlaceholders(input, valued)
    bindExpressions(input)
  } catch (error) {
    expect((error as Error).name).toBe('ValidationException')
    return (error as Error).message
  }
  return ''
}

const s = { S: 'x' }
const n = (value: number): AttributeValue => ({ N: String(value) })

describe('the maps of placeholders', () => {
  test.each<[ExpressionInput, string]>([
    [
      { UpdateExpression: '', ExpressionAttributeNames: {}, ExpressionAttributeValues: {} },
      'ExpressionAttributeNames must not be empty',
    ],
    [
      { UpdateExpression: '', ExpressionAttributeNames: { a: 'a' }, ExpressionAttributeValues: {} },
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "a"',
    ],
    [{ UpdateExpression: '', ExpressionAttributeValues: {} }, 'ExpressionAttributeValues must not be empty'],
    [
      { UpdateExpression: '', ExpressionAttributeValues: { ':b': s, b: s } },
      'ExpressionAttributeValues contains invalid key: Syntax error; key: "b"',
    ],
    [
      { UpdateExpression: 'SET #hi-x = b', ExpressionAttributeNames: { '#hi-x': 'a' } },
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "#hi-x"',
    ],
    [
      { UpdateExpression: 'SET # = b', ExpressionAttributeNames: { '#': 'a' } },
      'ExpressionAttributeNames contains invalid key: Syntax error; key: "#"',
    ],
    // Too long and not well-formed either: the length is told first.
    [
      { UpdateExpression: 'SET #a = b', ExpressionAttributeNames: { [`#${'a'.repeat(255)}-x`]: 'a' } },
      'ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 258',
    ],
    [
      { UpdateExpression: 'SET a = :b', ExpressionAttributeValues: { [`:${'b'.repeat(255)}`]: s } },
      'ExpressionAttributeValues contains invalid key: The expression attribute map contains a key that is too long;',
    ],
    [
      { UpdateExpression: 'SET #a = b', ExpressionAttributeNames: { '#a': '' } },
      'ExpressionAttributeNames contains invalid value: Empty attribute name for key #a',
    ],
    [
      { ProjectionExpression: '#a', ExpressionAttributeNames: { '#a': 'é'.repeat(32_768) } },
      'ExpressionAttributeNames contains invalid value: Attribute name is too large, must be less than 65536 bytes for key #a',
    ],
    [
      { ExpressionAttributeNames: { '#a': 'a' } },
      'ExpressionAttributeNames can only be specified when using expressions',
    ],
    [
      { ExpressionAttributeNames: {}, ExpressionAttributeValues: {} },
      'ExpressionAttributeNames can only be specified when using expressions',
    ],
    [
      { ExpressionAttributeValues: { ':a': s } },
      'ExpressionAttributeValues can only be specified when using expressions',
    ],
  ])('%o', (input, message) => {
    expect(messageOf(input)).toBe(message)
  })

  test.each([
    [['ConditionExpression'], 'ConditionExpression is null'],
    [['UpdateExpression', 'ConditionExpression'], 'UpdateExpression and ConditionExpression are null'],
    [['FilterExpression', 'KeyConditionExpression'], 'FilterExpression and KeyConditionExpression are null'],
  ])('values without an expression, of an operation with %j', (valued, reason) => {
    expect(messageOf({ ExpressionAttributeValues: { ':a': s } }, valued)).toBe(
      `ExpressionAttributeValues can only be specified when using expressions: ${reason}`,
    )
  })

  test('a projection has no values', () => {
    const input = { ProjectionExpression: 'a', ExpressionAttributeValues: { ':a': s } }
    expect(messageOf(input, ['FilterExpression'])).toBe(
      'ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null',
    )
  })

  test('a name of 65535 bytes, and placeholders with digits and underscores', () => {
    const name = 'a'.repeat(65_535)
    expect(messageOf({ ProjectionExpression: '#1_', ExpressionAttributeNames: { '#1_': name } })).toBe('')
  })
})

describe('placeholders and expressions', () => {
  test.each<[ExpressionInput, string]>([
    [
      { UpdateExpression: 'SET #a = :a', ExpressionAttributeNames: { '#b': 'b' } },
      'Invalid UpdateExpression: An expression attribute name used in the document path is not defined; attribute name: #a',
    ],
    [
      { UpdateExpression: 'SET a = if_not_exists(:c)', ExpressionAttributeValues: { ':a': s } },
      'Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute value: :c',
    ],
    [
      { ConditionExpression: 'a = :a' },
      'Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :a',
    ],
    [
      { ProjectionExpression: 'a.#b' },
      'Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #b',
    ],
    [
      {
        ConditionExpression: 'a = :a',
        ExpressionAttributeNames: { '#a': 'a', '#b': 'b' },
        ExpressionAttributeValues: { ':a': s },
      },
      'Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}',
    ],
    [
      {
        ConditionExpression: '#a = :a',
        ExpressionAttributeNames: { '#a': 'a' },
        ExpressionAttributeValues: { ':a': s, ':b': s, ':c': s },
      },
      'Value provided in ExpressionAttributeValues unused in expressions: keys: {:b, :c}',
    ],
  ])('%o', (input, message) => {
    expect(messageOf(input)).toBe(message)
  })

  test('one placeholder may serve several expressions, and parts that never run', () => {
    const input = {
      UpdateExpression: 'SET #a = if_not_exists(#a, :v), b = :v',
      ConditionExpression: 'attribute_exists(#a) OR #c = :w',
      ExpressionAttributeNames: { '#a': 'a', '#c': 'c' },
      ExpressionAttributeValues: { ':v': s, ':w': s },
    }
    expect(messageOf(input)).toBe('')
  })

  test('expressions are checked in order: update, condition, key condition, filter, projection', () => {
    const kinds = [
      'UpdateExpression',
      'ConditionExpression',
      'KeyConditionExpression',
      'FilterExpression',
      'ProjectionExpression',
    ] as const
    for (let first = 0; first < kinds.length; first++) {
      const input = Object.fromEntries(kinds.slice(first).map((kind) => [kind, '']))
      expect(messageOf(input)).toBe(`Invalid ${kinds[first]}: The expression can not be empty;`)
    }
  })

  test('the shape of a key condition is judged after all expressions and unused placeholders', () => {
    const KeyConditionExpression = 'attribute_exists(a)'
    expect(messageOf({ KeyConditionExpression, FilterExpression: '' })).toBe(
      'Invalid FilterExpression: The expression can not be empty;',
    )
    expect(messageOf({ KeyConditionExpression, ExpressionAttributeNames: { '#a': 'a' } })).toBe(
      'Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}',
    )
  })

  test('an expression of another kind names itself, though its text is the same', () => {
    for (const kind of ['ConditionExpression', 'FilterExpression', 'KeyConditionExpression']) {
      expect(messageOf({ [kind]: 'a = = b' })).toBe(
        `Invalid ${kind}: Syntax error; token: "=", near: "= = b"`,
      )
    }
  })

  test('a text is bound anew for each request', () => {
    const bind = (value: AttributeValue) =>
      bindExpressions({ FilterExpression: 'a < :v', ExpressionAttributeValues: { ':v': value } }).filter
    expect(bind(n(1))?.bindings.values).toEqual([n(1)])
    expect(bind(s)?.bindings.values).toEqual([s])
    expect(() => bind({ L: [] })).toThrow('operand type: L')
    expect(bind(n(2))?.bindings.values).toEqual([n(2)])
  })
})

describe('operands of conditions', () => {
  const operandType = (name: string, type: string) =>
    `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`
  const operandCount = (name: string, count: number) =>
    `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${count}`
  const distinct = (operator: string, path: string) =>
    `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${path}`
  const undefinedValue = (name: string) =>
    `An expression attribute value used in expression is not defined; attribute value: ${name}`

  const values: Record<string, AttributeValue> = {
    ':l': { L: [n(1)] },
    ':m': { M: {} },
    ':bool': { BOOL: true },
    ':null': { NULL: true },
    ':ss': { SS: ['a'] },
    ':n': n(1),
    ':five': n(5),
    ':s': s,
    ':dog': { S: 'DOG' },
    ':type': { S: 'NS' },
  }

  test.each([
    ['a < :l', operandType('<', 'L')],
    [':l >= a', operandType('>=', 'L')],
    ['a <= :bool', operandType('<=', 'BOOL')],
    ['a > :null', operandType('>', 'NULL')],
    ['a BETWEEN :l AND :l', operandType('BETWEEN', 'L')],
    ['a BETWEEN :n AND :ss', operandType('BETWEEN', 'SS')],
    [':m BETWEEN a AND b', operandType('BETWEEN', 'M')],
    [
      'a BETWEEN :five AND :n',
      'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {N:1}',
    ],
    [
      'a BETWEEN :five AND :s',
      'The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:x}',
    ],
    ['begins_with(a, :n)', operandType('begins_with', 'N')],
    ['begins_with(:n, a)', operandType('begins_with', 'N')],
    ['begins_with(size(a), :s)', operandType('begins_with', 'N')],
    ['size(:n) = :n', operandType('size', 'N')],
    ['size(:bool) = :n', operandType('size', 'BOOL')],
    ['size(:null) = :n', operandType('size', 'NULL')],
    ['size(size(a)) = :n', operandType('size', 'N')],
    ['attribute_type(a, :n)', operandType('attribute_type', 'N')],
    ['attribute_type(a, b)', operandType('attribute_type', '{NS,SS,L,BS,N,M,B,BOOL,NULL,S}')],
    [
      'attribute_type(a, :dog)',
      'Invalid attribute type name found; type: DOG, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}',
    ],
    [
      'attribute_exists(:n)',
      'Operator or function requires a document path; operator or function: attribute_exists',
    ],
    [
      'attribute_not_exists(size(a))',
      'Operator or function requires a document path; operator or function: attribute_not_exists',
    ],
    ['attribute_exists(a, b)', operandCount('attribute_exists', 2)],
    ['contains(a)', operandCount('contains', 1)],
    ['begins_with(a, b, c)', operandCount('begins_with', 3)],
    ['size(a, a) = :n', operandCount('size', 2)],
    ['a = a', distinct('=', '[a]')],
    ['a.b[1] <> a.b[1]', distinct('<>', '[a, b, [1]]')],
    ['contains(a, a)', distinct('contains', '[a]')],
    ['begins_with(a, a)', distinct('begins_with', '[a]')],
    [
      `a IN (${Array.from({ length: 101 }, (_, i) => `b${i}`).join(',')})`,
      'The IN operator is provided with too many operands; number of operands: 101',
    ],
    // One comparison after the other; in each: what is defined, then counts, distinct operands, types.
    ['size(:n, :x) = :n', undefinedValue(':x')],
    ['a < :l AND b = :x', operandType('<', 'L')],
    ['a = :x AND b < :l', undefinedValue(':x')],
    ['begins_with(a, a, :l)', operandCount('begins_with', 3)],
  ])('%s', (text, problem) => {
    const used = Object.fromEntries(
      Object.entries(values).filter(([key]) => new RegExp(`${key}\\b`).test(text)),
    )
    const input = {
      FilterExpression: text,
      ...(Object.keys(used).length > 0 && { ExpressionAttributeValues: used }),
    }
    expect(messageOf(input)).toBe(`Invalid FilterExpression: ${problem}`)
  })

  test('distinct once placeholders are resolved', () => {
    const input = (other: string) => ({
      FilterExpression: '#a.b = a.b',
      ExpressionAttributeNames: { '#a': other },
    })
    expect(messageOf(input('a'))).toBe(`Invalid FilterExpression: ${distinct('=', '[a, b]')}`)
    expect(messageOf(input('c'))).toBe('')
  })

  test('a hundred candidates', () => {
    const candidates = Array.from({ length: 100 }, (_, i) => `b${i}`).join(',')
    expect(messageOf({ FilterExpression: `a IN (${candidates})` })).toBe('')
  })
})

describe('operands of updates', () => {
  const values: Record<string, AttributeValue> = {
    ':s': s,
    ':n': n(1),
    ':b': { B: 'YQ==' },
    ':bool': { BOOL: true },
    ':null': { NULL: true },
    ':l': { L: [] },
    ':m': { M: {} },
    ':ss': { SS: ['a'] },
  }
  const section = (name: string, type: string) =>
    `Incorrect operand type for operator or function; operator: ${name}, operand type: ${type}`
  const operand = (name: string, type: string) =>
    `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`

  test.each([
    ['add a.b :s', section('ADD', 'STRING')],
    ['add a.b :b', section('ADD', 'BINARY')],
    ['add a.b :bool', section('ADD', 'BOOLEAN')],
    ['add a.b :null', section('ADD', 'NULL')],
    ['add a.b :l', section('ADD', 'LIST')],
    ['add a.b :m', section('ADD', 'MAP')],
    ['delete a.b :n', section('DELETE', 'NUMBER')],
    ['delete a.b :s', section('DELETE', 'STRING')],
    ['set a = list_append(:s, a)', operand('list_append', 'S')],
    ['set a = list_append(a, :ss)', operand('list_append', 'SS')],
    ['set a = a + :s', operand('+', 'S')],
    ['set a = :l - a', operand('-', 'L')],
    ['set a = (b + :n) - (:b + c)', operand('+', 'B')],
    [
      'set a = if_not_exists(:n, c)',
      'Operator or function requires a document path; operator or function: if_not_exists',
    ],
    [
      'set a = if_not_exists(if_not_exists(a, b), c)',
      'Operator or function requires a document path; operator or function: if_not_exists',
    ],
    [
      'set a = if_not_exists(c)',
      'Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1',
    ],
    [
      'set a = list_append(a, b, c)',
      'Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 3',
    ],
    // In order: names, values, overlap, conflict, ADD and DELETE, functions.
    ['set b = list_append(:s, a), c = if_not_exists(a) add a.b :m', section('ADD', 'MAP')],
    [
      'set a = list_append(:s, a), #c = :x',
      'An expression attribute name used in the document path is not defined; attribute name: #c',
    ],
    [
      'set a = list_append(:s, a), a = :x',
      'An expression attribute value used in expression is not defined; attribute value: :x',
    ],
    [
      'add a :s, a :s',
      'Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]',
    ],
  ])('%s', (text, problem) => {
    const used = Object.fromEntries(
      Object.entries(values).filter(([key]) => new RegExp(`${key}\\b`).test(text)),
    )
    const input = {
      UpdateExpression: text,
      ...(Object.keys(used).length > 0 && { ExpressionAttributeValues: used }),
    }
    expect(messageOf(input)).toBe(`Invalid UpdateExpression: ${problem}`)
  })
})

describe('paths of updates', () => {
  const names = { '#c': 'c', '#d': '[3]' }
  const problem = (relation: string, one: string, two: string) =>
    `Invalid UpdateExpression: Two document paths ${relation} with each other; must remove or rewrite one of these paths; path one: ${one}, path two: ${two}`

  test.each([
    ['set d[1] = a, d.b = a, c[1].a = a, #c = b', problem('overlap', '[c, [1], a]', '[c]')],
    ['set c.b.#c = a, c = a', problem('overlap', '[c, b, c]', '[c]')],
    ['set a = b remove a, #c', problem('overlap', '[a]', '[a]')],
    ['set #c[3].#d = a, #c[3] = a', problem('overlap', '[c, [3], [3]]', '[c, [3]]')],
    ['remove c, #c.a', problem('overlap', '[c]', '[c, a]')],
    ['set #c[3].#d = a, #c.#d[3] = a', problem('conflict', '[c, [3], [3]]', '[c, [3], [3]]')],
    ['remove a.#c set a[1] = #d', problem('conflict', '[a, c]', '[a, [1]]')],
  ])('%s', (text, message) => {
    const used = Object.fromEntries(Object.entries(names).filter(([key]) => text.includes(key)))
    expect(messageOf({ UpdateExpression: text, ExpressionAttributeNames: used })).toBe(message)
  })

  test('parts of one attribute that do not overlap', () => {
    expect(
      messageOf({ UpdateExpression: 'SET a.b = x, a.c.d = x, b.x = x REMOVE a.x, b.y, c[0], c[1].d' }),
    ).toBe('')
  })
})
