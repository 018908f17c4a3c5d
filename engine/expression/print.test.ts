import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCondition } from './parseCondition.ts'
import { parseProjection } from './parseProjection.ts'
import { parseUpdate } from './parseUpdate.ts'
import { printCondition, printProjection, printUpdate } from './print.ts'
import { conditions, projections, updates, withoutSpans } from './testing/trees.ts'

const longestText = 4096

describe('what is printed parses back to the same tree', () => {
  test('conditions', () => {
    fc.assert(
      fc.property(conditions, (tree) => {
        const text = printCondition(tree)
        fc.pre(text.length <= longestText)
        expect(withoutSpans(parseCondition(text, 'FilterExpression'))).toEqual(tree)
      }),
      { numRuns: 1000 },
    )
  })

  test('updates', () => {
    fc.assert(
      fc.property(updates, (tree) => {
        const text = printUpdate(tree)
        fc.pre(text.length <= longestText)
        expect(withoutSpans(parseUpdate(text))).toEqual(tree)
      }),
      { numRuns: 1000 },
    )
  })

  test('projections', () => {
    fc.assert(
      fc.property(projections, (tree) => {
        expect(withoutSpans(parseProjection(printProjection(tree)))).toEqual(tree)
      }),
    )
  })
})

describe('printing tidies a text', () => {
  test.each([
    ['a=:v and(b<>:w)or not c in(:x,:y)', 'a = :v AND b <> :w OR NOT c IN (:x, :y)'],
    ['(a = :v OR b = :w) AND c = :x', '(a = :v OR b = :w) AND c = :x'],
    ['NOT (a = :v AND b = :w)', 'NOT (a = :v AND b = :w)'],
    ['(NOT (a = :v)) AND (b between :x and :y)', 'NOT a = :v AND b BETWEEN :x AND :y'],
    ['a = :v AND (b = :w AND c = :x)', 'a = :v AND (b = :w AND c = :x)'],
    ['( size ( ( a . b ) [ 1 ] ) ) > :v', 'size(a.b[1]) > :v'],
  ])('%s', (text, printed) => {
    expect(printCondition(parseCondition(text, 'ConditionExpression'))).toBe(printed)
  })

  test('an update', () => {
    const text = 'set a=((b)+(:v)),#c.d[0]=list_append(if_not_exists(e,:f),:g) remove h ADD i :j'
    expect(printUpdate(parseUpdate(text))).toBe(
      'SET a = b + :v, #c.d[0] = list_append(if_not_exists(e, :f), :g) REMOVE h ADD i :j',
    )
  })
})
