import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttributeType } from '../../engine/value/attributeValue.ts'
import { checkAttributeValue } from '../../engine/value/checkAttributeValue.ts'
import { repairValue } from './repairValue.ts'
import type { ReportEntry } from './report.ts'

function repair(json: unknown, declared?: AttributeType) {
  const notes: ReportEntry[] = []
  const value = repairValue(json, '$', (kind, path, message) => notes.push({ kind, path, message }), declared)
  return { value, notes }
}

const right: unknown[] = [
  { S: '' },
  { N: '-1.5' },
  { B: 'aGVsbG8=' },
  { BOOL: false },
  { NULL: true },
  { SS: ['a', 'b'] },
  { NS: ['1', '2'] },
  { BS: ['AQ=='] },
  { L: [] },
  { L: [{ S: 'x' }, { L: [{ N: '1' }] }] },
  { M: {} },
  { M: { S: { S: 'x' }, M: { M: { L: { L: [] } } } } },
  { M: { M: { S: 'x' } } },
]

// source → value, and where the notes stand
const repaired: [string, unknown, unknown, string[]][] = [
  ['a number in N', { N: 5 }, { N: '5' }, ['$.N']],
  ['spaces in N', { N: ' 7 ' }, { N: '7' }, ['$.N']],
  ['no number in N', { N: 'abc' }, { S: 'abc' }, ['$.N']],
  ['nothing in N', { N: '' }, { S: '' }, ['$.N']],
  ['too many digits in N', { N: '1'.repeat(39) }, { S: '1'.repeat(39) }, ['$.N']],
  ['a JSON number out of range', { N: 1e300 }, { S: '1e+300' }, ['$.N']],
  ['a number in S', { S: 5 }, { S: '5' }, ['$.S']],
  ['null in S', { S: null }, { NULL: true }, ['$.S']],
  ['text in BOOL', { BOOL: 'True' }, { BOOL: true }, ['$.BOOL']],
  ['0 in BOOL', { BOOL: 0 }, { BOOL: false }, ['$.BOOL']],
  ['a word in BOOL', { BOOL: 'maybe' }, { S: 'maybe' }, ['$.BOOL']],
  ['NULL false', { NULL: false }, { NULL: true }, ['$.NULL']],
  ['text in NULL', { NULL: 'true' }, { NULL: true }, ['$.NULL']],
  ['a repeated member', { SS: ['a', 'b', 'a'] }, { SS: ['a', 'b'] }, ['$.SS']],
  ['numbers alike in NS', { NS: ['1', '1.0', 2] }, { NS: ['1', '2'] }, ['$.NS[2]', '$.NS']],
  ['text in NS', { NS: ['1', 'x'] }, { SS: ['1', 'x'] }, ['$.NS[1]']],
  ['typed members', { SS: [{ S: 'a' }] }, { SS: ['a'] }, ['$.SS[0]']],
  ['an empty set', { SS: [] }, { L: [] }, ['$.SS']],
  ['a set that is text', { SS: 'a' }, { SS: ['a'] }, ['$.SS']],
  ['base64 without padding', { B: 'aGVsbG8' }, { B: 'aGVsbG8=' }, ['$.B']],
  ['base64 for addresses', { B: '_-8=' }, { B: '/+8=' }, ['$.B']],
  ['text in B', { B: 'héé!' }, { B: 'aMOpw6kh' }, ['$.B']],
  ['bytes in B', { B: { type: 'Buffer', data: [1, 2] } }, { B: 'AQI=' }, ['$.B']],
  ['a type inside its type', { S: { S: 'x' } }, { S: 'x' }, ['$.S']],
  ['a map in M in M', { M: { M: { HP: { N: '50' } } } }, { M: { HP: { N: '50' } } }, ['$.M']],
  ['L in L', { L: { L: [{ S: 'x' }] } }, { L: [{ S: 'x' }] }, ['$.L']],
  ['bare text', 'x', { S: 'x' }, ['$']],
  ['a bare number', 1.5, { N: '1.5' }, ['$']],
  ['bare null', null, { NULL: true }, ['$']],
  ['a bare list', ['a', 1, { S: 'b' }], { L: [{ S: 'a' }, { N: '1' }, { S: 'b' }] }, ['$']],
  ['a bare map', { x: 1, y: { z: true } }, { M: { x: { N: '1' }, y: { M: { z: { BOOL: true } } } } }, ['$']],
  ['bare values in M', { M: { x: 59, y: 61 } }, { M: { x: { N: '59' }, y: { N: '61' } } }, ['$.M']],
  ['a bare value in M', { M: { on: true } }, { M: { on: { BOOL: true } } }, ['$.M.on']],
  [
    'sizes as names',
    { M: { S: 5, M: 3, L: 2 } },
    { M: { S: { N: '5' }, M: { N: '3' }, L: { N: '2' } } },
    ['$.M'],
  ],
  ['JSON text in M', { M: '{"a": 1}' }, { M: { a: { N: '1' } } }, ['$.M']],
  ['JSON text in L', { L: '[1]' }, { L: [{ N: '1' }] }, ['$.L']],
  ['a list in M', { M: [1] }, { L: [{ N: '1' }] }, ['$.M']],
  ['a map in L', { L: { a: { S: 'x' } } }, { M: { a: { S: 'x' } } }, ['$.L']],
  ['an object without members', {}, { M: {} }, ['$']],
]

describe('repairValue', () => {
  it.each(right.map((json) => [JSON.stringify(json), json]))('leaves %s alone', (_, json) => {
    expect(repair(json)).toEqual({ value: json, notes: [] })
  })

  it.each(repaired)('reads %s', (_, json, value, paths) => {
    const result = repair(json)
    expect(result.value).toEqual(value)
    expect(result.notes.map((note) => note.path)).toEqual(paths)
    expect(repair(result.value)).toEqual({ value, notes: [] })
  })

  it('takes the declared one of several types, else the first that is not empty', () => {
    expect(repair({ S: '5', N: '5' }, 'N').value).toEqual({ N: '5' })
    expect(repair({ S: '5', N: '6' }).value).toEqual({ S: '5' })
    const { value, notes } = repair({ S: '', M: {}, N: '6' })
    expect(value).toEqual({ N: '6' })
    expect(notes[0]?.message).toBe('A value has one type, this one has 3: N was read, S "", M {} left out.')
  })

  it('gives valid values, whatever the source, and changes nothing twice', () => {
    const names = fc.constantFrom(
      'S',
      'N',
      'B',
      'BOOL',
      'NULL',
      'SS',
      'NS',
      'BS',
      'L',
      'M',
      'name',
      '__proto__',
    )
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<unknown>('', 'x', '12', '1e2', 'true', 'aGk=', 5, -0.5, 1e300, true, false, null),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(names, tie('json'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(json, (source) => {
        const { value } = repair(source)
        expect(checkAttributeValue(value)).toEqual(checkAttributeValue(JSON.parse(JSON.stringify(value))))
        expect(repair(value)).toEqual({ value, notes: [] })
      }),
      { numRuns: 2000 },
    )
  })
})
