import { expect, test } from 'vitest'
import { createDesign, createTableDesign } from '../model/design.ts'
import { sketchDesign } from './sketch.ts'

const table = createTableDesign({
  TableName: 'orders',
  AttributeDefinitions: [],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
})
const design = { ...createDesign('shop'), tables: [table] }
const item = (PK: string, SK: string) => ({ PK: { S: PK }, SK: { S: SK } })

test('a sketch shows the largest item collections, each in sort-key order, and not too many lines', () => {
  const small = [item('b', '1')]
  const large = ['9', '10', '1000000000000', '2'].map((SK) => item('a', SK))
  const many = Array.from({ length: 30 }, (_, place) => item(`c${place}`, 'x'))
  const { collections } = sketchDesign(design, new Map([['orders', [...small, ...large, ...many]]]))
  expect(collections[0]).toHaveLength(4)
  expect(collections[0]?.map(({ bars }) => bars[1])).toEqual([2, 4, 2, 2])
  expect(collections.flat().length).toBeLessThanOrEqual(9)
})

test('a design without items has an empty sketch', () => {
  expect(sketchDesign(design, new Map())).toEqual({ collections: [] })
  expect(sketchDesign(createDesign('empty'), new Map())).toEqual({ collections: [] })
})
