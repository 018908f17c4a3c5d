import { describe, expect, test } from 'vitest'
import type { Item } from '../../engine/value/attributeValue.ts'
import {
  mapOfPlain,
  parseExactJson,
  parseExactJsonNoting,
  parseStrictJson,
  printPlainItem,
  printPlainItems,
} from './plainJson.ts'

const item: Item = {
  PK: { S: 'A' },
  digits: { N: '12345678901234567' },
  flag: { BOOL: true },
  nothing: { NULL: true },
  bytes: { B: 'AAEC' },
  set: { SS: ['a', 'b'] },
  numbers: { NS: ['1', '2'] },
  list: { L: [{ S: 'x' }, { M: { deep: { N: '1' } } }] },
  empty: { L: [] },
}

function parsed(text: string, before?: Item): Item {
  return mapOfPlain(parseExactJson(text) as Record<string, unknown>, before)
}

test('printing and reading again, with the item as it was, gives the item', () => {
  const text = printPlainItem({ ...item, digits: { N: '12' } })
  expect(parsed(text, item)).toEqual({ ...item, digits: { N: '12' } })
})

test('numbers are printed with all their digits', () => {
  expect(printPlainItem(item)).toContain('"digits": 12345678901234567')
})

describe('plain JSON alone', () => {
  test('types that it cannot tell become lists and strings', () => {
    const { set, bytes, flag } = parsed(printPlainItem(item))
    expect(set).toEqual({ L: [{ S: 'a' }, { S: 'b' }] })
    expect(bytes).toEqual({ S: 'AAEC' })
    expect(flag).toEqual({ BOOL: true })
  })

  test('a set whose members are no longer of its kind becomes a list', () => {
    expect(parsed('{"set": ["a", 1]}', item).set).toEqual({ L: [{ S: 'a' }, { N: '1' }] })
  })

  test('attribute names may be any text', () => {
    expect(Object.keys(parsed('{"__proto__": 1}'))).toEqual(['__proto__'])
  })
})

describe('a member that stands twice', () => {
  test('is refused, wherever it is', () => {
    for (const parse of [parseExactJson, parseStrictJson]) {
      expect(() => parse('{"a": 1, "b": {"c": 1, "c": 2}}')).toThrow(
        new SyntaxError('$.b.c stands twice: which of the two counts?'),
      )
      expect(() => parse('[{"a": 1}, {"a": 2}]')).not.toThrow()
    }
  })

  test('is told of its object, for those who refuse only that', () => {
    const { value, twice } = parseExactJsonNoting('[{"a": 1}, {"a": 1, "a": 2}]')
    expect([...twice]).toEqual([[(value as object[])[1], '$[1].a stands twice: which of the two counts?']])
  })
})

test('items are printed one below the other', () => {
  expect(printPlainItems([{ a: { N: '1' } }, { a: { N: '2.50' } }])).toBe(
    '[\n  {\n    "a": 1\n  },\n  {\n    "a": 2.50\n  }\n]',
  )
  expect(printPlainItems([])).toBe('[]')
})

test('a text that is no JSON is a SyntaxError with its place', () => {
  expect(() => parseExactJson('{"a": 1')).toThrow(SyntaxError)
})
