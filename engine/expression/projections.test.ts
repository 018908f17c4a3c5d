import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkItem } from '../value/checkAttributeValue.ts'
import { findAtPath } from './documentPath.ts'
import { bindExpressions, documentPaths, projectItem, topLevelNames } from './expressions.ts'
import { deepFreeze, items } from './testing/items.ts'
import { fingerprint } from './testing/naiveModel.ts'

function bind(text: string, names?: Record<string, string>) {
  const { projection } = bindExpressions({
    ProjectionExpression: text,
    ...(names && { ExpressionAttributeNames: names }),
  })
  if (projection === undefined) throw new Error('no projection')
  return projection
}

const item = deepFreeze(
  checkItem({
    pk: { S: 'k' },
    a: {
      M: { b: { L: [{ N: '2' }, { N: '4' }, { M: { x: { S: 'hi' }, y: { S: 'yo' } } }] }, c: { N: '5' } },
    },
    b: { S: 'hello' },
    'a.b': { S: 'dotted' },
    l: { L: [{ S: 'l0' }, { S: 'l1' }, { S: 'l2' }] },
  }),
)

describe('the projected parts keep their places', () => {
  test.each([
    ['a.b', { a: { M: { b: item.a && findAtPath(item, ['a', 'b']) } } }],
    ['a.b[0]', { a: { M: { b: { L: [{ N: '2' }] } } } }],
    ['a.b[2].y', { a: { M: { b: { L: [{ M: { y: { S: 'yo' } } }] } } } }],
    ['a.b[2].y, a.b[2].x', { a: { M: { b: { L: [{ M: { x: { S: 'hi' }, y: { S: 'yo' } } }] } } } }],
    ['a.b[0], a.b[1]', { a: { M: { b: { L: [{ N: '2' }, { N: '4' }] } } } }],
    ['l[2], l[0]', { l: { L: [{ S: 'l0' }, { S: 'l2' }] } }],
    ['l[7], l[1]', { l: { L: [{ S: 'l1' }] } }],
    ['a.b[0], a.c', { a: { M: { b: { L: [{ N: '2' }] }, c: { N: '5' } } } }],
    ['b, a.c', { a: { M: { c: { N: '5' } } }, b: { S: 'hello' } }],
    ['a.x, a.b[0], x, a.b[3].x', { a: { M: { b: { L: [{ N: '2' }] } } } }],
    ['x', {}],
    ['a.b[3], a.x, b.x.y, a.c[0], l.x, pk[0]', {}],
  ])('%s', (text, expected) => {
    expect(projectItem(bind(text), item)).toEqual(expected)
  })

  test('a placeholder is one attribute, whatever is in its name', () => {
    expect(projectItem(bind('#n', { '#n': 'a.b' }), item)).toEqual({ 'a.b': { S: 'dotted' } })
    expect(projectItem(bind('#p, #t', { '#p': '__proto__', '#t': 'toString' }), {})).toEqual({})
  })

  test('values are shared with the item', () => {
    const projected = projectItem(bind('a.b[2], l'), item)
    expect(projected.l).toBe(item.l)
    expect(findAtPath(projected, ['a', 'b', 0])).toBe(findAtPath(item, ['a', 'b', 2]))
  })
})

describe('paths that do not go together', () => {
  const overlap = (one: string, two: string) =>
    `Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: ${one}, path two: ${two}`
  const conflict = (one: string, two: string) =>
    `Invalid ProjectionExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: ${one}, path two: ${two}`

  test.each([
    ['a, a', overlap('[a]', '[a]')],
    ['a.b[0],a.b[0]', overlap('[a, b, [0]]', '[a, b, [0]]')],
    ['a, a.b[2].c', overlap('[a]', '[a, b, [2], c]')],
    ['a.b.d.e, c, a.b', overlap('[a, b, d, e]', '[a, b]')],
    ['a.b, a[1]', conflict('[a, b]', '[a, [1]]')],
    ['a.b, a[1], c, c', overlap('[c]', '[c]')],
  ])('%s', (text, message) => {
    expect(() => bind(text)).toThrow(message)
  })

  test('placeholders are resolved first', () => {
    expect(() => bind('#x.b, a', { '#x': 'a' })).toThrow(overlap('[a, b]', '[a]'))
    expect(() => bind('#x, #y.c', { '#x': 'a', '#y': 'b' })).not.toThrow()
    expect(() => bind('#x.b, a', { '#x': 'c' })).not.toThrow()
  })
})

test('the paths and attributes that a projection names', () => {
  const projection = bind('a.#b[1], a.c, d', { '#b': 'x.y' })
  expect(documentPaths(projection)).toEqual([['a', 'x.y', 1], ['a', 'c'], ['d']])
  expect(topLevelNames(projection)).toEqual(['a', 'd'])
})

test('of paths without list positions each finds in the projected item what it finds in the item', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), items, (paths, someItem) => {
      const projection = tryBind(paths.map((steps) => steps.join('.')).join(', '))
      fc.pre(projection !== undefined)
      const projected = projectItem(projection, deepFreeze(someItem))
      for (const steps of paths) expect(findAtPath(projected, steps)).toBe(findAtPath(someItem, steps))
      const names = new Set<string | undefined>(paths.map(([first]) => first))
      expect(Object.keys(projected).filter((name) => !names.has(name))).toEqual([])
      expect(fingerprint({ M: projectItem(projection, projected) })).toBe(fingerprint({ M: projected }))
    }),
    { numRuns: 1000 },
  )

  function tryBind(text: string) {
    try {
      return bind(text)
    } catch {
      return undefined
    }
  }
})
