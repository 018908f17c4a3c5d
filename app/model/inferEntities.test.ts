import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../engine/value/attributeValue.ts'
import { classifyItem } from './classifyItem.ts'
import { createTableDesign, type TableDesign } from './design.ts'
import { inferEntities } from './inferEntities.ts'
import { entityNameOf, findKeyPrefix } from './keyPrefix.ts'

const table: TableDesign = createTableDesign({
  TableName: 'shop',
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'SK', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
})

/** `USER#1/PROFILE name=Ada` in short. */
function item(text: string): Item {
  const [key = '', ...attributes] = text.split(' ')
  const [pk = '', sk = ''] = key.split('/')
  const entries = attributes.map((each) => each.split('=')).map(([name, value]) => [name, { S: value }])
  return Object.fromEntries([['PK', { S: pk }], ['SK', { S: sk }], ...entries])
}

function namesFor(...texts: string[]): string[] {
  return inferEntities(table, texts.map(item)).map((entity) => entity.name)
}

describe('inferEntities', () => {
  it('goes by a type attribute where there is one', () => {
    expect(namesFor('a/1 entityType=orderItem', 'a/2 entityType=ORDER', 'b/1 entityType=ORDER')).toEqual([
      'Order',
      'Order item',
    ])
    expect(namesFor('a/1 type=user name=Ada', 'a/2 type=cart total=5')).toEqual(['Cart', 'User'])
  })

  it('takes no property for a type: where all types look alike, it is one', () => {
    expect(namesFor('a/1 type=warning text=x', 'a/2 type=error text=y', 'a/3 type=info text=z')).toEqual([])
  })

  it('goes by key prefixes else', () => {
    expect(namesFor('USER#1/PROFILE', 'USER#1/ORDER#7', 'USER#2/ORDER#8', 'ORDER#7/ITEM#1')).toEqual([
      'Item',
      'Order',
      'Profile',
    ])
    expect(namesFor('USER#1/#META#', 'TEAM#1/#META#', 'TEAM#1/USER#1')).toEqual(['Team', 'Team user', 'User'])
    expect(namesFor('user-1/2026-01-01 name=Ada', 'order-9/2026-01-02', 'order-10/2026-01-02')).toEqual([
      'Order',
      'User',
    ])
  })

  it('finds words that repeat, but no names', () => {
    expect(namesFor('park/0007 roles=x', 'park/0015 roles=x', 'pass::1/9 date=x')).toEqual(['Park', 'Pass'])
    expect(namesFor('norway/oslo', 'norway/bergen', 'sweden/malmo', 'sweden/lund')).toEqual([])
  })

  it('finds nothing where nothing convinces', () => {
    expect(namesFor()).toEqual([])
    expect(namesFor('USER#1/PROFILE')).toEqual([])
    expect(namesFor('DEVICE#1/2026-01-01', 'DEVICE#2/2026-01-02')).toEqual([])
    expect(namesFor('A#1/1', 'x/2', 'y/3', 'B#1/4')).toEqual([])
  })

  it('makes no difference of the order of the items, and classifies each by its group', () => {
    const texts = [
      'USER#1/PROFILE',
      'USER#1/ORDER#1',
      'USER#2/PROFILE',
      'ORDER#1/ITEM#1',
      'ORDER#1/ITEM#2',
      'ORDER#2/PAYMENT#1',
    ]
    const expected = inferEntities(table, texts.map(item))
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        expect(inferEntities(table, shuffled.map(item))).toEqual(expected)
      }),
    )
    const inferred = { ...table, entities: expected }
    expect(texts.map((text) => classifyItem(inferred, item(text))?.name)).toEqual([
      'Profile',
      'Order',
      'Profile',
      'Item',
      'Item',
      'Payment',
    ])
  })

  it('lists the attributes of each entity without the keys', () => {
    const [order, user] = inferEntities(
      table,
      ['ORDER#1/A total=1 note=x', 'ORDER#2/A total=2', 'USER#1/A name=Ada'].map(item),
    )
    expect([order?.attributes, user?.attributes]).toEqual([['note', 'total'], ['name']])
  })
})

describe('findKeyPrefix', () => {
  it.each([
    ['USER#42', 'USER#'],
    ['Room:general', 'Room:'],
    ['facility::0015::Lot', 'facility::'],
    ['#META#', '#META#'],
    ['PROFILE', 'PROFILE'],
    ['player007', 'player'],
    ['order-99', 'order-'],
    ['order_99', 'order_'],
  ])('finds in %s the prefix %s', (text, prefix) => {
    expect(findKeyPrefix(text)).toBe(prefix)
  })

  it.each([
    '',
    '42',
    '2026-01-02T10:00:00Z',
    'oslo',
    'ada@example.com',
    '3f2504e0-4f89',
    'wLnnMe1XFvAleTXmDPSCv#x',
  ])('finds none in %s', (text) => expect(findKeyPrefix(text)).toBeUndefined())
})

it('makes names of prefixes and types', () => {
  expect(['ORDER_ITEM#', 'orderItem', 'c#', 'User:', '##'].map(entityNameOf)).toEqual([
    'Order item',
    'Order item',
    'C',
    'User',
    '##',
  ])
})
