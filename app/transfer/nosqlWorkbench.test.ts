import { describe, expect, it } from 'vitest'
import type { Item } from '../../engine/value/attributeValue.ts'
import { checkDesign } from '../model/checkDesign.ts'
import { classifyItem } from '../model/classifyItem.ts'
import { ImportError } from './importError.ts'
import { readDesignFile } from './importFile.ts'
import { type ImportedDesign, readNosqlWorkbench, writeNosqlWorkbench } from './nosqlWorkbench.ts'

const keyAttributes = {
  PartitionKey: { AttributeName: 'PK', AttributeType: 'S' },
  SortKey: { AttributeName: 'SK', AttributeType: 'S' },
}

function model(...tables: unknown[]): object {
  return { ModelName: 'Model', ModelMetadata: { Version: '3.0' }, DataModel: tables }
}

function table(members: object = {}): object {
  return { TableName: 'Shop', KeyAttributes: keyAttributes, ...members }
}

function item(pk: string, sk: string, attributes: object = {}): object {
  return { PK: { S: pk }, SK: { S: sk }, ...attributes }
}

/** Reads, and checks what holds for every import. */
function read(json: unknown): ImportedDesign {
  const imported = readNosqlWorkbench(json)
  const written: unknown = JSON.parse(JSON.stringify(writeNosqlWorkbench(imported.design, imported.items)))
  const again = readNosqlWorkbench(written)
  expect(again.design).toEqual(imported.design)
  expect(again.items).toEqual(imported.items)
  expect(checkDesign(imported.design)).toEqual([])
  return imported
}

function readShop(members: object) {
  const { design, items, report } = read(model(table(members)))
  const { definition, ...others } = design.tables[0]!
  const told = report.entries.map(
    ({ path, kind, message }) => `${kind} ${path.replace('$.DataModel[0]', '@')}: ${message}`,
  )
  return {
    table: design.tables[0]!,
    definition,
    ...others,
    items: items.get(definition.TableName)!,
    told,
    design,
  }
}

function errorOf(run: () => unknown): ImportError {
  try {
    run()
  } catch (error) {
    if (error instanceof ImportError) return error
    throw error
  }
  throw new Error('no error')
}

describe('tables', () => {
  it('become CreateTable inputs', () => {
    const { definition, told } = readShop({
      GlobalSecondaryIndexes: [
        {
          IndexName: 'GSI1',
          KeyAttributes: {
            PartitionKey: { AttributeName: 'SK', AttributeType: 'S' },
            SortKey: { AttributeName: 'price', AttributeType: 'N' },
          },
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['name'] },
        },
      ],
      BillingMode: 'PROVISIONED',
      ProvisionedCapacitySettings: { ProvisionedThroughput: { ReadCapacityUnits: 3, WriteCapacityUnits: 2 } },
    })
    const throughput = { ReadCapacityUnits: 3, WriteCapacityUnits: 2 }
    expect(told).toEqual([])
    expect(definition).toEqual({
      TableName: 'Shop',
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
        { AttributeName: 'price', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'GSI1',
          KeySchema: [
            { AttributeName: 'SK', KeyType: 'HASH' },
            { AttributeName: 'price', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['name'] },
          ProvisionedThroughput: throughput,
        },
      ],
      BillingMode: 'PROVISIONED',
      ProvisionedThroughput: throughput,
    })
  })

  it('keep auto scaling, and capacity that a table on demand does not use', () => {
    const scaling = { ScalableTargetRequest: { MinCapacity: 1 } }
    const settings = {
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
      AutoScalingRead: scaling,
    }
    const provisioned = readShop({ BillingMode: 'PROVISIONED', ProvisionedCapacitySettings: settings })
    expect(provisioned.extra).toEqual({ ProvisionedCapacitySettings: { AutoScalingRead: scaling } })
    const onDemand = readShop({ BillingMode: 'PAY_PER_REQUEST', ProvisionedCapacitySettings: settings })
    expect(onDemand.definition.ProvisionedThroughput).toBeUndefined()
    expect(onDemand.extra).toEqual({ ProvisionedCapacitySettings: settings })
    expect([...provisioned.told, ...onDemand.told]).toEqual([])
  })

  it('with names that DynamoDB refuses, or twice the same, are renamed', () => {
    const { design, report } = read(
      model(table({ TableName: 'My shop!' }), table(), table(), table({ TableName: 'ab' })),
    )
    expect(design.tables.map((each) => each.definition.TableName)).toEqual([
      'My_shop_',
      'Shop',
      'Shop-2',
      'ab-Table',
    ])
    expect(report.entries.map((entry) => entry.message)).toEqual([
      '"My shop!" is no name for a table in DynamoDB: the table was named My_shop_.',
      '"Shop" is taken in this file: the table was named Shop-2.',
      '"ab" is no name for a table in DynamoDB: the table was named ab-Table.',
    ])
  })

  it('without a partition key are kept aside', () => {
    const broken = { TableName: 'Broken', KeyAttributes: { SortKey: { AttributeName: 'SK' } } }
    const { design, report } = read(model(broken, table(), 7))
    expect(design.tables).toHaveLength(1)
    expect(design.extra).toEqual({ DataModel: [broken, 7] })
    expect(report.entries).toEqual([
      {
        path: '$.DataModel[0]',
        kind: 'kept',
        message:
          'This table has no partition key (KeyAttributes.PartitionKey): it was not opened, but is exported again.',
      },
      {
        path: '$.DataModel[2]',
        kind: 'kept',
        message: '7 is no table: it was not opened, but is exported again.',
      },
    ])
  })

  it('take the types of keys from wherever they are told', () => {
    const key = (AttributeName: string, AttributeType?: unknown) => ({
      AttributeName,
      ...(AttributeType !== undefined && { AttributeType }),
    })
    const { definition, told } = readShop({
      KeyAttributes: { PartitionKey: key('PK', 'String'), SortKey: key('SK') },
      TableData: [{ PK: { S: 'a' }, SK: { N: '1' } }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-rank',
          KeyAttributes: { PartitionKey: key('SK', 'S'), SortKey: key('rank', 'BOOL') },
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      NonKeyAttributes: [{ AttributeName: 'rank', AttributeType: 'N' }],
    })
    expect(definition.AttributeDefinitions.map((each) => each.AttributeType)).toEqual(['S', 'N', 'N'])
    expect(told).toEqual([
      'repaired @.KeyAttributes.PartitionKey.AttributeType: The type "String" was read as S.',
      'repaired @.KeyAttributes.SortKey.AttributeType: A key attribute is S, N or B; SK has no type: N was taken.',
      'repaired @.GlobalSecondaryIndexes[0].KeyAttributes.PartitionKey.AttributeType: SK is a key attribute of type N already: "S" was not used.',
      'repaired @.GlobalSecondaryIndexes[0].KeyAttributes.SortKey.AttributeType: A key attribute is S, N or B; rank has the type "BOOL": N was taken.',
    ])
  })

  it('keep unknown members at every level, and write them back', () => {
    const source = {
      ModelName: 'Model',
      ModelMetadata: { Version: '2.0', Author: 'A', Tool: { name: 't' } },
      DataModel: [
        table({
          KeyAttributes: {
            ...keyAttributes,
            PartitionKey: { AttributeName: 'PK', AttributeType: 'S', Note: 1 },
            More: [],
          },
          NonKeyAttributes: [{ AttributeName: 'name', AttributeType: 'S', SampleDataFormat: { id: 'x' } }],
          TableFacets: [
            {
              FacetName: 'F',
              KeyAttributeAlias: { PartitionKeyAlias: 'Id', Other: 2 },
              TableData: [],
              NonKeyAttributes: [],
              Query: 'q',
            },
          ],
          GlobalSecondaryIndexes: [
            {
              IndexName: 'GSI1',
              KeyAttributes: { PartitionKey: { AttributeName: 'SK', AttributeType: 'S', Hint: true } },
              Projection: { ProjectionType: 'ALL', Why: 'because' },
              Purpose: 'lookup',
            },
          ],
          ModelSchema: { models: {} },
          ['__proto__']: { polluted: true },
        }),
      ],
      SavedQuery: [1, 2],
    }
    const { design, items, report } = read(JSON.parse(JSON.stringify(source)))
    const written = writeNosqlWorkbench(design, items)
    expect(written).toMatchObject(JSON.parse(JSON.stringify(source)))
    expect(JSON.stringify(written)).toContain('"__proto__":{"polluted":true}')
    expect(report.entries.map((entry) => entry.path)).toEqual([
      '$.ModelMetadata.Tool',
      '$.DataModel[0].NonKeyAttributes[0].SampleDataFormat',
      '$.DataModel[0].KeyAttributes.PartitionKey.Note',
      '$.DataModel[0].KeyAttributes.More',
      '$.DataModel[0].GlobalSecondaryIndexes[0].KeyAttributes.PartitionKey.Hint',
      '$.DataModel[0].GlobalSecondaryIndexes[0].Projection.Why',
      '$.DataModel[0].GlobalSecondaryIndexes[0].Purpose',
      '$.DataModel[0].TableFacets[0].KeyAttributeAlias.Other',
      '$.DataModel[0].TableFacets[0].Query',
      '$.DataModel[0].ModelSchema',
      '$.DataModel[0].__proto__',
      '$.SavedQuery',
    ])
    expect(report.entries.every((entry) => entry.kind === 'kept')).toBe(true)
  })

  it('keep values of the wrong kind that nothing else takes the place of', () => {
    const { told, table: kept } = readShop({
      NonKeyAttributes: 'name',
      TableFacets: 5,
      GlobalSecondaryIndexes: { a: 1 },
      TableData: 'x',
    })
    expect(kept.extra).toEqual({
      NonKeyAttributes: 'name',
      TableFacets: 5,
      GlobalSecondaryIndexes: { a: 1 },
      TableData: 'x',
    })
    expect(told).toContain(
      'kept @.TableFacets: Expected a list, found a number (5): not used, but exported again.',
    )
  })

  it('of every version keep it; a version not known is said', () => {
    for (const version of ['1.0', '2.0', '3.0', '4.0', undefined]) {
      const json = { ModelName: 'M', ModelMetadata: { Version: version }, DataModel: [table()] }
      const { design, items, report } = read(JSON.parse(JSON.stringify(json)))
      expect(writeNosqlWorkbench(design, items)).toMatchObject({
        ModelMetadata: { Version: version ?? '3.0' },
      })
      expect(report.entries).toHaveLength(version === '4.0' ? 1 : 0)
    }
  })
})

describe('indexes', () => {
  const index = (
    name: string,
    partitionKey: string,
    sortKey?: string,
    projection: unknown = { ProjectionType: 'ALL' },
  ) => ({
    IndexName: name,
    KeyAttributes: {
      PartitionKey: { AttributeName: partitionKey, AttributeType: 'S' },
      ...(sortKey && { SortKey: { AttributeName: sortKey, AttributeType: 'S' } }),
    },
    Projection: projection,
  })

  it('are local where they can be, else global', () => {
    const { definition, told } = readShop({
      LocalSecondaryIndexes: [index('by-date', 'PK', 'date'), index('by-name', 'name', 'date')],
    })
    expect(definition.LocalSecondaryIndexes?.map((each) => each.IndexName)).toEqual(['by-date'])
    expect(definition.GlobalSecondaryIndexes?.map((each) => each.IndexName)).toEqual(['by-name'])
    expect(told).toEqual([
      'repaired @.LocalSecondaryIndexes[1]: A local index has the partition key of its table and one sort key: by-name was read as a global index.',
    ])
  })

  it('get projections that DynamoDB takes', () => {
    const names = Array.from({ length: 21 }, (_, position) => `a${position}`)
    const { definition, told } = readShop({
      GlobalSecondaryIndexes: [
        index('none', 'a', undefined, null),
        index('text', 'a', undefined, 'KEYS_ONLY'),
        index('odd', 'a', undefined, { ProjectionType: 'SOME' }),
        index('empty', 'a', undefined, { ProjectionType: 'INCLUDE', NonKeyAttributes: [] }),
        index('listed', 'a', undefined, { ProjectionType: 'ALL', NonKeyAttributes: ['x'] }),
        index('many', 'a', undefined, { ProjectionType: 'INCLUDE', NonKeyAttributes: names }),
        index('twice', 'a', undefined, { ProjectionType: 'INCLUDE', NonKeyAttributes: ['x', 'x', 5] }),
      ],
    })
    expect(definition.GlobalSecondaryIndexes?.map((each) => each.Projection)).toEqual([
      { ProjectionType: 'ALL' },
      { ProjectionType: 'KEYS_ONLY' },
      { ProjectionType: 'ALL' },
      { ProjectionType: 'KEYS_ONLY' },
      { ProjectionType: 'ALL' },
      { ProjectionType: 'ALL' },
      { ProjectionType: 'INCLUDE', NonKeyAttributes: ['x'] },
    ])
    expect(told.map((line) => line.split(':')[0])).toEqual([
      'repaired @.GlobalSecondaryIndexes[0].Projection',
      'repaired @.GlobalSecondaryIndexes[2].Projection.ProjectionType',
      'repaired @.GlobalSecondaryIndexes[3].Projection',
      'left @.GlobalSecondaryIndexes[4].Projection.NonKeyAttributes',
      'repaired @.GlobalSecondaryIndexes[5].Projection',
      'left @.GlobalSecondaryIndexes[6].Projection.NonKeyAttributes[1]',
      'left @.GlobalSecondaryIndexes[6].Projection.NonKeyAttributes[2]',
    ])
  })

  it('of the same name are renamed; without a key, or too many, they are kept aside', () => {
    const many = Array.from({ length: 19 }, (_, position) => index(`index-${position}`, 'a'))
    const { definition, told, extra } = readShop({
      GlobalSecondaryIndexes: [index('same', 'a'), { IndexName: 'keyless' }, index('same', 'b'), ...many],
    })
    expect(definition.GlobalSecondaryIndexes).toHaveLength(20)
    expect(definition.GlobalSecondaryIndexes?.[1]?.IndexName).toBe('same-2')
    expect(extra).toEqual({ GlobalSecondaryIndexes: [{ IndexName: 'keyless' }, many[18]] })
    expect(told[0]).toBe(
      'kept @.GlobalSecondaryIndexes[1]: Not usable as an index, because it has no partition key: kept as it stands, and exported again.',
    )
  })

  it('with several attributes on a side are written in our extension', () => {
    const { design } = read(model(table()))
    const definition = design.tables[0]!.definition
    const KeySchema = [
      { AttributeName: 'country', KeyType: 'HASH' as const },
      { AttributeName: 'city', KeyType: 'HASH' as const },
      { AttributeName: 'stars', KeyType: 'RANGE' as const },
    ]
    const changed = {
      ...design,
      tables: [
        {
          ...design.tables[0]!,
          definition: {
            ...definition,
            AttributeDefinitions: [
              ...definition.AttributeDefinitions,
              { AttributeName: 'country', AttributeType: 'S' as const },
              { AttributeName: 'city', AttributeType: 'S' as const },
              { AttributeName: 'stars', AttributeType: 'N' as const },
            ],
            GlobalSecondaryIndexes: [
              { IndexName: 'by-place', KeySchema, Projection: { ProjectionType: 'ALL' as const } },
            ],
            StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const },
          },
        },
      ],
    }
    const written = writeNosqlWorkbench(changed, new Map())
    expect(written).toMatchObject({
      DataModel: [
        {
          GlobalSecondaryIndexes: [
            {
              KeyAttributes: {
                PartitionKey: { AttributeName: 'country' },
                SortKey: { AttributeName: 'stars', AttributeType: 'N' },
              },
              Sortkey: { KeySchema },
            },
          ],
        },
      ],
    })
    expect(read(JSON.parse(JSON.stringify(written))).design).toEqual(changed)
  })
})

describe('items', () => {
  it('that DynamoDB would refuse are set apart, each with its reason', () => {
    const { items, unplaced, told } = readShop({
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-owner',
          KeyAttributes: { PartitionKey: { AttributeName: 'owner', AttributeType: 'S' } },
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      TableData: [
        item('a', '1'),
        { PK: { S: 'a' } },
        item('', '2'),
        item('a', '1', { name: { S: 'other' } }),
        { PK: { BOOL: true }, SK: { S: '3' } },
        item('a', '4', { owner: { M: {} } }),
        item('a', 'x'.repeat(1025)),
        item('a', '5', { text: { S: 'x'.repeat(409_600) } }),
        'text',
        item('a', '6', { '': { S: 'x' } }),
      ],
    })
    expect(items).toHaveLength(1)
    expect(unplaced.map((each) => each.reason)).toEqual([
      'it lacks the sort key SK',
      'the partition key PK is empty',
      'an earlier item has the same key, with another name',
      'the partition key PK has type BOOL (true) instead of S',
      'the partition key owner of the index by-owner has type M ({}) instead of S',
      "the sort key SK takes up 1025 bytes, and DynamoDB's limit is 1024",
      "it takes up 409,610 bytes, and DynamoDB's limit is 400 KB (409,600 bytes)",
      'it is text ("text"), not an item',
      'an attribute ({"S":"x"}) has no name',
    ])
    expect(unplaced[0]).toEqual({
      path: 'Shop.TableData',
      value: { PK: { S: 'a' } },
      reason: 'it lacks the sort key SK',
    })
    expect(told[0]).toBe(
      'kept @.TableData[1]: Set apart, because it lacks the sort key SK. It is exported again.',
    )
  })

  it('have their keys fitted where nothing is lost', () => {
    const { items, told } = readShop({
      KeyAttributes: { ...keyAttributes, SortKey: { AttributeName: 'SK', AttributeType: 'N' } },
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-owner',
          KeyAttributes: { PartitionKey: { AttributeName: 'owner', AttributeType: 'S' } },
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      TableData: [
        { PK: { N: '7' }, SK: { S: '08' }, owner: { S: '' } },
        { PK: { S: '7' }, SK: { N: 9 }, owner: { NULL: true } },
      ],
    })
    expect(items).toEqual([
      { PK: { S: '7' }, SK: { N: '8' } },
      { PK: { S: '7' }, SK: { N: '9' } },
    ])
    expect(told.map((line) => line.split(':')[0])).toEqual([
      'repaired @.TableData[0].PK',
      'repaired @.TableData[0].SK',
      'repaired @.TableData[0].owner',
      'repaired @.TableData[1].SK.N',
      'repaired @.TableData[1].owner',
    ])
  })

  it('in two facets under one key are one item where they agree', () => {
    const facet = (name: string, ...data: object[]) => ({ FacetName: name, TableData: data })
    const { items, unplaced, entities } = readShop({
      TableFacets: [
        facet('Profile', item('USER#1', 'PROFILE', { name: { S: 'Ada' } })),
        facet(
          'Contact',
          item('USER#1', 'PROFILE', { mail: { S: 'ada@example.com' } }),
          item('USER#1', 'PROFILE', { name: { S: 'Eve' } }),
        ),
      ],
    })
    expect(items).toEqual([item('USER#1', 'PROFILE', { name: { S: 'Ada' }, mail: { S: 'ada@example.com' } })])
    expect(unplaced).toMatchObject([{ path: 'Shop.TableFacets.Contact.TableData', facet: 'Contact' }])
    expect(entities.map((entity) => entity.name)).toEqual(['Profile', 'Contact'])
  })

  it('are recognised by type, by key prefix, and by key where neither tells', () => {
    const facet = (name: string, ...data: object[]) => ({ FacetName: name, TableData: data })
    const {
      table: design,
      entities,
      items,
    } = readShop({
      TableFacets: [
        facet(
          'Order',
          item('USER#1', 'ORDER#1', { type: { S: 'order' } }),
          item('USER#2', 'ORDER#9', { type: { S: 'order' } }),
        ),
        facet('User', item('USER#1', 'PROFILE'), item('USER#2', 'PROFILE')),
        facet('Odd', item('1', '1'), item('USER#2', 'PROFILE#2')),
      ],
      TableData: [item('USER#3', 'PROFILE'), item('x', 'y')],
    })
    expect(entities.map(({ match, members }) => ({ match, members }))).toEqual([
      { match: { typeAttribute: { name: 'type', value: { S: 'order' } } }, members: [] },
      { match: { partitionKeyPrefix: 'USER#', sortKeyPrefix: 'PROFILE' }, members: [] },
      { match: {}, members: ['["S","1","S","1"]', '["S","USER#2","S","PROFILE#2"]'] },
    ])
    const kinds = items.map((each: Item) => classifyItem(design, each)?.name)
    expect(kinds).toEqual(['Order', 'Order', 'User', 'User', 'User', 'Odd', 'Odd', undefined])
  })
})

describe('what is no model', () => {
  const cases: [string, string, string, string | undefined][] = [
    ['a list', '[1, 2]', 'This JSON is no data model: it holds a list.', '$'],
    [
      'another object',
      '{"a": 1, "b c": 2}',
      'This JSON is no data model: it is an object with the members a, ["b c"], without DataModel.',
      '$',
    ],
    [
      'a DataModel that is no list',
      '{"DataModel": {}}',
      'Expected DataModel to be a list of tables, found an object.',
      '$.DataModel',
    ],
    ['a DataModel of texts', '{"DataModel": ["x"]}', 'Expected a table, found text ("x").', '$.DataModel[0]'],
    [
      'tables without keys',
      '{"DataModel": [{"TableName": "T"}]}',
      'The table has no partition key: expected KeyAttributes.PartitionKey with AttributeName and AttributeType.',
      '$.DataModel[0].KeyAttributes',
    ],
    [
      'another service’s model',
      '{"ModelMetadata": {"AWSService": "Amazon Keyspaces"}, "DataModel": {"Keyspaces": []}}',
      'This is a data model for Amazon Keyspaces.',
      '$.ModelMetadata.AWSService',
    ],
  ]

  it.each(cases)('says so of %s', (_, text, message, path) => {
    const error = errorOf(() => readDesignFile('file.json', text))
    expect(error.message).toBe(message)
    expect(error.path).toBe(path)
    expect(error.hint).not.toBe('')
  })

  it('refuses a file that is too large before reading it', () => {
    const error = errorOf(() => readDesignFile('huge.json', ' '.repeat(65 * 1024 * 1024)))
    expect(error.message).toBe('huge.json has 65 MB; files of up to 64 MB can be opened.')
  })
})

it('names a model without a name after its file, and says so', () => {
  const { design, report } = readDesignFile('shop.model.json', JSON.stringify({ DataModel: [table()] }))
  expect(design.name).toBe('shop.model')
  expect(report.entries[0]).toMatchObject({ path: '$.ModelName', kind: 'repaired' })
})

it('says of a huge number of repairs how many more there are', () => {
  const TableData = Array.from({ length: 6000 }, (_, position) =>
    item('a', String(position), { n: { N: position } }),
  )
  const { report } = readNosqlWorkbench(model(table({ TableData })))
  expect(report.entries).toHaveLength(5001)
  expect(report.entries.at(-1)?.message).toBe('And 1,000 more places like these.')
})
