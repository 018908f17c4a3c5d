import { describe, expect, test } from 'vitest'
import type { AttributeValue } from '../../engine/value/attributeValue.ts'
import { isMistakable, typeMark, valueSummary } from './valueSummary.ts'

describe('valueSummary', () => {
  const examples: [AttributeValue, string][] = [
    [{ S: 'Jane Doe' }, 'Jane Doe'],
    [{ S: '' }, '""'],
    [{ S: '42' }, '"42"'],
    [{ N: '3.14' }, '3.14'],
    [{ B: 'AAEC' }, 'AAEC'],
    [{ BOOL: false }, 'false'],
    [{ NULL: true }, 'null'],
    [{ SS: ['blue', 'red'] }, '{blue, red}'],
    [{ NS: ['1', '2.5'] }, '{1, 2.5}'],
    [{ BS: ['AA=='] }, '{AA==}'],
    [{ L: [{ S: 'a' }, { N: '1' }, { L: [] }] }, '["a", 1, []]'],
    [{ M: { city: { S: 'Oslo' }, zip: { N: '150' } } }, '{city: "Oslo", zip: 150}'],
  ]
  test.each(examples)('%j', (value, text) => expect(valueSummary(value)).toBe(text))

  test('says how many members of a long list are not shown', () => {
    const list = { L: Array.from({ length: 50 }, (_, place) => ({ N: String(place) })) }
    expect(valueSummary(list, 10)).toBe('[0, 1, 2, 3, +46]')
  })

  test('cuts a long string', () =>
    expect(valueSummary({ S: 'x'.repeat(400) }, 20)).toBe(`${'x'.repeat(20)}…`))

  test('stays short for a value that is long at every depth', () => {
    let value: AttributeValue = { S: 'y'.repeat(1000) }
    for (let depth = 0; depth < 30; depth++) value = { L: [value, value, value] }
    expect(valueSummary(value, 80).length).toBeLessThan(400)
  })
})

test('marks the types that their text does not show', () => {
  expect(typeMark({ SS: ['a'] })).toBe('SS')
  expect(typeMark({ N: '1' })).toBeUndefined()
})

test('knows strings that read as another type', () => {
  for (const text of ['', '0', '-1.5', '1e9', 'TRUE', 'null', '[1]', '{"a":1}', ' x'])
    expect(isMistakable(text)).toBe(true)
  for (const text of ['USER#1', '2024-01-01', 'nullable', 'a']) expect(isMistakable(text)).toBe(false)
})
