import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonTextError, parseJson } from './parseJson.ts'

function errorOf(text: string): JsonTextError {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof JsonTextError) return error
    throw error
  }
  throw new Error('no error')
}

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent)
        fc.pre(parseJson(text).notes.length === 0)
        expect(parseJson(text).value).toEqual(JSON.parse(text))
      }),
    )
  })

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', '"', '1', '\\', 'x'),
        (json, at, change) => {
          const cut = at % (json.length + 1)
          const text = json.slice(0, cut) + change + json.slice(cut + 1)
          let refused = false
          try {
            JSON.parse(text)
          } catch {
            refused = true
          }
          if (refused) expect(() => parseJson(text)).toThrow(JsonTextError)
          else expect(() => parseJson(text)).not.toThrow()
        },
      ),
    )
  })

  it('keeps a member named __proto__', () => {
    const { value } = parseJson('{"__proto__": {"S": "x"}}')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it('takes a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": 1}').value).toEqual({ a: 1 })
  })

  it('says where a truncated file ends', () => {
    const error = errorOf('{\n  "DataModel": [\n    {"TableName": "Shop", "KeyAttributes": {"Part')
    expect(error).toMatchObject({ line: 3, column: 50, path: '$.DataModel[0].KeyAttributes' })
    expect(error.message).toBe('The text ends inside a text that begins on line 3.')
    expect(errorOf('{"a": [1, 2').message).toBe(
      'The text ends too early: the list that begins on line 1 is not closed.',
    )
  })

  it('says what it expected, and where', () => {
    expect(errorOf('{"a": 1,\n "b" 2}')).toMatchObject({
      message: 'Not valid JSON: expected “:”, found “2”.',
      line: 2,
      column: 6,
      near: '{"a": 1, "b" 2}',
    })
    expect(errorOf('<html>').message).toBe('Not valid JSON: expected a value, found “<”.')
    expect(errorOf('{"a": 1}}').message).toBe('Not valid JSON: expected the end of the text, found “}”.')
    expect(errorOf('').message).toBe('The text is empty.')
    expect(errorOf(`${'['.repeat(600)}`).message).toContain('500 levels')
  })

  it('reports a member that stands twice, and lets the second count', () => {
    const { value, notes } = parseJson('{"items": [{"S": "first",\n "S": "second"}]}')
    expect(value).toEqual({ items: [{ S: 'second' }] })
    expect(notes).toMatchObject([
      {
        path: '$.items[0].S',
        kind: 'left',
        message:
          '"S" stands twice in one object, the second time on line 2, column 2. The second one counts; the first was "first".',
      },
    ])
  })

  it('keeps numbers exact that double precision would change', () => {
    expect(parseJson('[1.50, 9007199254740993, 123456789012345678, 1e3]').value).toEqual([
      1.5,
      '9007199254740993',
      '123456789012345678',
      1000,
    ])
    expect(parseJson('[100000000000000000000, 1e400]').value).toEqual([1e20, '1e400'])
    expect(parseJson('[9007199254740993]').notes[0]).toMatchObject({ path: '$[0]', kind: 'repaired' })
  })
  it('gives numbers their digits, for those who ask', () => {
    const digits = { numberOf: (text: string) => `#${text}` }
    expect(parseJson('[1.50, 9007199254740993, 1e3]', digits)).toEqual({
      value: ['#1.50', '#9007199254740993', '#1e3'],
      notes: [],
    })
  })

  it('names a file a file', () => {
    expect(() => parseJson('', { source: 'file' })).toThrow('The file is empty.')
  })
})
