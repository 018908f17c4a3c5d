import { describe, expect, test } from 'vitest'
import type { Item } from '../../engine/value/attributeValue.ts'
import { mapOfPlain, parseExactJson, printPlainItem } from './plainJson.ts'

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
