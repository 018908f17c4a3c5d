import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AttributeValue, Item } from '../value/attributeValue.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import type { Operand, PathNode, Update, UpdateSection, ValueNode } from './ast.ts'
import {
  applyUpdate,
  assignedConstant,
  bindExpressions,
  countUpdateActions,
  updatedAttributes,
  updateRemovesOnly,
} from './expressions.ts'
import { printUpdate } from './print.ts'
import { anyValues, attributeNames, deepFreeze, items } from './testing/items.ts'
import { fingerprint, naiveUpdate } from './testing/naiveModel.ts'

type Values = Record<string, AttributeValue>

function bind(text: string, values?: Values, names?: Record<string, string>) {
  const { update } = bindExpressions({
    UpdateExpression: text,
    ...(values && { ExpressionAttributeValues: values }),
    ...(names && { ExpressionAttributeNames: names }),
  })
  if (update === undefined) throw new Error('no update')
  return update
}

/** Applies the update to an item that throws when it is changed. */
function run(
  item: Record<string, unknown>,
  text: string,
  values?: Values,
  names?: Record<string, string>,
): Item {
  return applyUpdate(bind(text, values, names), deepFreeze(checkItem(item)))
}

const n = (value: number) => ({ N: String(value) })
const list = (...values: number[]) => ({ L: values.map(n) })

describe('SET', () => {
  test('writes values, copies attributes, computes', () => {
    expect(
      run({ a: n(2), c: list(1) }, 'SET b = a, d = a + :v, e = :v - a, c = list_append(c, :l), f = a', {
        ':v': n(5),
        ':l': list(9),
      }),
    ).toEqual(checkItem({ a: n(2), b: n(2), c: list(1, 9), d: n(7), e: n(3), f: n(2) }))
  })

  test('reads the item as it was before the update', () => {
    expect(run({ a: n(1) }, 'SET a = :v, b = a', { ':v': n(2) })).toEqual(checkItem({ a: n(2), b: n(1) }))
    expect(run({ a: n(1) }, 'REMOVE a SET b = a')).toEqual(checkItem({ b: n(1) }))
    expect(run({ a: n(1), b: n(2) }, 'SET a = b, b = a')).toEqual(checkItem({ a: n(2), b: n(1) }))
  })

  test('if_not_exists, also in functions and sums', () => {
    expect(run({}, 'SET a = if_not_exists(a, :z) + :v', { ':z': n(0), ':v': n(3) })).toEqual(
      checkItem({ a: n(3) }),
    )
    expect(run({ a: n(7) }, 'SET b = if_not_exists(a, :z)', { ':z': n(0) })).toEqual(
      checkItem({ a: n(7), b: n(7) }),
    )
    expect(run({}, 'SET a = list_append(if_not_exists(a, :e), :l)', { ':e': list(), ':l': list(1) })).toEqual(
      checkItem({ a: list(1) }),
    )
    expect(run({ c: n(1) }, 'SET a = if_not_exists(b, if_not_exists(c, :v))', { ':v': n(3) })).toEqual(
      checkItem({ c: n(1), a: n(1) }),
    )
  })

  test('on nested attributes', () => {
    expect(
      run(
        { a: { M: { b: n(3), c: { L: [{ S: 'hi' }, { M: { x: { M: { y: list(3, 5, 7) } } } }] } } } },
        'SET a.c[1].#x.y[1] = :v',
        { ':v': n(9) },
        { '#x': 'x' },
      ),
    ).toEqual(
      checkItem({
        a: { M: { b: n(3), c: { L: [{ S: 'hi' }, { M: { x: { M: { y: list(3, 9, 7) } } } }] } } },
      }),
    )
    expect(run({}, 'SET #d = :v', { ':v': n(3) }, { '#d': 'a.b' })).toEqual(checkItem({ 'a.b': n(3) }))
  })

  test('beyond the end of a list appends, in the order of the positions', () => {
    const values = { ':1': n(1), ':2': n(2), ':3': n(3), ':4': n(4) }
    expect(run({ a: list(0) }, 'SET a[84] = :4, a[37] = :2, a[17] = :1, a[50] = :3', values)).toEqual(
      checkItem({ a: list(0, 1, 2, 3, 4) }),
    )
    expect(run({ a: list() }, 'SET a[0] = :1', { ':1': n(1) })).toEqual(checkItem({ a: list(1) }))
  })

  test('an attribute named __proto__ is an attribute', () => {
    const item = run({ a: n(1) }, 'SET #p = :v, b = a', { ':v': n(2) }, { '#p': '__proto__' })
    expect(Object.keys(item).sort()).toEqual(['__proto__', 'a', 'b'])
    expect(Object.getPrototypeOf(item)).toBe(null)
  })
})

describe('REMOVE', () => {
  test('attributes, nested attributes and list elements by their original positions', () => {
    expect(run({ a: list(2, 3, 4, 5, 6, 7) }, 'REMOVE a[1] SET a[3] = :v', { ':v': n(17) })).toEqual(
      checkItem({ a: list(2, 4, 17, 6, 7) }),
    )
    expect(run({ a: { M: { b: n(1) } }, c: list(1, 2, 3) }, 'REMOVE a.b, c[0], c[2]')).toEqual(
      checkItem({ a: { M: {} }, c: list(2) }),
    )
  })

  test('of what is not there does nothing', () => {
    const item = { a: { M: { x: n(3) } }, b: { L: [{ S: 'hi' }] } }
    expect(run(item, 'REMOVE a.y, b[7], c')).toEqual(checkItem(item))
  })
})

describe('ADD and DELETE', () => {
  test('numbers', () => {
    expect(run({ a: n(3) }, 'ADD a :v, b :v', { ':v': n(4) })).toEqual(checkItem({ a: n(7), b: n(4) }))
    expect(run({ m: { M: { a: n(1) } } }, 'ADD m.a :v, m.b :v', { ':v': n(-2) })).toEqual(
      checkItem({ m: { M: { a: n(-1), b: n(-2) } } }),
    )
  })

  test('sets come out sorted, and vanish when empty', () => {
    const stored = { a: { SS: ['dog', 'cat'] }, b: { NS: ['10'] }, c: { BS: ['AQ=='] } }
    expect(
      run(stored, 'ADD a :s, b :n, c :b', {
        ':s': { SS: ['ant', 'dog'] },
        ':n': { NS: ['9'] },
        ':b': { BS: ['AA=='] },
      }),
    ).toEqual({ a: { SS: ['ant', 'cat', 'dog'] }, b: { NS: ['9', '10'] }, c: { BS: ['AA==', 'AQ=='] } })
    expect(
      run(stored, 'DELETE a :s, b :n, c :b, d :s', {
        ':s': { SS: ['cat', 'x'] },
        ':n': { NS: ['10'] },
        ':b': { BS: ['AA=='] },
      }),
    ).toEqual({ a: { SS: ['dog'] }, c: { BS: ['AQ=='] } })
  })
})

describe('items that do not fit the update', () => {
  const absent = 'The provided expression refers to an attribute that does not exist in the item'
  const wrongType = 'An operand in the update expression has an incorrect data type'
  const wrongPath = 'The document path provided in the update expression is invalid for update'
  const values = { ':v': n(1), ':l': list(1), ':s': { SS: ['a'] } }

  test.each([
    ['SET b = x', absent],
    ['SET b = a + x', absent],
    ['SET b = a.x', absent],
    ['SET b = list_append(x, :l)', absent],
    ['SET b = if_not_exists(x, y)', absent],
    ['SET b = s + :v', wrongType],
    ['SET b = l - :v', wrongType],
    ['SET b = list_append(:l, s)', wrongType],
    ['SET b = list_append(:l, :l) + :v', wrongType],
    ['ADD s :v', wrongType],
    ['ADD l :s', wrongType],
    ['ADD a :s', wrongType],
    ['DELETE s :s', wrongType],
    ['DELETE l :s', wrongType],
    ['SET s.c = :v', wrongPath],
    ['SET l.c = :v', wrongPath],
    ['SET x.c = :v', wrongPath],
    ['SET m.x.y = :v', wrongPath],
    ['SET m[0] = :v', wrongPath],
    ['SET x[0] = :v', wrongPath],
    ['SET l[5].x = :v', wrongPath],
    ['ADD x.y :v', wrongPath],
    ['REMOVE s.c', wrongPath],
    ['REMOVE l.c', wrongPath],
    ['REMOVE x.c', wrongPath],
    ['REMOVE s[0]', wrongPath],
    ['REMOVE x[0]', wrongPath],
  ])('%s', (text, problem) => {
    const item = { a: n(1), s: { S: 'text' }, l: list(1), m: { M: {} } }
    const used = Object.fromEntries(Object.entries(values).filter(([key]) => text.includes(key)))
    expect(() => run(item, text, Object.keys(used).length > 0 ? used : undefined)).toThrow(problem)
  })

  test('sums that need more than 38 digits', () => {
    expect(() => run({ a: { N: '1e50' } }, 'SET a = a + :v', { ':v': n(1) })).toThrow('Number overflow')
    expect(() => run({ a: { N: '1e50' } }, 'ADD a :v', { ':v': n(1) })).toThrow('Number overflow')
  })

  test('values that would stand deeper than 32 levels', () => {
    let deep: AttributeValue = n(1)
    for (let level = 2; level <= 32; level++) deep = { L: [deep] }
    expect(run({}, 'SET a = :d', { ':d': deep })).toEqual({ a: deep })
    expect(() => run({ m: { M: {} } }, 'SET m.a = :d', { ':d': deep })).toThrow(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    )
  })
})

describe('what operations ask of an update', () => {
  test('where it writes', () => {
    const update = bind('SET #a.b[1] = :v REMOVE c ADD d :v', { ':v': n(1) }, { '#a': 'a.a' })
    expect(update.targets).toEqual([['a.a', 'b', 1], ['c'], ['d']])
    expect(countUpdateActions(update)).toEqual({ writes: 2, clears: 1, calculations: 0 })
    expect(updateRemovesOnly(update)).toBe(false)
    expect(updateRemovesOnly(bind('REMOVE a DELETE b :s', { ':s': { SS: ['x'] } }))).toBe(true)
  })

  test('which of its writes calculate', () => {
    const update = bind('SET a = b + :v, c = (d - :v), e = if_not_exists(f, :v) ADD g :v', { ':v': n(1) })
    expect(countUpdateActions(update)).toEqual({ writes: 4, clears: 0, calculations: 2 })
  })

  test('which constants it assigns', () => {
    const update = bind('SET a = :v, b = a, c.d = :v ADD e :v', { ':v': n(1) })
    expect(assignedConstant(update, 'a')).toEqual(n(1))
    expect(['b', 'c', 'd', 'e', 'f'].map((name) => assignedConstant(update, name))).toEqual(
      Array(5).fill(undefined),
    )
  })

  test('UPDATED_OLD and UPDATED_NEW', () => {
    const item = checkItem({
      p: { S: 'k' },
      a: { M: { b: { S: 'dog' }, c: list(1, 2, 3) } },
      d: { S: 'cat' },
    })
    const images = (text: string, values?: Values) => {
      const update = bind(text, values)
      return [updatedAttributes(update, item), updatedAttributes(update, applyUpdate(update, item))]
    }
    const v = { ':v': n(7) }
    expect(images('SET a.b = :v', v)).toEqual([{ a: { M: { b: { S: 'dog' } } } }, { a: { M: { b: n(7) } } }])
    expect(images('SET a.c[1] = :v, d = :v', v)).toEqual([
      { a: { M: { c: list(2) } }, d: { S: 'cat' } },
      { a: { M: { c: list(7) } }, d: n(7) },
    ])
    expect(images('REMOVE a.c[1], a.c[3], d')).toEqual([
      { a: { M: { c: list(2) } }, d: { S: 'cat' } },
      { a: { M: { c: list(3) } } },
    ])
    expect(images('SET a.x = :v, e = :v', v)).toEqual([{}, { a: { M: { x: n(7) } }, e: n(7) }])
    expect(images('SET a.c[100] = :v', v)).toEqual([{}, {}])
  })
})

describe('laws', () => {
  const span = { start: 0, end: 0 }
  const paths: fc.Arbitrary<PathNode> = fc
    .tuple(
      fc.nat({ max: 4 }),
      fc.array(fc.oneof(fc.nat({ max: 4 }), fc.constantFrom('0', '1', '2', '5')), { maxLength: 2 }),
    )
    .map(([first, steps]) => ({
      kind: 'path',
      elements: [first, ...steps].map((step) =>
        typeof step === 'number'
          ? { kind: 'placeholder', placeholder: `#n${step}` }
          : { kind: 'index', index: Number(step) },
      ),
      ...span,
    }))
  const constants: fc.Arbitrary<ValueNode> = fc
    .nat({ max: 5 })
    .map((i) => ({ kind: 'value', placeholder: `:v${i}`, ...span }))
  const setValues: fc.Arbitrary<Operand> = fc.letrec<{ value: Operand }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 1 },
      { weight: 3, arbitrary: constants },
      paths,
      fc
        .tuple(fc.constantFrom('+', '-'), tie('value'), tie('value'))
        .map(([operator, left, right]) => ({ kind: 'arithmetic' as const, operator, left, right, ...span })),
      fc
        .tuple(fc.constantFrom('if_not_exists', 'list_append'), paths, fc.oneof(paths, constants))
        .map(([name, path, other]) => ({
          kind: 'function' as const,
          name,
          operands: [path, other],
          ...span,
        })),
    ),
  })).value
  const sections: fc.Arbitrary<UpdateSection>[] = [
    actions(fc.record({ path: paths, value: setValues })).map((list) => ({
      kind: 'SET',
      actions: list,
      ...span,
    })),
    actions(fc.record({ path: paths })).map((list) => ({ kind: 'REMOVE', actions: list, ...span })),
    actions(fc.record({ path: paths, value: constants })).map((list) => ({
      kind: 'ADD',
      actions: list,
      ...span,
    })),
    actions(fc.record({ path: paths, value: constants })).map((list) => ({
      kind: 'DELETE',
      actions: list,
      ...span,
    })),
  ]
  const updates: fc.Arbitrary<Update> = fc
    .shuffledSubarray(sections, { minLength: 1, maxLength: 2 })
    .chain((chosen) => fc.tuple(...chosen))
    .map((list) => ({ kind: 'update', sections: list, ...span }))

  function actions<Action extends object>(action: fc.Arbitrary<Action>) {
    return fc.array(
      action.map((members) => ({ ...members, ...span })),
      { minLength: 1, maxLength: 3 },
    )
  }

  const names = Object.fromEntries(attributeNames.map((name, i) => [`#n${i}`, name]))
  const constantLists = fc
    .tuple(fc.constantFrom('1', '-2'), fc.constantFrom('a', 'b'), anyValues, anyValues)
    .map(([number, text, x, y]): AttributeValue[] => [
      { N: number },
      { SS: [text] },
      { L: [{ S: text }] },
      { NS: [number] },
      x,
      y,
    ])

  test('an update agrees with a naive application of its tree', () => {
    const outcomes = { refusedByText: 0, refusedByItem: 0, applied: 0 }
    fc.assert(
      fc.property(updates, constantLists, items, (tree, list, item) => {
        const text = printUpdate(tree)
        const values = Object.fromEntries(list.map((value, i) => [`:v${i}`, value]))
        const bound = bindOrRefuse(text, values)
        if (bound === undefined) {
          outcomes.refusedByText++
          return
        }
        const expected = naiveUpdate(tree, item, { names, values })
        if (expected === undefined) {
          outcomes.refusedByItem++
          expect(() => applyUpdate(bound, deepFreeze(item))).toThrow()
        } else {
          outcomes.applied++
          const updated = applyUpdate(bound, deepFreeze(item))
          expect(fingerprint({ M: updated })).toBe(fingerprint({ M: expected }))
          const touched = new Set(bound.targets.map((path) => path[0]))
          for (const name in item) if (!touched.has(name)) expect(updated[name]).toBe(item[name])
        }
      }),
      { numRuns: 5000 },
    )
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(200)
  })

  function bindOrRefuse(text: string, values: Values) {
    const used = <Meaning>(meanings: Record<string, Meaning>) =>
      Object.fromEntries(Object.entries(meanings).filter(([key]) => new RegExp(`${key}\\b`).test(text)))
    const usedValues = used(values)
    try {
      return bind(text, Object.keys(usedValues).length > 0 ? usedValues : undefined, used(names))
    } catch (error) {
      expect((error as Error).name).toBe('ValidationException')
      return undefined
    }
  }
})
