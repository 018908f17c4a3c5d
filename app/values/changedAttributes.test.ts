import { expect, test } from 'vitest'
import { createAttributeMap, type Item } from '../../engine/value/attributeValue.ts'
import { changedAttributes } from './changedAttributes.ts'

test('tells what is new, other and gone, and nothing else', () => {
  const before: Item = { same: { N: '1' }, other: { S: 'a' }, gone: { BOOL: true }, tags: { SS: ['a', 'b'] } }
  const after: Item = {
    same: { N: '1' },
    other: { S: 'b' },
    tags: { SS: ['b', 'a'] },
    fresh: { NULL: true },
  }
  expect([...changedAttributes(before, after)]).toEqual([
    ['other', { S: 'b' }],
    ['fresh', { NULL: true }],
    ['gone', undefined],
  ])
})

test('takes attributes of any name', () => {
  const after = Object.assign(createAttributeMap(), { constructor: { S: 'x' } })
  expect([...changedAttributes({}, after).keys()]).toEqual(['constructor'])
})
