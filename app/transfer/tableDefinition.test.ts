import { describe, expect, it } from 'vitest'
import type { CreateTableInput } from '../../engine/api.ts'
import { writeCreateTable } from './createTableJson.ts'
import { ImportError } from './importError.ts'
import { readDesignFile } from './importFile.ts'

const keys = {
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
}

function readTable(json: unknown) {
  const { design, format, items, report } = readDesignFile('table.json', JSON.stringify(json))
  expect([...items.values()]).toEqual([[]])
  return {
    format,
    definition: design.tables[0]!.definition,
    told: report.entries.map((entry) => entry.message),
  }
}

describe('the definition of a table', () => {
  it('comes from CreateTable input', () => {
    const input = {
      TableName: 'things',
      ...keys,
      BillingMode: 'PAY_PER_REQUEST',
      Tags: [{ Key: 'team', Value: 'a' }],
    }
    expect(readTable(input)).toEqual({ format: 'create-table', definition: input, told: [] })
  })

  it('comes from DescribeTable output, without what only a live table has', () => {
    const index = {
      IndexName: 'by-kind',
      KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
      IndexStatus: 'ACTIVE',
      ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
      ItemCount: 5,
    }
    const { format, definition, told } = readTable({
      Table: {
        TableName: 'things',
        ...keys,
        AttributeDefinitions: [...keys.AttributeDefinitions, { AttributeName: 'kind', AttributeType: 'S' }],
        TableStatus: 'ACTIVE',
        ItemCount: 12,
        ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
        BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
        GlobalSecondaryIndexes: [index],
      },
    })
    expect(format).toBe('describe-table')
    expect(told).toEqual(['Not part of a design: TableStatus, ItemCount.'])
    expect(definition.BillingMode).toBe('PAY_PER_REQUEST')
    expect(definition.ProvisionedThroughput).toBeUndefined()
    expect(definition.GlobalSecondaryIndexes).toEqual([
      { IndexName: 'by-kind', KeySchema: index.KeySchema, Projection: index.Projection },
    ])
  })

  it('is refused where DynamoDB would refuse it, with the place', () => {
    const errorOf = (json: unknown) => {
      try {
        readTable(json)
      } catch (error) {
        if (error instanceof ImportError) return `${error.path}: ${error.message}`
      }
      throw new Error('no ImportError')
    }
    expect(errorOf({ TableName: 'x', ...keys, BillingMode: 'PAY_PER_REQUEST' })).toMatch(
      /^\$\.TableName: The name of a table/,
    )
    expect(errorOf({ TableName: 'things', ...keys, AttributeDefinitions: [] })).toBe(
      '$.KeySchema[0].AttributeName: The key attribute id has no type.',
    )
    expect(errorOf({ TableName: 'things', ...keys, KeySchema: [null] })).toBe(
      '$: The table definition is not in the form of CreateTable.',
    )
  })
})

describe('writeCreateTable', () => {
  it('leaves out what CreateTable does not know, and capacity that does not go with the billing mode', () => {
    const throughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 }
    const index = {
      IndexName: 'by-kind',
      KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'ALL' as const, NonKeyAttributes: ['x'] },
      ProvisionedThroughput: throughput,
    }
    const definition: CreateTableInput = {
      TableName: 'things',
      ...keys,
      AttributeDefinitions: [
        { AttributeName: 'stray', AttributeType: 'N' },
        { AttributeName: 'kind', AttributeType: 'S' },
        ...keys.AttributeDefinitions,
      ],
      BillingMode: 'PAY_PER_REQUEST',
      ProvisionedThroughput: throughput,
      LocalSecondaryIndexes: [],
      GlobalSecondaryIndexes: [index],
      ...({ TableStatus: 'ACTIVE' } as object),
    }
    expect(writeCreateTable({ definition })).toEqual({
      TableName: 'things',
      AttributeDefinitions: [keys.AttributeDefinitions[0], { AttributeName: 'kind', AttributeType: 'S' }],
      KeySchema: keys.KeySchema,
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: [
        { IndexName: 'by-kind', KeySchema: index.KeySchema, Projection: { ProjectionType: 'ALL' } },
      ],
    })
  })

  it('gives every index of a provisioned table its capacity', () => {
    const definition: CreateTableInput = {
      TableName: 'things',
      ...keys,
      GlobalSecondaryIndexes: [
        { IndexName: 'again', KeySchema: keys.KeySchema, Projection: { ProjectionType: 'ALL' } },
      ],
    }
    const written = writeCreateTable({ definition })
    expect(written.BillingMode).toBe('PROVISIONED')
    expect(written.GlobalSecondaryIndexes?.[0]?.ProvisionedThroughput).toEqual(written.ProvisionedThroughput)
  })
})
