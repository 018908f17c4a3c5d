import { describe, expect, test } from 'vitest'
import { parseCondition } from './parseCondition.ts'
import { printCondition } from './print.ts'

function problemOf(text: string): string {
  try {
    parseCondition(text, 'ConditionExpression')
  } catch (error) {
    return (error as Error).message.replace('Invalid ConditionExpression: ', '')
  }
  return ''
}

function syntaxError(token: string, near: string): string {
  return `Syntax error; token: "${token}", near: "${near}"`
}

describe('precedence', () => {
  test.each([
    ['NOT a = b AND c = d', '(NOT a = b) AND c = d'],
    ['a = b OR c = d AND e = f', 'a = b OR (c = d AND e = f)'],
    ['a = b AND c = d OR e = f', '(a = b AND c = d) OR e = f'],
    ['a BETWEEN b AND c AND d = e', '(a BETWEEN b AND c) AND d = e'],
    ['NOT a BETWEEN b AND c OR d IN (e)', '(NOT (a BETWEEN b AND c)) OR (d IN (e))'],
    ['NOT NOT NOT NOT a < b', 'NOT (NOT (NOT (NOT a < b)))'],
    ['a = b and c = d aNd e = f', 'a = b AND c = d AND e = f'],
    ['(a) = (b)', 'a = b'],
    ['(a < b)', 'a < b'],
  ])('%s is %s', (short, explicit) => {
    const print = (text: string) => printCondition(parseCondition(text, 'ConditionExpression'))
    expect(print(short)).toBe(print(explicit))
  })

  test('spans say where in the text a part stands', () => {
    const text = 'NOT (a.b = :v) AND size(c) > :w'
    const tree = parseCondition(text, 'ConditionExpression')
    const slices: string[] = []
    JSON.stringify(tree, (_, member) => {
      if (member?.start !== undefined) slices.push(text.slice(member.start, member.end))
      return member
    })
    expect(slices).toEqual([
      'NOT (a.b = :v) AND size(c) > :w',
      'NOT (a.b = :v',
      'a.b = :v',
      'a.b',
      ':v',
      'size(c) > :w',
      'size(c)',
      'c',
      ':w',
    ])
  })
})

describe('syntax errors name the token and what is near', () => {
  test.each([
    ['!!! INVALID !!!', '!', '!!'],
    ['a', '<EOF>', 'a'],
    [' a \n', '<EOF>', 'a'],
    ['a  b ', 'b', 'a  b'],
    [' ', '<EOF>', ''],
    ['a =', '<EOF>', '='],
    ['a = :v AND', '<EOF>', 'AND'],
    [':v', '<EOF>', ':v'],
    ['a AND b', 'AND', 'a AND b'],
    ['a = b = c', '=', 'b = c'],
    ['a = NOT b', 'NOT', '= NOT b'],
    ['a = (NOT b)', 'NOT', '(NOT b'],
    ['a = (b = c)', '=', 'b = c'],
    ['f(a = b)', '=', 'a = b'],
    ['a BETWEEN b OR c', 'OR', 'b OR c'],
    ['a BETWEEN b AND c AND', '<EOF>', 'AND'],
    ['a IN b', 'b', 'IN b'],
    ['a IN ()', ')', '()'],
    ['a IN (b,)', ')', ',)'],
    ['a IN (b', '<EOF>', 'b'],
    ['size()', ')', '()'],
    ['(a = b', '<EOF>', 'b'],
    ['a = b)', ')', 'b)'],
    ['a != :v', '!', 'a !='],
    ['a == :v', '=', '== :v'],
    ['a.1b = c', '1', '.1b'],
    ['a[:i] = c', ':i', '[:i]'],
    ['a[b] = c', 'b', '[b]'],
    ['a[-1] = c', '-', '[-1'],
    ['_a = b', '_', '_a'],
    ['1a = b', '1', '1a'],
    ['#', '#', '#'],
    ['a = :', ':', '= :'],
    ['a = "x"', '"', '= "x'],
    ['a = b + c', '+', 'b + c'],
    ['things are not gonna be ok', 'are', 'things are not'],
    ['a > 4', '4', '> 4'],
    ['(size(a))[0] > a', '[', ')[0'],
    ['and = :v', 'and', 'and ='],
    ['a.or = :v', 'or', '.or ='],
    ['a = :v é', 'é', ':v é'],
    ['a = 💥', '💥', '= 💥'],
  ])('%s', (text, token, near) => {
    expect(problemOf(text)).toBe(syntaxError(token, near))
  })
})

describe('problems of a well-formed text, in order', () => {
  const redundant = 'The expression has redundant parentheses;'
  const reserved = 'Attribute name is a reserved keyword; reserved keyword: '
  const misused = 'The function is not allowed to be used this way in an expression; function: '

  test.each([
    ['', 'The expression can not be empty;'],
    ['((a = :v))', redundant],
    ['((a)) = :v', redundant],
    ['a = ((:v))', redundant],
    ['a = :v AND ((b = :w))', redundant],
    ['((a = :v AND b = :w))', redundant],
    ['size(((a))) > :v', redundant],
    ['((c=:c) AND ((p=:p)))', redundant],
    ['dog(a)', 'Invalid function name; function: dog'],
    ['SIZE(a) = :v', 'Invalid function name; function: SIZE'],
    ['f(g(a)) = :v', 'Invalid function name; function: g'],
    [
      'if_not_exists(a, :v)',
      'The function is not allowed in a condition expression; function: if_not_exists',
    ],
    [
      'list_append(a, :v) = :w',
      'The function is not allowed in a condition expression; function: list_append',
    ],
    ['size(a)', `${misused}size`],
    ['NOT size(a)', `${misused}size`],
    ['a = :v OR (size(a))', `${misused}size`],
    ['attribute_exists(a) = :v', `${misused}attribute_exists`],
    ['(contains(a, :v)) = :w', `${misused}contains`],
    ['begins_with(contains(a, b), :v)', `${misused}contains`],
    ['size(attribute_exists(a)) = :v', `${misused}attribute_exists`],
    ['status = :v', `${reserved}status`],
    ['abOrt = :v OR Status = :w', `${reserved}abOrt`],
    ['a.items[1] = :v', `${reserved}items`],
    ['size = :v', `${reserved}size`],
    ['((dog(status)))', redundant],
    ['dog(status) AND size(a)', 'Invalid function name; function: dog'],
    ['size(status)', `${misused}size`],
  ])('%s', (text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })

  test.each([
    '(a = :v)',
    '(a) = (:v)',
    '((a) = :v)',
    '(a = :x AND (b = :y))',
    '((a = :v) AND (b = :w))',
    '(a < b OR b < a) AND (b < c AND (a < b OR b < c))',
    'size((a)) > :v',
    'a IN ((:v))',
    'attribute_exists (a)',
    '(a).b = :v',
    '(a.b)[0] = :v',
    'a\t=\r\n:v',
    'a=:1 and #1=:_',
  ])('%s is fine', (text) => {
    expect(problemOf(text)).toBe('')
  })
})

describe('limits', () => {
  test('4096 bytes of text, counted in UTF-8 and before the syntax', () => {
    expect(problemOf(`a${' '.repeat(4091)}=:vé`)).toBe(
      'Expression size has exceeded the maximum allowed size; expression size: 4097',
    )
    expect(problemOf(`a ${' '.repeat(4091)}=:v`)).toBe('')
    expect(problemOf('('.repeat(15_000))).toBe(
      'Expression size has exceeded the maximum allowed size; expression size: 15000',
    )
  })

  test('300 operators: comparisons and AND, OR, NOT, but neither parentheses nor functions', () => {
    const nested = (depth: number) => `a<b ${'or (a<b '.repeat(depth)}${')'.repeat(depth)}`
    const tooMany = 'The expression contains too many operators; operator count: 301'
    expect(problemOf(nested(149))).toBe('')
    expect(problemOf(nested(454))).toBe(tooMany)
    expect(problemOf(`${'not '.repeat(299)}a<b`)).toBe('')
    expect(problemOf(`${'not '.repeat(1000)}a<b`)).toBe(tooMany)
    expect(problemOf(Array(200).fill('contains(a,:v)').join('or '))).toBe('')
  })

  test('32 levels of a path, and positions of 31 bits', () => {
    expect(problemOf(`a${'.a'.repeat(31)} = :v`)).toBe('')
    expect(problemOf(`a${'[0]'.repeat(32)} = :v`)).toBe(
      'The document path has too many nesting levels; nesting levels: 33',
    )
    expect(problemOf('a[2147483647] = :v')).toBe('')
    expect(problemOf('a[99999999999999999999] = :v')).toBe(
      'List index is not within the allowable range; index: [99999999999999999999]',
    )
  })

  test('depth is no problem of the stack', () => {
    expect(problemOf('('.repeat(4096))).toBe(syntaxError('<EOF>', '('))
    expect(problemOf(`${'('.repeat(2046)}a<b${')'.repeat(2046)}`)).toBe(
      'The expression has redundant parentheses;',
    )
    expect(problemOf(`a < ${'f('.repeat(1355)}b${')'.repeat(1355)}`)).toBe(
      'Invalid function name; function: f',
    )
    expect(problemOf(`${'(NOT '.repeat(140)}a = :v${')'.repeat(140)}`)).toBe('')
  })
})
