import { describe, expect, test } from 'vitest'
import type { AttributeMap } from '../value/attributeValue.ts'
import { DynamoDBError } from '../value/dynamoDBError.ts'
import { bareItems } from './bareItems.ts'
import { describeError, rebuildError } from './engineError.ts'

const item: AttributeMap = { pk: { S: 'a' }, inner: { M: { deep: { L: [{ M: {} }] } } } }
const metrics = { ItemCollectionKey: item, SizeEstimateRangeGB: [0, 1] }

/** Of every attribute map that is reached by a path into the output. */
function prototypes(output: unknown): unknown[] {
  const found: unknown[] = []
  const visit = (json: unknown): void => {
    if (typeof json !== 'object' || json === null) return
    const isMap = 'pk' in json || 'deep' in json
    if (isMap) found.push(Object.getPrototypeOf(json))
    for (const value of Object.values(json)) visit(value)
  }
  visit(output)
  return found
}

describe('attribute maps of an output', () => {
  test.each<[string, object]>([
    ['items', { Item: item, Items: [item], Attributes: item, LastEvaluatedKey: item }],
    ['items by table', { Responses: { Music: [item] } }],
    ['keys that were not read', { UnprocessedKeys: { Music: { Keys: [item] } } }],
    ['writes that were not made', { UnprocessedItems: { Music: [{ PutRequest: { Item: item } }] } }],
    ['deletes that were not made', { UnprocessedItems: { Music: [{ DeleteRequest: { Key: item } }] } }],
    ['the key of a collection', { ItemCollectionMetrics: metrics }],
    ['the keys of collections', { ItemCollectionMetrics: { Music: [metrics] } }],
    ['item collections', { entries: [{ item }], collections: [{ key: item }] }],
  ])('%s', (_, output) => {
    const found = prototypes(bareItems(structuredClone(output)))
    expect(found.length).toBeGreaterThan(1)
    expect(found.every((prototype) => prototype === null)).toBe(true)
  })

  test('the item that failed a condition', () => {
    const refused = new DynamoDBError('ConditionalCheckFailedException', 'refused', { Item: item })
    const { details } = rebuildError(structuredClone(describeError(refused)))
    expect(prototypes(details)).toEqual([null, null])
  })

  test('and nothing else', () => {
    expect(bareItems(undefined)).toBeUndefined()
    expect(bareItems({ TableNames: ['Music'] })).toEqual({ TableNames: ['Music'] })
    expect(bareItems(['a'])).toEqual(['a'])
  })
})
