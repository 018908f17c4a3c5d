import { describe, expect, test } from 'vitest'
import { parseUpdate } from './parseUpdate.ts'
import { printUpdate } from './print.ts'

function problemOf(text: string): string {
  try {
    parseUpdate(text)
  } catch (error) {
    return (error as Error).message.replace('Invalid UpdateExpression: ', '')
  }
  return ''
}

test('sections in any order, each with its kind of actions', () => {
  expect(parseUpdate('remove a.b[1], #c Add d :e DELETE f :g set h = :i').sections).toMatchObject([
    {
      kind: 'REMOVE',
      actions: [
        {
          path: {
            elements: [
              { kind: 'name', name: 'a' },
              { kind: 'name', name: 'b' },
              { kind: 'index', index: 1 },
            ],
          },
        },
        { path: { elements: [{ kind: 'placeholder', placeholder: '#c' }] } },
      ],
    },
    { kind: 'ADD', actions: [{ value: { placeholder: ':e' } }] },
    { kind: 'DELETE', actions: [{ value: { placeholder: ':g' } }] },
    { kind: 'SET', actions: [{ value: { kind: 'value', placeholder: ':i' } }] },
  ])
})

describe('syntax errors', () => {
  test.each([
    ['INVALID SYNTAX HERE', 'INVALID', 'INVALID SYNTAX'],
    ['SET _123', '_', 'SET _123'],
    ['!!! INVALID !!!', '!', '!!'],
    ['SET #a = :v, #b = :w,', '<EOF>', ','],
    ['whatever', 'whatever', 'whatever'],
    ['set a', '<EOF>', 'a'],
    ['add a', '<EOF>', 'a'],
    ['set a=set', 'set', '=set'],
    ['remove a = b', '=', 'a = b'],
    ['add a = b', '=', 'a = b'],
    ['delete a b', 'b', 'a b'],
    ['add a if_not_exist(b)', 'if_not_exist', 'a if_not_exist('],
    ['remove a b', 'b', 'a b'],
    ['set a b', 'b', 'a b'],
    ['set :a = b', ':a', 'set :a ='],
    ['remove :a', ':a', 'remove :a'],
    ['set a = b / c', '/', 'b / c'],
    ['set a = b * c', '*', 'b * c'],
    ['set a[1] = "eight"', '"', '= "eight'],
    ['set a[1] = 1', '1', '= 1'],
    ['SET a = if_not_exist(a, 100)', '100', ', 100)'],
    ['SET if_not_exist(a, b) = a', '(', 'if_not_exist(a'],
    ['set (a = (b + c))', '(', 'set (a'],
    ['set a = (b.c).d + e', '.', ').d'],
    ['set a = (b.c)[0] + e', '[', ')[0'],
    ['set a = b + c + d', '+', 'c + d'],
    ['set a = (b + c + d)', '+', 'c + d'],
    ['set a = b - c - d', '-', 'c - d'],
    ['set a = if_not_exists(a, b + c)', '+', 'b + c'],
    ['set a = if_not_exists(a, (b + c))', '+', 'b + c'],
    ['set a[:i] = :v', ':i', '[:i]'],
    ['set a[#i] = :v', '#i', '[#i]'],
    ['set a = _f(b)', '_', '= _f'],
    ['SET a = :v,REMOVE b', 'REMOVE', ',REMOVE b'],
    ['SET a = :v SETb = :w', 'SETb', ':v SETb ='],
  ])('%s', (text, token, near) => {
    expect(problemOf(text)).toBe(`Syntax error; token: "${token}", near: "${near}"`)
  })

  test('of a long text in parentheses', () => {
    expect(problemOf(`set a = ${'('.repeat(4000)}`)).toBe('Syntax error; token: "<EOF>", near: "("')
    expect(problemOf(`set a = ${'(b+'.repeat(250)}c${')'.repeat(250)}`)).toBe('')
    expect(problemOf(`set a = ${'f('.repeat(1300)}b${')'.repeat(1300)}`)).toBe(
      'Invalid function name; function: f',
    )
  })
})

describe('problems of a well-formed text, in order', () => {
  test.each([
    ['', 'The expression can not be empty;'],
    [' set #c = :c set abOrt = true ', 'Attribute name is a reserved keyword; reserved keyword: abOrt'],
    [' remove Absolute ', 'Attribute name is a reserved keyword; reserved keyword: Absolute'],
    ['set a = b.and', 'Attribute name is a reserved keyword; reserved keyword: and'],
    ['SET a = :v SET b = :w', 'The "SET" section can only be used once in an update expression;'],
    ['remove a set b = c remove e', 'The "REMOVE" section can only be used once in an update expression;'],
    ['add a :b set c = d add e :f', 'The "ADD" section can only be used once in an update expression;'],
    ['delete a :b delete c :d', 'The "DELETE" section can only be used once in an update expression;'],
    ['set c = if_not_exist(:c) set c = d', 'Invalid function name; function: if_not_exist'],
    ['set c = LIST_APPEND(:c, :d)', 'Invalid function name; function: LIST_APPEND'],
    ['set c = size(d)', 'The function is not allowed in an update expression; function: size'],
    [
      'set a = list_append(list_append(:a, :b), :c)',
      'The function is not allowed to be used this way in an expression; function: list_append',
    ],
    ['set items = f(a) set b = c', 'Attribute name is a reserved keyword; reserved keyword: items'],
    ['set a = f(b) set c = d', 'Invalid function name; function: f'],
  ])('%s', (text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })

  test.each([
    'SET a = b',
    'set a = (b + c)',
    'set a = ((b.c.d)+(e))',
    'set a = (b + c) - (d + e)',
    'set a = b - (c + d)',
    'SET a = if_not_exists(a, b) + b',
    'SET a = if_not_exists(a, if_not_exists(b, :v))',
    'SET a = list_append(if_not_exists(a, :empty), :x)',
    'SET\n\ta.b[0]\r=\t:v',
  ])('%s is fine', (text) => {
    expect(problemOf(text)).toBe('')
  })

  test('300 operators', () => {
    const sums = (count: number) => `SET ${Array.from({ length: count }, (_, i) => `a${i}=b+c`).join(',')}`
    expect(problemOf(sums(300))).toBe('')
    expect(problemOf(sums(301))).toBe('The expression contains too many operators; operator count: 301')
    expect(printUpdate(parseUpdate('SET a = b+c'))).toBe('SET a = b + c')
  })
})
