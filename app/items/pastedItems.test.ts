import { describe, expect, test } from 'vitest'
import { parsePastedItems } from './pastedItems.ts'
import type { KeyAttribute } from './tableShape.ts'

const keys: KeyAttribute[] = [
  { name: 'PK', type: 'S' },
  { name: 'SK', type: 'N' },
]

function itemsOf(text: string) {
  return parsePastedItems(text, keys)?.items.map(({ item, problem }) => problem ?? { ...item })
}

const ada = { PK: { S: 'A' }, SK: { N: '1' }, name: { S: 'Ada' } }

describe('DynamoDB JSON', () => {
  test.each([
    ['one item', JSON.stringify(ada)],
    ['a list of items', JSON.stringify([ada])],
    ['what a Query answers', JSON.stringify({ Items: [ada], Count: 1, ScannedCount: 1 })],
    ['what GetItem answers', JSON.stringify({ Item: ada })],
    ['a file for batch-write-item', JSON.stringify({ Orders: [{ PutRequest: { Item: ada } }] })],
    ['an export to S3', `${JSON.stringify({ Item: ada })}\n`],
  ])('%s', (_, text) => {
    expect(parsePastedItems(text, keys)?.format).toBe('DynamoDB JSON')
    expect(itemsOf(text)).toEqual([ada])
  })

  test('says what DynamoDB would say against an item', () => {
    expect(itemsOf('{"PK":{"S":"A"},"SK":{"N":"x"}}')).toEqual([
      'The parameter cannot be converted to a numeric value: x',
    ])
    expect(itemsOf('{"PK":{"S":"A"},"SK":{"N":5}}')).toEqual(['NUMBER_VALUE cannot be converted to String'])
    expect(itemsOf('{"PK":{"S":"A"}}')).toEqual(['One of the required keys was not given a value: SK'])
  })
})

describe('JSON', () => {
  test('items of a list, with numbers to their last digit', () => {
    const text = '[{"PK":"A","SK":1,"big":12.50},{"PK":"B","SK":"2","tags":["x"],"gone":null}]'
    expect(parsePastedItems(text, keys)?.format).toBe('JSON')
    expect(itemsOf(text)).toEqual([
      { PK: { S: 'A' }, SK: { N: '1' }, big: { N: '12.5' } },
      { PK: { S: 'B' }, SK: { N: '2' }, tags: { L: [{ S: 'x' }] }, gone: { NULL: true } },
    ])
  })

  test('one item a line', () => {
    expect(itemsOf('{"PK":"A","SK":1}\n{"PK":"B","SK":2}')).toHaveLength(2)
  })
})

describe('cells of a spreadsheet', () => {
  test('take the types of the keys, and otherwise what they look like', () => {
    const text = 'PK\tSK\tname\tage\tactive\tzip\tempty\r\nA\t1\tAda\t36\tTRUE\t0150\t\r\n'
    expect(parsePastedItems(text, keys)?.format).toBe('Spreadsheet')
    expect(itemsOf(text)).toEqual([{ ...ada, age: { N: '36' }, active: { BOOL: true }, zip: { S: '0150' } }])
  })

  test('a line without its key is told, the others are not', () => {
    expect(itemsOf('PK\tSK\nA\t1\n\t2')).toEqual([
      { PK: { S: 'A' }, SK: { N: '1' } },
      'One of the required keys was not given a value: PK',
    ])
  })
})

test('other text holds no items', () => {
  for (const text of ['', 'hello', '{"broken', '[1, 2]', 'a\tb'])
    expect(parsePastedItems(text, keys)).toBeUndefined()
})
