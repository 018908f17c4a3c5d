// The exports, letter by letter. UPDATE_GOLDEN=1 writes the files anew; what changed is for a person to read.

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { CreateTableInput } from '../../engine/api.ts'
import { openEngine } from '../../engine/engine.ts'
import { createMemoryStore } from '../../engine/storage/memoryStore.ts'
import type { Item } from '../../engine/value/attributeValue.ts'
import { createDesign, createTableDesign, type Design } from '../model/design.ts'
import { addEntity, addTable, setAttributes } from '../model/edits.ts'
import { writeCreateTable } from './createTableJson.ts'
import { readDesignFile } from './importFile.ts'
import { writeNosqlWorkbench } from './nosqlWorkbench.ts'

const folder = fileURLToPath(new URL('./golden/', import.meta.url))

function expectGolden(name: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`
  if (process.env.UPDATE_GOLDEN) writeFileSync(folder + name, text)
  expect(text).toBe(readFileSync(folder + name, 'utf8'))
}

const hash = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' as const })
const range = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' as const })
const capacity = (ReadCapacityUnits: number, WriteCapacityUnits: number) => ({
  ReadCapacityUnits,
  WriteCapacityUnits,
})

const provisioned: CreateTableInput = {
  TableName: 'orders',
  AttributeDefinitions: [
    { AttributeName: 'customer', AttributeType: 'S' },
    { AttributeName: 'placedAt', AttributeType: 'N' },
    { AttributeName: 'total', AttributeType: 'N' },
    { AttributeName: 'status', AttributeType: 'S' },
  ],
  KeySchema: [hash('customer'), range('placedAt')],
  LocalSecondaryIndexes: [
    {
      IndexName: 'by-total',
      KeySchema: [hash('customer'), range('total')],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-status',
      KeySchema: [hash('status'), range('placedAt')],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['total', 'lines'] },
      ProvisionedThroughput: capacity(2, 1),
    },
  ],
  BillingMode: 'PROVISIONED',
  ProvisionedThroughput: capacity(10, 5),
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
}

const onDemand: CreateTableInput = {
  TableName: 'hotels',
  AttributeDefinitions: [
    { AttributeName: 'id', AttributeType: 'B' },
    { AttributeName: 'country', AttributeType: 'S' },
    { AttributeName: 'city', AttributeType: 'S' },
    { AttributeName: 'stars', AttributeType: 'N' },
    { AttributeName: 'price', AttributeType: 'N' },
  ],
  KeySchema: [hash('id')],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-place',
      KeySchema: [hash('country'), hash('city'), range('stars'), range('price')],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
}

function shopDesign(): Design {
  const empty = {
    ...createDesign('Shop', new Date('2026-03-01T12:00:00Z')),
    author: 'Ada',
    description: 'Orders and hotels',
  }
  const drawn = { color: 0, inferred: false, members: [], extra: {} }
  let design = addTable(addTable(empty, provisioned), onDemand)
  design = addEntity(design, 'orders', {
    ...drawn,
    name: 'Order',
    partitionKeyAlias: 'CustomerId',
    attributes: ['total', 'status', 'lines'],
    match: { partitionKeyPrefix: 'CUSTOMER#' },
  })
  design = addEntity(design, 'orders', {
    ...drawn,
    name: 'Draft',
    color: 5,
    attributes: ['lines'],
    match: { partitionKeyPrefix: 'DRAFT' },
  })
  return setAttributes(design, 'orders', [
    { name: 'total', type: 'N', extra: {} },
    { name: 'lines', type: 'L', extra: {} },
    { name: 'note', extra: {} },
  ])
}

const orders: Item[] = [
  {
    customer: { S: 'CUSTOMER#1' },
    placedAt: { N: '1772366400' },
    status: { S: 'paid' },
    total: { N: '12.5' },
    lines: { L: [{ M: { sku: { S: 'tea' }, count: { N: '2' } } }] },
  },
  { customer: { S: 'DRAFT-1' }, placedAt: { N: '1772366500' }, lines: { L: [] } },
  { customer: { S: 'nobody' }, placedAt: { N: '-1' } },
]
const hotels: Item[] = [
  { id: { B: 'AQI=' }, country: { S: 'PT' }, city: { S: 'Porto' }, stars: { N: '3' }, price: { N: '82' } },
]

const oldModel = {
  ModelName: 'Old',
  ModelMetadata: {
    Author: '',
    DateCreated: 'Jun 24, 2020, 04:20 PM',
    DateLastModified: 'Jun 24, 2020, 05:37 PM',
    Description: '',
    Version: '1.0',
  },
  DataModel: [
    {
      TableName: 'Old',
      KeyAttributes: {
        PartitionKey: { AttributeName: 'PK', AttributeType: 'S' },
        SortKey: { AttributeName: 'SK', AttributeType: 'S' },
      },
      NonKeyAttributes: [{ AttributeName: 'Detail', AttributeType: 'M' }],
      TableData: [
        { PK: { S: 'a' }, SK: { S: '1' }, Detail: { M: { M: { size: { N: 5 } } } } },
        { PK: { S: 'a' }, Detail: { S: 'no sort key' } },
      ],
      DataAccess: { MySql: {} },
      ModelSchema: { models: { a: {} } },
    },
  ],
  SavedQuery: [],
}

it('a provisioned table for the AWS CLI', () => {
  expectGolden('create-table-provisioned.json', writeCreateTable(createTableDesign(provisioned)))
})

it('a table on demand for the AWS CLI, with an index key of several attributes', () => {
  expectGolden('create-table-on-demand.json', writeCreateTable(createTableDesign(onDemand)))
})

it('a design as a NoSQL Workbench model', () => {
  const model = writeNosqlWorkbench(
    shopDesign(),
    new Map([
      ['orders', orders],
      ['hotels', hotels],
    ]),
  )
  expectGolden('workbench-3.0.json', model)
})

it('a model of version 1.0, repaired, with its unknown members and an unusable item', () => {
  const { design, items } = readDesignFile('old.json', JSON.stringify(oldModel))
  expectGolden('workbench-1.0.json', writeNosqlWorkbench(design, items))
})

it('goldens are what the engine and the reader take', async () => {
  const engine = await openEngine({ store: createMemoryStore() })
  for (const name of ['create-table-provisioned.json', 'create-table-on-demand.json']) {
    const text = readFileSync(folder + name, 'utf8')
    await engine.call('CreateTable', JSON.parse(text))
    const { design, format, report } = readDesignFile(name, text)
    expect([format, report.entries]).toEqual(['create-table', []])
    expect(writeCreateTable(design.tables[0]!)).toEqual(JSON.parse(text))
  }
  await engine.close()
  const read = readDesignFile('workbench-3.0.json', readFileSync(`${folder}workbench-3.0.json`, 'utf8'))
  expect(read.report).toEqual({ entries: [], tables: 2, items: 4 })
  expect(read.design).toEqual(shopDesign())
})
