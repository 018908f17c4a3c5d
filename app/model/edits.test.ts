import { describe, expect, it } from 'vitest'
import type { CreateTableInput } from '../../engine/api.ts'
import { checkDesign, checkTableDefinition } from './checkDesign.ts'
import { createDesign, type Design, type Entity, findTable } from './design.ts'
import {
  addEntity,
  addIndex,
  addTable,
  removeIndex,
  removeTable,
  renameDesign,
  replaceEntity,
  setInferredEntities,
} from './edits.ts'

const shop: CreateTableInput = {
  TableName: 'shop',
  AttributeDefinitions: [
    { AttributeName: 'SK', AttributeType: 'S' },
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'unused', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
}
const byPrice = {
  IndexName: 'by-price',
  KeySchema: [
    { AttributeName: 'SK', KeyType: 'HASH' as const },
    { AttributeName: 'price', KeyType: 'RANGE' as const },
  ],
  Projection: { ProjectionType: 'ALL' as const },
}
const price = { AttributeName: 'price', AttributeType: 'N' as const }

function entity(name: string, inferred = false): Entity {
  return { name, color: 0, inferred, attributes: [], match: {}, members: [], extra: {} }
}

function start(): Design {
  return addTable(createDesign('Shop', new Date(0)), shop)
}

/** Freezes all the way down, so that an edit that changes its design throws. */
function frozen<Value>(value: Value): Value {
  for (const member of Object.values(value as object))
    if (typeof member === 'object' && member) frozen(member)
  return Object.freeze(value)
}

describe('edits', () => {
  it('keep the attribute definitions to those that keys use', () => {
    const added = addIndex(frozen(start()), 'shop', { global: byPrice }, [
      price,
      { AttributeName: 'SK', AttributeType: 'N' },
    ])
    expect(findTable(added, 'shop')?.definition).toMatchObject({
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
        price,
      ],
      GlobalSecondaryIndexes: [byPrice],
    })
    expect(checkDesign(added)).toEqual([])
    expect(removeIndex(frozen(added), 'shop', 'by-price')).toEqual(start())
  })

  it('change only what they name, and give the same design where that is not there', () => {
    const design = frozen(addTable(start(), { ...shop, TableName: 'other' }))
    expect(removeTable(design, 'none')).toBe(design)
    expect(addEntity(design, 'none', entity('User'))).toBe(design)
    expect(removeTable(design, 'other').tables[0]).toBe(design.tables[0])
    expect(addEntity(design, 'other', entity('User')).tables[0]).toBe(design.tables[0])
    expect(renameDesign(design, 'New').tables).toBe(design.tables)
  })

  it('make found entities a person’s own once one of them is edited', () => {
    const found = setInferredEntities(start(), 'shop', [entity('User', true), entity('Order', true)])
    const edited = replaceEntity(frozen(found), 'shop', 'User', { ...entity('Customer'), color: 4 })
    expect(findTable(edited, 'shop')?.entities).toEqual([
      { ...entity('Customer'), color: 4 },
      entity('Order'),
    ])
    expect(setInferredEntities(edited, 'shop', [])).toEqual(edited)
  })
})

describe('checkTableDefinition', () => {
  const problemsOf = (change: Partial<CreateTableInput>) =>
    checkTableDefinition({
      ...shop,
      AttributeDefinitions: shop.AttributeDefinitions.slice(0, 2),
      ...change,
    }).map(({ code, path }) => `${code} ${path}`)

  it('finds nothing wrong with a sound table', () => {
    expect(problemsOf({})).toEqual([])
  })

  it('finds each mistake at its place', () => {
    const local = {
      IndexName: 'by-date',
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'ALL' as const },
    }
    expect(problemsOf({ TableName: 'a b' })).toEqual(['table-name TableName'])
    expect(problemsOf({ KeySchema: [{ AttributeName: 'PK', KeyType: 'RANGE' }] })).toContain(
      'key-schema KeySchema',
    )
    expect(problemsOf({ AttributeDefinitions: [] })).toEqual([
      'key-definition KeySchema[0].AttributeName',
      'key-definition KeySchema[1].AttributeName',
    ])
    expect(problemsOf({ AttributeDefinitions: shop.AttributeDefinitions })).toEqual([
      'unused-definition AttributeDefinitions[2]',
    ])
    expect(problemsOf({ LocalSecondaryIndexes: [local] })).toEqual([
      'local-index-key LocalSecondaryIndexes[0].KeySchema',
    ])
    expect(problemsOf({ GlobalSecondaryIndexes: [{ ...local, IndexName: '' }, local, local] })).toEqual([
      'index-name GlobalSecondaryIndexes[0].IndexName',
      'index-name-taken GlobalSecondaryIndexes[2].IndexName',
    ])
    expect(
      problemsOf({ GlobalSecondaryIndexes: [{ ...local, Projection: { ProjectionType: 'INCLUDE' } }] }),
    ).toEqual(['projection GlobalSecondaryIndexes[0].Projection'])
    expect(problemsOf({ BillingMode: 'PROVISIONED' })).toEqual(['capacity ProvisionedThroughput'])
    expect(problemsOf({ ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } })).toEqual([
      'capacity ProvisionedThroughput',
    ])
  })

  it('names the table in a design, and finds names that two tables share', () => {
    const design = addTable(start(), shop)
    expect(checkDesign(design)).toEqual([
      {
        code: 'table-name-taken',
        path: 'tables[1].definition.TableName',
        message: 'There is another table named shop.',
      },
    ])
  })
})
