import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAttributeMap, typeOf } from './attributeValue.ts'
import { checkAttributeValue, checkItem } from './checkAttributeValue.ts'
import { compareNumbers } from './number.ts'
import { rawItem, rawValue } from './testing/arbitraries.ts'
import { compareUtf8 } from './utf8.ts'

const invalid = 'One or more parameter values were invalid: '
const empty = 'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes'
const several =
  'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes'
const tooDeep =
  'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit'

describe('canonical values', () => {
  test.each([
    [{ S: '' }, { S: '' }],
    [{ N: '1e2' }, { N: '100' }],
    [{ B: 'AAE=' }, { B: 'AAE=' }],
    [{ BOOL: false }, { BOOL: false }],
    [{ BOOL: 'yes' }, { BOOL: true }],
    [{ BOOL: 'FALSE' }, { BOOL: false }],
    [{ NULL: true }, { NULL: true }],
    [{ NULL: '1' }, { NULL: true }],
    [{ SS: ['b', '', '😀', '\uffff', 'a'] }, { SS: ['', 'a', 'b', '\uffff', '😀'] }],
    [{ NS: ['10', '9.0', '-1e1'] }, { NS: ['-10', '9', '10'] }],
    [{ BS: ['//8=', '', 'AA=='] }, { BS: ['', 'AA==', '//8='] }],
    [{ L: [{ N: '1.0' }, { L: [] }] }, { L: [{ N: '1' }, { L: [] }] }],
    [{ M: { a: { N: '01' }, b: { M: {} } } }, { M: { a: { N: '1' }, b: { M: {} } } }],
    [{ S: 'a', N: null, unknown: 5 }, { S: 'a' }],
    [{ S: 'a\ud800' }, { S: 'a\ufffd' }],
  ])('%j becomes %j', (json, value) => {
    expect(checkAttributeValue(json)).toEqual(value)
  })

  test('checking again changes nothing', () => {
    fc.assert(
      fc.property(rawValue(), (raw) => {
        const value = checkAttributeValue(raw)
        expect(checkAttributeValue(value)).toEqual(value)
        expect(checkAttributeValue(JSON.parse(JSON.stringify(value)))).toEqual(value)
      }),
    )
  })

  test('are copies: the input stays as it was and is not shared', () => {
    fc.assert(
      fc.property(rawItem(), (raw) => {
        const text = JSON.stringify(raw)
        const item = checkItem(raw)
        expect(JSON.stringify(raw)).toBe(text)
        for (const name of Object.keys(raw)) expect(item[name]).not.toBe(raw[name])
      }),
    )
  })

  test('sets come out sorted', () => {
    fc.assert(
      fc.property(rawValue(), (raw) => {
        const value = checkAttributeValue(raw)
        if ('SS' in value) expect(value.SS).toEqual(value.SS.toSorted(compareUtf8))
        if ('NS' in value) expect(value.NS).toEqual(value.NS.toSorted(compareNumbers))
      }),
    )
  })
})

describe('attribute names', () => {
  test('mean nothing special', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', ' ', 'a.b']
    const json: unknown = JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:{"S":"x"}`).join()}}`)
    const item = checkItem(json)
    expect(Object.keys(item).sort()).toEqual(names.sort())
    expect(Object.getPrototypeOf(item)).toBe(null)
    expect(item.valueOf).toBeUndefined()
    const nested = checkAttributeValue({ M: json })
    expect('M' in nested && Object.hasOwn(nested.M, '__proto__')).toBe(true)
  })

  test('have 1 to 65535 bytes', () => {
    expect(() => checkItem({ '': { S: 'a' } })).toThrow('Empty attribute name')
    expect(Object.keys(checkItem({ ['é'.repeat(32_767)]: { S: 'a' } }))).toHaveLength(1)
    expect(() => checkItem({ ['é'.repeat(32_768)]: { S: 'a' } })).toThrow('Attribute name is too large')
  })

  test('lose what UTF-8 cannot hold', () => {
    expect(Object.keys(checkItem({ 'a\udc00': { S: 'x' } }))).toEqual(['a\ufffd'])
  })
})

describe('a ValidationException', () => {
  test.each([
    [{}, empty],
    [null, empty],
    [{ S: null }, empty],
    [{ unknown: 'a' }, empty],
    [{ M: { a: null } }, empty],
    [{ L: [null] }, empty],
    [{ S: 'a', N: '1' }, several],
    [{ S: 'a', N: 'b' }, 'The parameter cannot be converted to a numeric value: b'],
    [{ N: '' }, 'The parameter cannot be converted to a numeric value'],
    [{ NS: ['1', 'b'] }, 'The parameter cannot be converted to a numeric value: b'],
    [
      { N: '1e126' },
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    ],
    [{ NULL: false }, `${invalid}Null attribute value types must have the value of true`],
    [{ NULL: 'no' }, `${invalid}Null attribute value types must have the value of true`],
    [{ SS: [] }, `${invalid}An string set  may not be empty`],
    [{ NS: [] }, `${invalid}An number set  may not be empty`],
    [{ BS: [] }, `${invalid}Binary sets should not be empty`],
    [{ SS: ['b', 'a', 'b'] }, `${invalid}Input collection [b, a, b] contains duplicates.`],
    [{ NS: ['1', '1.0'] }, 'Input collection contains duplicates'],
    [{ BS: ['Yg==', 'Yg=='] }, `${invalid}Input collection [Yg==, Yg==]of type BS contains duplicates.`],
    [{ SS: [null] }, `${invalid}An string set may not have a null string as a member`],
    [{ NS: [null] }, 'The parameter cannot be converted to a numeric value'],
    [{ BS: [null] }, `${invalid}Binary sets may not contain null or empty values`],
    [{ L: [{ M: { a: { SS: [] } } }] }, `${invalid}An string set  may not be empty`],
  ])('%j', (json, message) => {
    const error = expect.objectContaining({ name: 'ValidationException', message })
    expect(() => checkAttributeValue(json)).toThrow(error)
    expect(() => checkItem({ a: json })).toThrow(error)
  })
})

describe('a SerializationException', () => {
  const attributeValue = 'com.amazonaws.dynamodb.v20120810.AttributeValue'
  test.each([
    ['a', 'Unexpected value type in payload'],
    [5, 'Unexpected value type in payload'],
    [[], `Unrecognized collection type class ${attributeValue}`],
    [{ S: 5 }, 'NUMBER_VALUE cannot be converted to String'],
    [{ S: 5.5 }, 'DECIMAL_VALUE cannot be converted to String'],
    [{ N: 5 }, 'NUMBER_VALUE cannot be converted to String'],
    [{ S: true }, 'TRUE_VALUE cannot be converted to String'],
    [{ S: false }, 'FALSE_VALUE cannot be converted to String'],
    [{ S: [] }, 'Unrecognized collection type class java.lang.String'],
    [{ S: {} }, 'Start of structure or map found where not expected'],
    [{ B: 5 }, 'only base-64-encoded strings are convertible to bytes'],
    [{ B: [] }, 'Unrecognized collection type class java.nio.ByteBuffer'],
    [{ B: {} }, 'Start of structure or map found where not expected'],
    [{ B: '23456' }, 'Base64 encoded length is expected a multiple of 4 bytes but found: 5'],
    [{ BOOL: '23' }, 'Unexpected token received from parser'],
    [{ BOOL: 23 }, 'NUMBER_VALUE cannot be converted to Boolean'],
    [{ BOOL: [] }, 'Unrecognized collection type class java.lang.Boolean'],
    [{ NULL: {} }, 'Start of structure or map found where not expected'],
    [{ SS: 'a' }, 'Unexpected field type'],
    [{ SS: {} }, 'Start of structure or map found where not expected'],
    [{ SS: [1] }, 'NUMBER_VALUE cannot be converted to String'],
    [{ NS: [1] }, 'NUMBER_VALUE cannot be converted to String'],
    [{ BS: [true] }, 'only base-64-encoded strings are convertible to bytes'],
    [{ L: 5 }, 'Unexpected field type'],
    [{ L: {} }, 'Start of structure or map found where not expected'],
    [{ L: ['a'] }, 'Unexpected value type in payload'],
    [{ M: 'a' }, 'Unexpected field type'],
    [{ M: [] }, `Unrecognized collection type java.util.Map<java.lang.String, ${attributeValue}>`],
    [{ M: { a: 'b' } }, 'Unexpected value type in payload'],
  ])('%j', (json, message) => {
    const error = expect.objectContaining({ name: 'SerializationException', message })
    expect(() => checkAttributeValue(json)).toThrow(error)
    expect(() => checkItem({ a: json })).toThrow(error)
    // Wherever it stands, it goes ahead of what is merely invalid.
    expect(() => checkItem({ first: { N: 'x' }, a: { M: { b: { L: [{ SS: [] }, json] } } } })).toThrow(error)
    expect(() => checkAttributeValue({ L: [{}, { M: { a: json } }] })).toThrow(error)
  })

  test('is about the first fault in the text', () => {
    const json = { a: { N: 'x' }, b: { L: [{ S: 1 }, { S: true }] }, c: { M: 5 } }
    expect(() => checkItem(json)).toThrow('NUMBER_VALUE cannot be converted to String')
  })

  test('an item is a map', () => {
    expect(() => checkItem('a')).toThrow('Unexpected field type')
    expect(() => checkItem([])).toThrow('Unrecognized collection type java.util.Map')
    expect(checkItem({})).toEqual({})
  })
})

describe('nesting', () => {
  test.each(['L', 'M'] as const)('%s goes 32 levels deep', (type) => {
    expect(() => checkAttributeValue(nested(type, 31, { S: 'leaf' }))).not.toThrow()
    expect(() => checkAttributeValue(nested(type, 32, { S: 'leaf' }))).toThrow(tooDeep)
    expect(() => checkItem({ a: nested(type, 31, { N: '1' }) })).not.toThrow()
    expect(() => checkItem({ a: nested(type, 32, { N: '1' }) })).toThrow(tooDeep)
  })

  test('the first fault in the text decides', () => {
    const deep = nested('M', 40, { N: 'abc' })
    expect(() => checkItem({ deep })).toThrow(tooDeep)
    expect(() => checkItem({ deep, bad: { N: 'abc' } })).toThrow(tooDeep)
    expect(() => checkItem({ bad: { N: 'abc' }, deep })).toThrow('numeric value: abc')
  })

  test.each(['L', 'M'] as const)('of %s a hundred thousand levels deep is refused, not suffered', (type) => {
    expect(() => checkAttributeValue(nested(type, 100_000, { S: 'leaf' }))).toThrow(tooDeep)
    expect(() => checkItem({ a: nested(type, 100_000, { S: 5 }) })).toThrow('NUMBER_VALUE')
  })
})

test('createAttributeMap and typeOf', () => {
  const map = createAttributeMap()
  const name = '__proto__'
  map[name] = { S: 'x' }
  expect(Object.keys(map)).toEqual([name])
  expect(typeOf({ NS: ['1'] })).toBe('NS')
  expect(() => typeOf({} as never)).toThrow(RangeError)
})

function nested(type: 'L' | 'M', levels: number, leaf: unknown): unknown {
  let value = leaf
  for (let i = 0; i < levels; i++) value = type === 'L' ? { L: [value] } : { M: { n: value } }
  return value
}
