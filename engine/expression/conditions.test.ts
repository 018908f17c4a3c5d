import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttributeValue, Item } from '../value/attributeValue.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import type { Condition, Operand, PathNode, ValueNode } from './ast.ts'
import { bindExpressions, documentPaths, matchesCondition, topLevelNames } from './expressions.ts'
import { printCondition } from './print.ts'
import { anyValues, attributeNames, deepFreeze, items, scalars } from './testing/items.ts'
import { naiveMatch } from './testing/naiveModel.ts'
import { createConditions } from './testing/trees.ts'

const values: Record<string, AttributeValue> = {
  ':zero': { N: '0' },
  ':one': { N: '1' },
  ':two': { N: '2' },
  ':five': { N: '5' },
  ':eight': { N: '8' },
  ':s': { S: 'hello' },
  ':he': { S: 'he' },
  ':ell': { S: 'ell' },
  ':word': { S: 'dog' },
  ':hi': { B: 'aGk=' },
  ':here': { B: 'aGVyZQ==' },
  ':list': { L: [{ N: '3' }, { N: '4' }] },
  ':ns': { NS: ['2', '1'] },
  ':map': { M: { x: { N: '1' } } },
  ':true': { BOOL: true },
  ':null': { NULL: true },
}

function only<Meaning>(text: string, meanings: Record<string, Meaning>): Record<string, Meaning> | undefined {
  const used = Object.entries(meanings).filter(([key]) => new RegExp(`${key}(?![A-Za-z0-9_])`).test(text))
  return used.length > 0 ? Object.fromEntries(used) : undefined
}

function bind(text: string, types: Record<string, AttributeValue> = {}) {
  const names = only(text, { '#proto': '__proto__', '#dot': 'a.b', '#and': 'and', '#or': 'or' })
  const used = only(text, { ...values, ...types })
  const condition = bindExpressions({
    ConditionExpression: text,
    ...(names && { ExpressionAttributeNames: names }),
    ...(used && { ExpressionAttributeValues: used }),
  }).condition
  if (condition === undefined) throw new Error('no condition')
  return condition
}

const item = checkItem({
  one: { N: '1' },
  two: { N: '2' },
  str: { S: 'hello' },
  same: { S: 'hello' },
  bin: { B: 'aGkgdGhlcmU=' },
  bool: { BOOL: true },
  nil: { NULL: true },
  ss: { SS: ['hello', 'x'] },
  ns: { NS: ['2', '4', '7'] },
  bs: { BS: ['aGk='] },
  lst: { L: [{ S: 'hi' }, { NS: ['1', '2'] }, { L: [{ N: '3' }, { N: '4' }] }, { M: { x: { N: '1' } } }] },
  b: { M: { x: { N: '1' }, y: { L: [{ N: '-1' }, { N: '2' }] } } },
  'a.b': { S: 'dotted' },
  and: { M: { or: { N: '2' } } },
  emoji: { S: '💥é' },
  blank: { S: '' },
})

describe('conditions that hold', () => {
  test.each([
    'one = :one',
    'str = same',
    'one <> :s',
    'gone <> :one',
    'gone <> nowhere',
    'NOT gone = :one',
    'one < two AND two <= :two AND two > one AND two >= :two',
    'str > :he',
    'bin > :hi',
    'two BETWEEN :one AND :two',
    'one BETWEEN :one AND :one',
    'two BETWEEN one AND two',
    'one IN (:s, :list, one2, :one)',
    'lst[2] = :list',
    'lst[1] = :ns',
    'lst[3] = :map',
    'bool = :true AND nil = :null',
    'attribute_exists(nil)',
    'attribute_exists(b.y[1]) AND attribute_not_exists(b.y[2]) AND attribute_not_exists(b.z.q)',
    'attribute_not_exists(one.x) AND attribute_not_exists(b[0]) AND attribute_not_exists(lst.x)',
    'begins_with(str, :he) AND begins_with(bin, :hi) AND begins_with(:s, str) AND begins_with(str, blank)',
    'contains(str, :ell) AND contains(bin, :here) AND contains(ns, :two) AND contains(ss, str) AND contains(bs, :hi)',
    'contains(lst, :ns) AND contains(lst, :list) AND contains(lst, :map)',
    'size(str) = :five AND size(b) = :two AND size(ns) > :two AND size(bin) = :eight AND size(blank) = :zero',
    'size(lst) > size(b)',
    'b.x < b.y[1]',
    '#and.#or = :two OR #dot <> :s',
    'one = :two OR two = :one OR str = :s',
    'NOT (one = :two OR two = :one)',
  ])('%s', (text) => {
    expect(matchesCondition(bind(text), item)).toBe(true)
  })
})

describe('conditions that do not hold', () => {
  test.each([
    'one = :s',
    'gone = :one',
    'gone = nowhere',
    'gone < :one',
    ':one >= gone',
    'NOT gone <> :one',
    'one < :word',
    'lst < :one',
    'gone BETWEEN :one AND :two',
    'one BETWEEN two AND :one',
    'one BETWEEN two AND :word',
    'one BETWEEN lst AND :two',
    'gone IN (gone, :one)',
    'begins_with(one, :he)',
    'begins_with(str, one)',
    'contains(bin, :ns)',
    'contains(ss, :ns)',
    'contains(one, :one)',
    'size(one) = :one',
    'size(nil) = :one',
    'size(bool) = :one',
    'size(gone) < :five',
    'size(str) = :word',
    'b.z < b.y[100]',
  ])('%s', (text) => {
    expect(matchesCondition(bind(text), item)).toBe(false)
  })
})

test('size of a string counts UTF-16 units', () => {
  expect(matchesCondition(bind('size(emoji) = :three', { ':three': { N: '3' } }), item)).toBe(true)
})

test('strings are ordered by their UTF-8 bytes', () => {
  const condition = bind('x < :astral', { ':astral': { S: '💥' } })
  expect(matchesCondition(condition, checkItem({ x: { S: '\ue000' } }))).toBe(true)
})

test.each(['S', 'SS', 'N', 'NS', 'B', 'BS', 'BOOL', 'NULL', 'L', 'M'])('attribute_type %s', (type) => {
  const condition = bind('attribute_type(x, :t)', { ':t': { S: type } })
  const samples: Record<string, unknown> = {
    S: '',
    SS: ['a'],
    N: '1',
    NS: ['1'],
    B: '',
    BS: [''],
    BOOL: false,
    NULL: true,
    L: [],
    M: {},
  }
  for (const [other, payload] of Object.entries(samples)) {
    expect(matchesCondition(condition, checkItem({ x: { [other]: payload } }))).toBe(other === type)
  }
  expect(matchesCondition(condition, checkItem({}))).toBe(false)
})

test('attribute_type of a constant', () => {
  expect(matchesCondition(bind('attribute_type(:one, :t)', { ':t': { S: 'N' } }), item)).toBe(true)
})

test('an item that does not exist has no attributes', () => {
  expect(matchesCondition(bind('attribute_not_exists(pk)'), undefined)).toBe(true)
  expect(matchesCondition(bind('pk <> :s'), undefined)).toBe(true)
  expect(matchesCondition(bind('pk = :s'), undefined)).toBe(false)
})

test('names that objects inherit are names like any other', () => {
  const exists = bind('attribute_exists(#proto)')
  expect(matchesCondition(exists, item)).toBe(false)
  expect(matchesCondition(exists, {})).toBe(false)
  expect(matchesCondition(exists, checkItem(JSON.parse('{"__proto__":{"S":"x"}}')))).toBe(true)
  const inherited = bind('attribute_exists(toString) OR attribute_exists(hasOwnProperty.constructor2)')
  expect(matchesCondition(inherited, {})).toBe(false)
})

test('the paths and attributes that a condition names', () => {
  const condition = bind('#dot = :s AND (size(b.y[0]) > :one OR attribute_exists(b.x) OR str IN (same))')
  expect(documentPaths(condition)).toEqual([['a.b'], ['b', 'y', 0], ['b', 'x'], ['str'], ['same']])
  expect(topLevelNames(condition)).toEqual(['a.b', 'b', 'str', 'same'])
})

describe('laws', () => {
  const span = { start: 0, end: 0 }
  const operandPaths: fc.Arbitrary<PathNode> = fc
    .array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.constant('[0]'), fc.constant('[1]')), {
      minLength: 1,
      maxLength: 3,
    })
    .filter(([first]) => typeof first === 'number')
    .map((steps) => ({
      kind: 'path',
      elements: steps.map((step) =>
        typeof step === 'number'
          ? { kind: 'placeholder', placeholder: `#n${step}` }
          : { kind: 'index', index: Number(step[1]) },
      ),
      ...span,
    }))
  const operandValues: fc.Arbitrary<ValueNode> = fc
    .nat({ max: 5 })
    .map((i) => ({ kind: 'value', placeholder: `:v${i}`, ...span }))
  const plain: fc.Arbitrary<Operand> = fc.oneof(operandPaths, operandPaths, operandValues)
  const operands: fc.Arbitrary<Operand> = fc.oneof(
    { weight: 4, arbitrary: plain },
    plain.map((operand) => ({ kind: 'function' as const, name: 'size', operands: [operand], ...span })),
  )
  const leaves: fc.Arbitrary<Condition> = fc.oneof(
    fc
      .tuple(fc.constantFrom('=', '<>', '<', '<=', '>', '>='), operands, operands)
      .map(([operator, left, right]) => ({ kind: 'comparison' as const, operator, left, right, ...span })),
    fc
      .tuple(operands, operands, operands)
      .map(([operand, lower, upper]) => ({ kind: 'between' as const, operand, lower, upper, ...span })),
    fc
      .tuple(operands, fc.array(operands, { minLength: 1, maxLength: 3 }))
      .map(([operand, candidates]) => ({ kind: 'in' as const, operand, candidates, ...span })),
    fc
      .tuple(fc.constantFrom('begins_with', 'contains'), operands, operands)
      .map(([name, a, b]) => ({ kind: 'function' as const, name, operands: [a, b], ...span })),
    fc
      .tuple(fc.constantFrom('attribute_exists', 'attribute_not_exists'), operandPaths)
      .map(([name, path]) => ({ kind: 'function' as const, name, operands: [path], ...span })),
  )
  const meanings = fc
    .tuple(
      fc.array(scalars, { minLength: 4, maxLength: 4 }),
      fc.array(anyValues, { minLength: 2, maxLength: 2 }),
    )
    .map(([simple, any]) => [...simple, ...any])

  test('a condition agrees with a naive evaluation of its tree', () => {
    let evaluated = 0
    fc.assert(
      fc.property(createConditions(leaves), meanings, items, (tree, constants, someItem) => {
        const text = printCondition(tree)
        const names = Object.fromEntries(attributeNames.map((name, i) => [`#n${i}`, name]))
        const all = Object.fromEntries(constants.map((value, i) => [`:v${i}`, value]))
        const usedNames = only(text, names)
        const usedValues = only(text, all)
        const input = {
          FilterExpression: text,
          ...(usedNames && { ExpressionAttributeNames: usedNames }),
          ...(usedValues && { ExpressionAttributeValues: usedValues }),
        }
        let matches: (of: Item) => boolean
        try {
          const filter = bindExpressions(input).filter
          matches = (of) => matchesCondition(filter!, of)
        } catch (error) {
          // Constants of wrong types and operands that are not distinct.
          expect((error as Error).name).toBe('ValidationException')
          return
        }
        evaluated++
        expect(matches(deepFreeze(someItem))).toBe(naiveMatch(tree, someItem, { names, values: all }))
      }),
      { numRuns: 3000 },
    )
    expect(evaluated).toBeGreaterThan(1000)
  })
})
