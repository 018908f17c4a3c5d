import { expect, test } from 'vitest'
import { parseProjection } from './parseProjection.ts'

function problemOf(text: string): string {
  try {
    parseProjection(text)
  } catch (error) {
    return (error as Error).message.replace('Invalid ProjectionExpression: ', '')
  }
  return ''
}

test.each([
  ['', 'The expression can not be empty;'],
  ['!!! INVALID !!!', 'Syntax error; token: "!", near: "!!"'],
  ['!!!', 'Syntax error; token: "!", near: "!!"'],
  ['a,', 'Syntax error; token: "<EOF>", near: ","'],
  ['a b', 'Syntax error; token: "b", near: "a b"'],
  ['a, :b', 'Syntax error; token: ":b", near: ", :b"'],
  ['a.[1]', 'Syntax error; token: "[", near: ".[1"'],
  ['a[1', 'Syntax error; token: "<EOF>", near: "1"'],
  ['(a)', 'Syntax error; token: "(", near: "(a"'],
  ['size(a)', 'Syntax error; token: "(", near: "size(a"'],
  ['a, Status', 'Attribute name is a reserved keyword; reserved keyword: Status'],
  ['a.items', 'Attribute name is a reserved keyword; reserved keyword: items'],
  ['and', 'Attribute name is a reserved keyword; reserved keyword: and'],
  ['set', 'Attribute name is a reserved keyword; reserved keyword: set'],
])('%s', (text, problem) => {
  expect(problemOf(text)).toBe(problem)
})

test.each(['a', ' a.b[0][1].#c , #d ', 'a1_,b2'])('%s is fine', (text) => {
  expect(problemOf(text)).toBe('')
})
