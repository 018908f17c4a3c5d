import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { END_OF_KEYS } from '../table/sortedItems.ts'
import { encodeKeyValue, hashKeyValues } from '../value/keyBytes.ts'
import { conditionInterval, segmentInterval } from './keyInterval.ts'

describe('segmentInterval', () => {
  it('cuts the hash space into segments that touch and leave nothing out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (total) => {
        let end = '\0\0\0\0'
        for (let segment = 0; segment < total; segment++) {
          const { from, to } = segmentInterval(segment, total)
          expect(from).toBe(end)
          expect(from < to).toBe(true)
          end = to
        }
        expect(end).toBe(END_OF_KEYS)
      }),
    )
  })

  it('gives every partition key to one of a million segments', () => {
    const hash = hashKeyValues([{ S: 'a' }])
    const found = Array.from({ length: 1_000_000 }, (_, segment) =>
      segmentInterval(segment, 1_000_000),
    ).filter(({ from, to }) => from <= hash && hash < to)
    expect(found).toHaveLength(1)
  })
})

describe('conditionInterval', () => {
  const hash = [{ S: 'p' }]
  const prefix = hashKeyValues(hash) + encodeKeyValue(hash[0]!)
  const keyOf = (S: string) => prefix + encodeKeyValue({ S })

  const operators = {
    '=': (key: string, a: string) => key === a,
    '<': (key: string, a: string) => key < a,
    '<=': (key: string, a: string) => key <= a,
    '>': (key: string, a: string) => key > a,
    '>=': (key: string, a: string) => key >= a,
    BETWEEN: (key: string, a: string, b: string) => key >= a && key <= b,
    begins_with: (key: string, a: string) => key.startsWith(a),
  } as const
  const texts = fc.string({ unit: fc.constantFrom('\0', '\x01', '\x02', 'a', '\x7f'), maxLength: 4 })

  it('holds exactly the keys that meet the condition', () => {
    const operator = fc.constantFrom(...(Object.keys(operators) as (keyof typeof operators)[]))
    fc.assert(
      fc.property(operator, texts, texts, texts, (each, key, a, b) => {
        const values = each === 'BETWEEN' ? [{ S: a }, { S: b }] : [{ S: a }]
        const { from, to } = conditionInterval({ hash, range: [], last: { operator: each, values } })
        const bytes = keyOf(key)
        expect(from <= bytes && bytes < to).toBe(operators[each](key, a, b))
      }),
      { numRuns: 2000 },
    )
  })
})
