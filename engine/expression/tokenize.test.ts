import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExpressionKind } from './ast.ts'
import { tokenize } from './tokenize.ts'

/** Each token as `kind:text`. */
function kinds(text: string, kind?: ExpressionKind): string[] {
  return tokenize(text, kind).map((token) => `${token.kind}:${text.slice(token.start, token.end)}`)
}

test('a condition', () => {
  expect(kinds('not size(#a.b[1]) >= :v AND status IN (:w)', 'FilterExpression')).toEqual([
    'keyword:not',
    'function:size',
    'punctuation:(',
    'namePlaceholder:#a',
    'punctuation:.',
    'attribute:b',
    'punctuation:[',
    'number:1',
    'punctuation:]',
    'punctuation:)',
    'operator:>=',
    'valuePlaceholder::v',
    'keyword:AND',
    'reserved:status',
    'keyword:IN',
    'punctuation:(',
    'valuePlaceholder::w',
    'punctuation:)',
  ])
})

test('words depend on the kind of expression', () => {
  expect(kinds('SET a = list_append(b, :c)', 'UpdateExpression').slice(0, 4)).toEqual([
    'keyword:SET',
    'attribute:a',
    'operator:=',
    'function:list_append',
  ])
  expect(kinds('SET list_append(', 'FilterExpression')).toEqual([
    'reserved:SET',
    'invalid:list_append',
    'punctuation:(',
  ])
  expect(kinds('and, :v, size(a)', 'ProjectionExpression')).toEqual([
    'reserved:and',
    'punctuation:,',
    'invalid::v',
    'punctuation:,',
    'invalid:size',
    'punctuation:(',
    'attribute:a',
    'punctuation:)',
  ])
  expect(kinds('SET and size( list_append(')).toEqual([
    'keyword:SET',
    'keyword:and',
    'function:size',
    'punctuation:(',
    'function:list_append',
    'punctuation:(',
  ])
})

test('what belongs to no expression', () => {
  expect(kinds('a != 5 💥 # _x', 'ConditionExpression')).toEqual([
    'attribute:a',
    'invalid:!',
    'operator:=',
    'invalid:5',
    'invalid:💥',
    'invalid:#',
    'invalid:_',
    'attribute:x',
  ])
})

test('any text: tokens from left to right, and nothing but white space between them', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1_ #:.[]()<>=+-,!\n💥é') }), (text) => {
      let end = 0
      for (const token of tokenize(text)) {
        expect(text.slice(end, token.start).trim()).toBe('')
        expect(token.end).toBeGreaterThan(token.start)
        end = token.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})
