import { describe, expect, it } from 'vitest'
import { Catalog } from '../table/catalog.ts'
import { Table } from '../table/table.ts'
import type { TableDefinition } from '../table/tableDefinition.ts'
import { type OperationContext, planOperation } from './operations.ts'
import { settleTable } from './settleTable.ts'

// Here tables stay CREATING, UPDATING or DELETING until they are settled by hand.

const things = {
  TableName: 'Things',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
}
const createIndex = {
  TableName: 'Things',
  AttributeDefinitions: [{ AttributeName: 'colour', AttributeType: 'S' }],
  GlobalSecondaryIndexUpdates: [
    {
      Create: {
        IndexName: 'byColour',
        KeySchema: [{ AttributeName: 'colour', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    },
  ],
}

function open() {
  const catalog = new Catalog()
  const context: OperationContext = {
    catalog,
    nowMs: 1_700_000_000_000,
    region: 'us-east-1',
    accountId: '000000000000',
    immediate: false,
    messages: '2026',
    newId: () => 'id',
  }
  function define(name: string, definition: TableDefinition | undefined): void {
    const table = catalog.findTable(name)
    if (!definition) catalog.remove(name)
    else if (table) table.applyDefinition(table.planDefinition(definition))
    else catalog.add(new Table(definition))
  }
  function call(name: string, input: object): unknown {
    const { output, changes } = planOperation(context, name, input)
    for (const change of changes) {
      if (change.kind === 'item') change.change.table.applyWrite(change.change)
      else define(change.name, change.definition)
    }
    return output
  }
  function settle(): void {
    define('Things', settleTable(catalog.findTable('Things')!.definition))
  }
  return { call, settle, catalog }
}

function openActive() {
  const opened = open()
  opened.call('CreateTable', things)
  opened.settle()
  return opened
}

describe('settleTable', () => {
  it('leaves a stable definition as it is', () => {
    const { catalog } = openActive()
    const { definition } = catalog.findTable('Things')!
    expect(definition.TableStatus).toBe('ACTIVE')
    expect(settleTable(definition)).toBe(definition)
  })

  it('makes a new table and its indexes ACTIVE', () => {
    const { call, settle, catalog } = open()
    call('CreateTable', {
      ...things,
      AttributeDefinitions: [...things.AttributeDefinitions, ...createIndex.AttributeDefinitions],
      GlobalSecondaryIndexes: [createIndex.GlobalSecondaryIndexUpdates[0]!.Create],
    })
    expect(catalog.findTable('Things')!.definition).toMatchObject({
      TableStatus: 'CREATING',
      GlobalSecondaryIndexes: [{ IndexStatus: 'CREATING' }],
    })
    settle()
    expect(catalog.findTable('Things')!.definition).toMatchObject({
      TableStatus: 'ACTIVE',
      GlobalSecondaryIndexes: [{ IndexStatus: 'ACTIVE' }],
      WarmThroughput: { Status: 'ACTIVE' },
    })
  })

  it('drops a table that is DELETING', () => {
    const { call, settle, catalog } = openActive()
    call('DeleteTable', { TableName: 'Things' })
    expect(catalog.findTable('Things')!.definition.TableStatus).toBe('DELETING')
    settle()
    expect(catalog.findTable('Things')).toBeUndefined()
  })
})

describe('a table that is UPDATING', () => {
  it('serves items, and refuses other changes of itself', () => {
    const { call } = openActive()
    call('PutItem', { TableName: 'Things', Item: { pk: { S: 'a' }, colour: { S: 'red' } } })
    call('UpdateTable', createIndex)
    expect(call('GetItem', { TableName: 'Things', Key: { pk: { S: 'a' } } })).toMatchObject({
      Item: { colour: { S: 'red' } },
    })
    for (const [operation, input] of [
      ['DeleteTable', { TableName: 'Things' }],
      ['UpdateTable', { TableName: 'Things', DeletionProtectionEnabled: true }],
    ] as const) {
      expect(() => call(operation, input)).toThrow(
        'Attempt to change a resource which is still in use: Table is being updated: Things',
      )
    }
  })

  it('refuses reads of an index that is being filled, then fills it', () => {
    const { call, settle } = openActive()
    const read = { TableName: 'Things', IndexName: 'byColour' }
    const put = (pk: string) =>
      call('PutItem', { TableName: 'Things', Item: { pk: { S: pk }, colour: { S: 'red' } } })
    put('before')
    call('UpdateTable', createIndex)
    put('while')
    expect(() => call('Scan', read)).toThrow('Cannot read from backfilling global secondary index: byColour')
    settle()
    put('after')
    expect(call('Scan', read)).toMatchObject({ Count: 3 })
  })

  it('refuses reads of an index that is being dropped, and forgets its key definition', () => {
    const { call, settle, catalog } = openActive()
    call('UpdateTable', createIndex)
    settle()
    call('UpdateTable', {
      TableName: 'Things',
      GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'byColour' } }],
    })
    expect(() => call('Scan', { TableName: 'Things', IndexName: 'byColour' })).toThrow(
      'The table does not have the specified index: byColour',
    )
    settle()
    const { definition } = catalog.findTable('Things')!
    expect(definition.AttributeDefinitions).toEqual(things.AttributeDefinitions)
    expect(definition).not.toHaveProperty('GlobalSecondaryIndexes')
  })
})

describe('a table that is DELETING', () => {
  it('can be deleted again, and not updated', () => {
    const { call } = openActive()
    call('DeleteTable', { TableName: 'Things' })
    expect(call('DeleteTable', { TableName: 'Things' })).toMatchObject({
      TableDescription: { TableStatus: 'DELETING' },
    })
    expect(() => call('UpdateTable', { TableName: 'Things', DeletionProtectionEnabled: true })).toThrow(
      'Attempt to change a resource which is still in use: Table is being deleted: Things',
    )
  })
})
