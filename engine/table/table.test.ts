import { describe, expect, it } from 'vitest'
import type { Item } from '../value/attributeValue.ts'
import { readCollections } from './itemCollections.ts'
import { END_OF_KEYS } from './sortedItems.ts'
import { Table } from './table.ts'
import type { GlobalSecondaryIndexDefinition, TableDefinition } from './tableDefinition.ts'

const throughput = { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 }

function gsi(overrides: Partial<GlobalSecondaryIndexDefinition>): GlobalSecondaryIndexDefinition {
  return {
    IndexName: 'byOwner',
    KeySchema: [
      { AttributeName: 'owner', KeyType: 'HASH' },
      { AttributeName: 'age', KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'KEYS_ONLY' },
    IndexStatus: 'ACTIVE',
    IndexArn: 'arn',
    ProvisionedThroughput: throughput,
    ...overrides,
  }
}

function pets(...indexes: GlobalSecondaryIndexDefinition[]): TableDefinition {
  return {
    TableName: 'Pets',
    TableStatus: 'ACTIVE',
    TableArn: 'arn',
    TableId: 'id',
    CreationDateTime: 0,
    ProvisionedThroughput: throughput,
    AttributeDefinitions: [
      { AttributeName: 'kind', AttributeType: 'S' },
      { AttributeName: 'name', AttributeType: 'S' },
      { AttributeName: 'owner', AttributeType: 'S' },
      { AttributeName: 'age', AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: 'kind', KeyType: 'HASH' },
      { AttributeName: 'name', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: indexes,
  }
}

function put(table: Table, item: Item): void {
  table.applyWrite(table.planWrite(table.getItem(item), item))
}

function entriesOf(table: Table, indexName: string): Item[] {
  const { entries } = table.indexes.get(indexName)!
  return [...entries.ascend({ from: '', to: END_OF_KEYS })].map((entry) => entry.item)
}

const rex: Item = {
  kind: { S: 'dog' },
  name: { S: 'Rex' },
  owner: { S: 'Ann' },
  age: { N: '12' },
  colour: { S: 'tan' },
}
const ada: Item = { kind: { S: 'cat' }, name: { S: 'Ada' }, owner: { S: 'Ann' }, age: { N: '3' } }
const stray: Item = { kind: { S: 'cat' }, name: { S: 'Tom' }, owner: { S: 'Ann' } }

describe('a secondary index', () => {
  it('holds the items that have all its keys, in the order of its sort key, reduced to its projection', () => {
    const table = new Table(pets(gsi({})))
    for (const item of [rex, ada, stray]) put(table, item)
    expect(entriesOf(table, 'byOwner')).toEqual([
      { kind: { S: 'cat' }, name: { S: 'Ada' }, owner: { S: 'Ann' }, age: { N: '3' } },
      { kind: { S: 'dog' }, name: { S: 'Rex' }, owner: { S: 'Ann' }, age: { N: '12' } },
    ])
  })

  it('is not touched by a write that changes nothing it keeps', () => {
    const table = new Table(pets(gsi({})))
    put(table, rex)
    expect(table.planWrite(rex, { ...rex, colour: { S: 'brown' } }).indexes).toEqual([])
  })

  it('moves an entry whose key changes and drops one whose key goes', () => {
    const table = new Table(pets(gsi({})))
    put(table, rex)
    put(table, { ...rex, age: { N: '13' } })
    expect(entriesOf(table, 'byOwner')).toMatchObject([{ age: { N: '13' } }])
    const { age: _, ...ageless } = rex
    put(table, ageless)
    expect(entriesOf(table, 'byOwner')).toEqual([])
  })

  it('is filled from the table when its definition turns active, and not before', () => {
    const table = new Table(pets())
    for (const item of [rex, stray]) put(table, item)
    table.applyDefinition(table.planDefinition(pets(gsi({ IndexStatus: 'CREATING' }))))
    put(table, ada)
    expect(entriesOf(table, 'byOwner')).toEqual([])
    table.applyDefinition(table.planDefinition(pets(gsi({}))))
    expect(entriesOf(table, 'byOwner')).toMatchObject([{ name: { S: 'Ada' } }, { name: { S: 'Rex' } }])
  })

  it('leaves out an older item whose index key has another type', () => {
    const table = new Table(pets())
    put(table, { ...rex, age: { S: 'old' } })
    table.applyDefinition(table.planDefinition(pets(gsi({}))))
    expect(entriesOf(table, 'byOwner')).toEqual([])
  })
})

describe('readCollections', () => {
  it('gives each collection that the window touches with its whole extent', () => {
    const table = new Table(pets())
    for (const item of [rex, ada, stray]) put(table, item)
    const all = readCollections(table, { TableName: 'Pets', position: 0, count: 10 })
    const cats = all.collections.find(({ key }) => (key.kind as { S: string }).S === 'cat')!
    expect(cats.count).toBe(2)
    expect(all.entries.slice(cats.position, cats.position + 2).map(({ item }) => item)).toEqual([ada, stray])
    const window = readCollections(table, { TableName: 'Pets', position: cats.position + 1, count: 1 })
    expect(window.entries.map(({ item }) => item)).toEqual([stray])
    expect(window.collections).toEqual([cats])
  })

  it('names the attributes that the projection drops and counts the items left out', () => {
    const table = new Table(pets(gsi({})))
    for (const item of [rex, ada, stray]) put(table, item)
    const read = readCollections(table, { TableName: 'Pets', IndexName: 'byOwner', position: 0, count: 10 })
    expect(read).toMatchObject({ itemCount: 2, tableItemCount: 3 })
    expect(read.entries.map(({ dropped }) => dropped.map(({ name }) => name))).toEqual([[], ['colour']])
  })
})
