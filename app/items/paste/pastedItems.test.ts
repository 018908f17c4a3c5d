import { describe, expect, test } from 'vitest'
import type { KeyAttribute } from '../tableShape.ts'
import { parsePastedItems } from './pastedItems.ts'

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

test('a quoted cell may hold line breaks, and the line goes on after it', () => {
  expect(itemsOf('PK\tSK\tnote\tage\nA\t1\t"one\n""two"""\t36\nB\t2')).toEqual([
    { PK: { S: 'A' }, SK: { N: '1' }, note: { S: 'one\n"two"' }, age: { N: '36' } },
    { PK: { S: 'B' }, SK: { N: '2' } },
  ])
})

describe('CSV', () => {
  test('is read where the first line names the keys', () => {
    const text = 'SK,name,PK\r\n1,"Lovelace, Ada",A\r\n'
    expect(parsePastedItems(text, keys)?.format).toBe('CSV')
    expect(itemsOf(text)).toEqual([{ PK: { S: 'A' }, SK: { N: '1' }, name: { S: 'Lovelace, Ada' } }])
  })

  test('is not seen in prose', () => {
    expect(parsePastedItems('Dear PK,\nhow are you, SK?', keys)).toBeUndefined()
  })
})

describe('a member that stands twice', () => {
  test('spoils its item, and not the others', () => {
    expect(itemsOf('[{"PK":"A","SK":1,"PK":"B"},{"PK":"C","SK":1}]')).toEqual([
      '$[0].PK stands twice: which of the two counts?',
      { PK: { S: 'C' }, SK: { N: '1' } },
    ])
    expect(itemsOf('{"PK":{"S":"A"},"SK":{"N":"1"},"m":{"M":{"x":{"S":"1"},"x":{"S":"2"}}}}')).toEqual([
      '$.m.M.x stands twice: which of the two counts?',
    ])
    expect(itemsOf('{"PK":"A","SK":1}\n{"PK":"B","SK":1,"SK":2}')).toEqual([
      { PK: { S: 'A' }, SK: { N: '1' } },
      '$.SK stands twice: which of the two counts?',
    ])
  })

  test('around the items spoils all of them', () => {
    expect(itemsOf('{"Items":[{"PK":"A","SK":1}],"Items":[{"PK":"B","SK":1}]}')).toEqual([
      '$.Items stands twice: which of the two counts?',
    ])
  })

  test('keeps a cell of a spreadsheet as the text that it is', () => {
    expect(itemsOf('PK\tSK\tdoc\nA\t1\t{"a":1,"a":2}')).toEqual([
      { PK: { S: 'A' }, SK: { N: '1' }, doc: { S: '{"a":1,"a":2}' } },
    ])
  })
})

test('other text holds no items', () => {
  for (const text of ['', 'hello', '{"broken', '[1, 2]', 'a\tb'])
    expect(parsePastedItems(text, keys)).toBeUndefined()
})
