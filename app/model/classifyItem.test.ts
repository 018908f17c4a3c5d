import { expect, it } from 'vitest'
import type { Item } from '../../engine/value/attributeValue.ts'
import { classifyItem } from './classifyItem.ts'
import { createTableDesign, type Entity, type EntityMatch, type TableDesign } from './design.ts'
import { keyNamesOf, keyText } from './keyText.ts'

const definition = {
  TableName: 'things',
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'S' as const },
    { AttributeName: 'at', AttributeType: 'N' as const },
  ],
  KeySchema: [
    { AttributeName: 'id', KeyType: 'HASH' as const },
    { AttributeName: 'at', KeyType: 'RANGE' as const },
  ],
}

function entity(name: string, match: EntityMatch, ...members: string[]): Entity {
  return { name, color: 0, inferred: false, attributes: [], match, members, extra: {} }
}

function tableWith(...entities: Entity[]): TableDesign {
  return { ...createTableDesign(definition), entities }
}

const item = (id: string, at: number, more: Item = {}): Item => ({
  id: { S: id },
  at: { N: String(at) },
  ...more,
})

it('prefers a member’s key to any match, and the more particular match to the other', () => {
  const special = item('USER#1', 7)
  const table = tableWith(
    entity('user', { partitionKeyPrefix: 'USER#' }),
    entity('admin', { partitionKeyPrefix: 'USER#ADMIN#' }),
    entity('robot', { typeAttribute: { name: 'kind', value: { S: 'robot' } } }),
    entity('odd', {}, keyText(definition, special)),
  )
  const kindOf = (each: Item) => classifyItem(table, each)?.name
  expect(kindOf(item('USER#1', 1))).toBe('user')
  expect(kindOf(item('USER#ADMIN#1', 1))).toBe('admin')
  expect(kindOf(item('USER#ADMIN#1', 1, { kind: { S: 'robot' } }))).toBe('robot')
  expect(kindOf(special)).toBe('odd')
  expect(kindOf(item('ORDER#1', 1))).toBeUndefined()
})

it('compares types by type and value, and prefixes with texts only', () => {
  const table = tableWith(
    entity('one', { typeAttribute: { name: 'kind', value: { N: '1' } } }),
    entity('yes', { typeAttribute: { name: 'kind', value: { BOOL: true } } }),
    entity('timed', { sortKeyPrefix: '1' }),
  )
  const kindOf = (kind: Item) => classifyItem(table, item('x', 15, kind))?.name
  expect(kindOf({ kind: { N: '1' } })).toBe('one')
  expect(kindOf({ kind: { S: '1' } })).toBeUndefined()
  expect(kindOf({ kind: { BOOL: true } })).toBe('yes')
  expect(kindOf({ kind: { BOOL: false } })).toBeUndefined()
})

it('gives keys a text of their own, whatever they hold', () => {
  const texts = [item('a","N","1', 1), item('a', 1), item('a', 11), { id: { S: 'a' } }].map((each) =>
    keyText(definition, each),
  )
  expect(new Set(texts).size).toBe(4)
  expect(texts[1]).toBe('["S","a","N","1"]')
  expect(keyNamesOf({ KeySchema: definition.KeySchema.toReversed() })).toEqual(['id', 'at'])
})
