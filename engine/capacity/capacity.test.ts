import { describe, expect, it } from 'vitest'
import { addCapacityUse, capacityUse, consumedCapacity } from './consumedCapacity.ts'
import { readUnits } from './readUnits.ts'
import { indexWriteUnits, writeUnits } from './writeUnits.ts'

describe('readUnits', () => {
  it.each([
    [0, true, 1],
    [0, false, 0.5],
    [1, true, 1],
    [4096, true, 1],
    [4097, true, 2],
    [4097, false, 1],
    [9 * 1024, false, 1.5],
    [400 * 1024, true, 100],
  ])('of %i bytes, consistent %s', (sizeBytes, consistent, units) => {
    expect(readUnits(sizeBytes, consistent)).toBe(units)
  })
})

describe('writeUnits', () => {
  it.each([
    [0, 0, 1],
    [0, 1024, 1],
    [0, 1025, 2],
    [3000, 10, 3],
    [10, 3000, 3],
    [400 * 1024, 0, 400],
  ])('of %i bytes before and %i after', (beforeBytes, afterBytes, units) => {
    expect(writeUnits(beforeBytes, afterBytes)).toBe(units)
  })
})

describe('indexWriteUnits', () => {
  const small = { key: 'a', sizeBytes: 100 }
  const large = { key: 'a', sizeBytes: 2500 }
  const moved = { key: 'b', sizeBytes: 100 }

  it.each([
    ['comes into the index', undefined, large, 3],
    ['goes out of the index', large, undefined, 3],
    ['changes in its place', small, large, 3],
    ['shrinks in its place', large, small, 3],
    ['moves, which is two writes', large, moved, 4],
    ['is not in the index', undefined, undefined, 0],
  ])('of an item that %s', (_, removed, added, units) => {
    expect(indexWriteUnits(removed, added)).toBe(units)
  })
})

describe('consumedCapacity', () => {
  const use = capacityUse(2)
  use.localIndexes.set('byYear', 1)
  use.globalIndexes.set('__proto__', 3)

  it('tells the sum', () => {
    expect(consumedCapacity('T', use, 'TOTAL')).toEqual({ TableName: 'T', CapacityUnits: 6 })
  })

  it('tells the parts, whatever an index is called', () => {
    const told = JSON.stringify(consumedCapacity('T', use, 'INDEXES'))
    expect(told).toBe(
      '{"TableName":"T","CapacityUnits":6,"Table":{"CapacityUnits":2},' +
        '"LocalSecondaryIndexes":{"byYear":{"CapacityUnits":1}},' +
        '"GlobalSecondaryIndexes":{"__proto__":{"CapacityUnits":3}}}',
    )
  })

  it('leaves out indexes that took no part', () => {
    expect(consumedCapacity('T', capacityUse(0.5), 'INDEXES')).toEqual({
      TableName: 'T',
      CapacityUnits: 0.5,
      Table: { CapacityUnits: 0.5 },
    })
  })

  it('adds up a batch', () => {
    const sum = capacityUse(1)
    addCapacityUse(sum, use)
    addCapacityUse(sum, use)
    expect(consumedCapacity('T', sum, 'TOTAL').CapacityUnits).toBe(13)
    expect(sum.localIndexes.get('byYear')).toBe(2)
  })
})
