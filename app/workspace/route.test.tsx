import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createAttributeMap } from '../../engine/value/attributeValue.ts'
import { changeRoute, currentRoute, navigate, parseRoute, printRoute, type Route } from './route.ts'

const name = fc.string({ minLength: 1 }).filter((text) => text.isWellFormed())
const keyValue = fc.oneof(
  name.map((S) => ({ S })),
  fc.bigInt().map((N) => ({ N: String(N) })),
  fc.base64String({ minLength: 4 }).map((B) => ({ B })),
)
const key = fc.tuple(name, keyValue).map(([attribute, value]) => {
  const map = createAttributeMap()
  map[attribute] = value
  return map
})
const view = fc.constantFrom('items' as const, 'query' as const)
const layout = fc.constantFrom('collections' as const, 'grid' as const)
const inTable = fc.record(
  { view, projectId: name, table: name, index: name, key, layout },
  { requiredKeys: ['view', 'projectId', 'table'] },
)
const inProject = fc.record({ view, projectId: name, layout }, { requiredKeys: ['view', 'projectId'] })
const route: fc.Arbitrary<Route> = fc.oneof(inTable, inProject, fc.constant<Route>({ view: 'items' }))

describe('the address', () => {
  test('a route printed and parsed is the same route', () => {
    fc.assert(
      fc.property(route, (each) => {
        expect(parseRoute(printRoute(each))).toEqual(each)
      }),
    )
  })

  test('any text parses to some route', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['items', 'query']).toContain(parseRoute(text).view)
      }),
    )
  })

  test('reads as a path', () => {
    expect(printRoute({ projectId: 'p1', view: 'items', table: 'orders', index: 'byDate' })).toBe(
      '#/p/p1/items/orders/byDate',
    )
    expect(printRoute({ view: 'items' })).toBe('#/start')
  })

  test.each([
    ['#/p/p1/nothing/orders', { projectId: 'p1', view: 'items', table: 'orders' }],
    ['#/p/p1/items/orders?key=%7B', { projectId: 'p1', view: 'items', table: 'orders' }],
    ['#/p/p1/items/orders?key={"PK":{"L":[]}}', { projectId: 'p1', view: 'items', table: 'orders' }],
    ['#/p/p1/items/%E0%A4%A', { projectId: 'p1', view: 'items' }],
    ['#/elsewhere', { view: 'items' }],
  ])('%s opens what it still names', (hash, expected) => {
    expect(parseRoute(hash)).toEqual(expected)
  })
})

describe('a change of route', () => {
  const at: Route = {
    projectId: 'p1',
    view: 'items',
    table: 'orders',
    index: 'byDate',
    key: { PK: { S: 'a' } },
    layout: 'grid',
  }

  test('another table leaves index and item behind', () => {
    expect(changeRoute(at, { table: 'users' })).toEqual({
      projectId: 'p1',
      view: 'items',
      table: 'users',
      layout: 'grid',
    })
  })

  test('another project leaves the table behind', () => {
    expect(changeRoute(at, { projectId: 'p2' })).toEqual({ projectId: 'p2', view: 'items', layout: 'grid' })
  })

  test('another view stays with the table, index and item', () => {
    expect(changeRoute(at, { view: 'query' })).toEqual({ ...at, view: 'query' })
  })

  test('undefined takes away', () => {
    expect(changeRoute(at, { index: undefined, key: undefined })).toEqual({
      projectId: 'p1',
      view: 'items',
      table: 'orders',
      layout: 'grid',
    })
  })
})

describe('the history', () => {
  beforeEach(() => navigate({ projectId: undefined }, { replace: true }))

  const back = () =>
    new Promise<void>((resolve) => {
      addEventListener('popstate', () => setTimeout(resolve), { once: true })
      history.back()
    })

  test('back goes to where one was, replaced places aside', async () => {
    navigate({ projectId: 'p1', view: 'items', table: 'orders' })
    navigate({ index: 'byDate' }, { replace: true })
    navigate({ view: 'query' })
    expect(location.hash).toBe('#/p/p1/query/orders/byDate')
    await back()
    expect(currentRoute()).toEqual({ projectId: 'p1', view: 'items', table: 'orders', index: 'byDate' })
  })

  test('going nowhere adds nothing to it', () => {
    navigate({ projectId: 'p1', table: 'orders' })
    const { length } = history
    navigate({ table: 'orders' })
    expect(history.length).toBe(length)
  })
})
