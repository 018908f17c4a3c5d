import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCells } from './parseCells.ts'

const DELIMITERS = ['\t', ','] as const

test('cells written in quotes are read as they were', () => {
  const line = fc.array(fc.string({ minLength: 1, unit: fc.constantFrom('a', '"', ',', '\t', '\n', ' ') }), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom(...DELIMITERS), (lines, delimiter) => {
      const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`
      const text = lines.map((cells) => cells.map(quote).join(delimiter)).join('\r\n')
      expect(parseCells(text, delimiter)).toEqual(lines)
    }),
  )
})

test('line breaks inside quotes do not end a line', () => {
  expect(parseCells('a\t"one\ntwo"\tb\nc\td', '\t')).toEqual([
    ['a', 'one\ntwo', 'b'],
    ['c', 'd'],
  ])
})

test('quotes inside a cell, and at its start alone, are its own', () => {
  expect(parseCells('5" pipe,"half', ',')).toEqual([['5" pipe', '"half']])
})

test('a long text without an end of quotes does not exhaust the parser', () => {
  expect(parseCells(`"${'a'.repeat(2_000_000)}`, ',')).toHaveLength(1)
  expect(parseCells(`x,"${'a\n'.repeat(200_000)}"`, ',')).toHaveLength(1)
})
