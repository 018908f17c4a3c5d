import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttributeValue, Item } from '../../engine/value/attributeValue.ts'
import {
  addChild,
  createDraft,
  draftOfItem,
  draftOfValue,
  draftProblems,
  editDraft,
  moveDraft,
  rebaseDraft,
  retypeDraft,
  valueOfDraft,
} from './valueDraft.ts'

const scalar = fc.oneof(
  fc.record({ S: fc.string() }),
  fc.integer().map((number) => ({ N: String(number) })),
  fc.uint8Array({ maxLength: 8 }).map((bytes) => ({ B: btoa(String.fromCharCode(...bytes)) })),
  fc.record({ BOOL: fc.boolean() }),
  fc.constant({ NULL: true as const }),
  fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 }).map((SS) => ({ SS: SS.toSorted() })),
)
const { value: anyValue } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }).map((L) => ({ L })),
    fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 4 }).map((M) => ({ M })),
  ),
}))

test('a draft gives back the value that it was made of', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(valueOfDraft(draftOfValue(value))).toEqual(value)
    }),
  )
})

test('changing the type and changing it back loses nothing', () => {
  const types = fc.constantFrom('S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M')
  fc.assert(
    fc.property(scalar, types, (value, type) => {
      const draft = draftOfValue(value)
      if ('BOOL' in value) return
      expect(valueOfDraft(retypeDraft(retypeDraft(draft, type), draft.type))).toEqual(value)
    }),
  )
})

describe('retypeDraft carries over what it can', () => {
  const examples: [AttributeValue, Parameters<typeof retypeDraft>[1], AttributeValue][] = [
    [{ S: '42' }, 'N', { N: '42' }],
    [{ N: '7' }, 'S', { S: '7' }],
    [{ S: 'true' }, 'BOOL', { BOOL: true }],
    [{ S: 'red' }, 'SS', { SS: ['red'] }],
    [{ NS: ['1', '2'] }, 'L', { L: [{ N: '1' }, { N: '2' }] }],
    [{ L: [{ S: 'a' }, { S: 'b' }] }, 'SS', { SS: ['a', 'b'] }],
    [{ S: 'x' }, 'NULL', { NULL: true }],
  ]
  test.each(examples)('%j as %s', (value, type, expected) => {
    expect(valueOfDraft(retypeDraft(draftOfValue(value), type))).toEqual(expected)
  })
})

describe('problems stand at the part that is wrong, in the words of DynamoDB', () => {
  function problemsOf(value: AttributeValue): string[] {
    return [...draftProblems(draftOfValue(value)).values()]
  }

  test.each<[AttributeValue, string]>([
    [{ N: 'abc' }, 'The parameter cannot be converted to a numeric value: abc'],
    [{ B: 'a' }, 'Base64 encoded length is expected a multiple of 4 bytes but found: 1'],
    [{ SS: [] }, 'One or more parameter values were invalid: An string set  may not be empty'],
    [{ NS: ['1', '1.0'] }, 'Input collection contains duplicates'],
    [{ M: { '': { S: '' } } }, 'Empty attribute name'],
  ])('%j', (value, message) => expect(problemsOf(value)).toEqual([message]))

  test('deep inside', () => {
    const draft = draftOfValue({ M: { a: { L: [{ S: 'fine' }, { N: 'not' }] } } })
    const wrong = draft.children[0]!.children[1]!
    expect([...draftProblems(draft).keys()]).toEqual([wrong.id])
  })

  test('two attributes of one name', () => {
    const draft = addChild(draftOfValue({ M: { a: { S: 'x' } } }), createDraft('S', 'a'))
    expect([...draftProblems(draft)]).toEqual([
      [draft.children[1]!.id, 'There are two attributes of the name a.'],
    ])
  })
})

describe('edits', () => {
  const draft = draftOfValue({ M: { list: { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }] }, other: { N: '1' } } })
  const [list, other] = draft.children

  test('change one part and leave the others as they are', () => {
    const edited = editDraft(draft, list!.children[1]!.id, (part) => ({ ...part, text: 'B' }))
    expect(valueOfDraft(edited.children[0]!)).toEqual({ L: [{ S: 'a' }, { S: 'B' }, { S: 'c' }] })
    expect(edited.children[1]).toBe(other)
  })

  test('remove a part', () => {
    const edited = editDraft(draft, list!.children[0]!.id, () => undefined)
    expect(valueOfDraft(edited.children[0]!)).toEqual({ L: [{ S: 'b' }, { S: 'c' }] })
  })

  test('move an element, and not beyond the ends', () => {
    const last = list!.children[2]!.id
    expect(valueOfDraft(moveDraft(draft, last, -1).children[0]!)).toEqual({
      L: [{ S: 'a' }, { S: 'c' }, { S: 'b' }],
    })
    expect(valueOfDraft(moveDraft(draft, last, 5))).toEqual(valueOfDraft(draft))
  })
})

test('an item is drafted keys first', () => {
  const draft = draftOfItem({ name: { S: 'Ada' }, SK: { S: '1' }, PK: { S: 'A' } }, ['PK', 'SK'])
  expect(draft.children.map((child) => child.name)).toEqual(['PK', 'SK', 'name'])
})

test('a draft carried over to a changed item keeps what was edited and takes the rest', () => {
  const before: Item = {
    PK: { S: 'A' },
    mine: { N: '1' },
    theirs: { S: 'old' },
    gone: { S: 'x' },
    cut: { S: 'y' },
  }
  const now: Item = {
    PK: { S: 'A' },
    mine: { N: '2' },
    theirs: { S: 'new' },
    cut: { S: 'y' },
    fresh: { NULL: true },
  }
  const draft = draftOfItem(before, ['PK'])
  const typed = editDraft(draft, draft.children[1]!.id, (part) => ({ ...part, text: '1x' }))
  const edited = editDraft(typed, draft.children[4]!.id, () => undefined)
  const carried = rebaseDraft(edited, before, now)
  expect(valueOfDraft(carried)).toEqual({
    M: { PK: { S: 'A' }, mine: { N: '1x' }, theirs: { S: 'new' }, fresh: { NULL: true } },
  })
  expect(carried.children[0]).toBe(draft.children[0])
})
