import { expect, test } from 'vitest'
import type { TableDescription } from '../../engine/api.ts'
import { createDesign, createTableDesign, type Entity } from '../model/design.ts'
import { labelOf, listSidebar, nodeId } from './sidebarTree.ts'

const described = (TableName: string, indexes: string[] = []) =>
  ({
    TableName,
    ItemCount: 0,
    GlobalSecondaryIndexes: indexes.map((IndexName) => ({
      IndexName,
      KeySchema: [],
      Projection: {},
      ItemCount: 0,
    })),
  }) as unknown as TableDescription

const entity = (name: string): Entity => ({
  name,
  color: 0,
  inferred: false,
  attributes: [],
  match: {},
  members: [],
  extra: {},
})
const orders = {
  ...createTableDesign({ TableName: 'orders', AttributeDefinitions: [], KeySchema: [] }),
  entities: [entity('Order')],
}
const design = { ...createDesign('shop'), tables: [orders] }

test('tables, under each its indexes and its entities', () => {
  const nodes = listSidebar([described('orders', ['byDate']), described('users')], design, new Set())
  expect(nodes.map((node) => `${node.kind} ${labelOf(node)}`)).toEqual([
    'table orders',
    'index byDate',
    'entity Order',
    'table users',
  ])
})

test('a closed table hides what is under it; one with nothing under it has no arrow', () => {
  const nodes = listSidebar(
    [described('orders', ['byDate']), described('users')],
    design,
    new Set(['orders']),
  )
  expect(nodes).toMatchObject([
    { kind: 'table', expanded: false, hasChildren: true },
    { kind: 'table', expanded: false, hasChildren: false },
  ])
})

test('tables stand in the order of the design, those that it does not know last', () => {
  const nodes = listSidebar([described('audit'), described('orders')], design, new Set(['orders']))
  expect(nodes.map(labelOf)).toEqual(['orders', 'audit'])
})

test('names that look like paths stay apart', () => {
  expect(nodeId('index', 'a/b', 'c')).not.toBe(nodeId('index', 'a', 'b/c'))
})
