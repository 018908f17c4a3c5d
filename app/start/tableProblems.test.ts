import { describe, expect, test } from 'vitest'
import {
  createIndexForm,
  createTableForm,
  definitionOfForm,
  type IndexForm,
  type TableForm,
} from './tableForm.ts'
import { formOfDefinition } from './tableFormOf.ts'
import { findFormProblems } from './tableProblems.ts'

const form = (change: Partial<TableForm> = {}): TableForm => ({
  ...createTableForm(),
  name: 'orders',
  ...change,
})
const index = (kind: IndexForm['kind'], change: Partial<IndexForm> = {}): IndexForm => ({
  ...createIndexForm(kind, `${kind}1`),
  partition: [{ name: `${kind}1PK`, type: 'S' }],
  sort: [{ name: `${kind}1SK`, type: 'S' }],
  ...change,
})

describe('the request of the form', () => {
  test('is a CreateTable with a definition for each key attribute', () => {
    const gsi = index('GSI', {
      partition: [
        { name: 'tenant', type: 'S' },
        { name: 'region', type: 'S' },
      ],
      sort: [{ name: 'at', type: 'N' }],
    })
    expect(definitionOfForm(form({ indexes: [gsi] }))).toEqual({
      TableName: 'orders',
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
        { AttributeName: 'tenant', AttributeType: 'S' },
        { AttributeName: 'region', AttributeType: 'S' },
        { AttributeName: 'at', AttributeType: 'N' },
      ],
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'GSI1',
          KeySchema: [
            { AttributeName: 'tenant', KeyType: 'HASH' },
            { AttributeName: 'region', KeyType: 'HASH' },
            { AttributeName: 'at', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      BillingMode: 'PAY_PER_REQUEST',
    })
  })

  test('without a name for the sort key, there is none', () => {
    const request = definitionOfForm(form({ sort: { name: '', type: 'S' } }))
    expect(request.KeySchema).toEqual([{ AttributeName: 'PK', KeyType: 'HASH' }])
    expect(request.AttributeDefinitions).toHaveLength(1)
  })

  test('provisioned billing gives capacity to the table and its global indexes', () => {
    const request = definitionOfForm(form({ billing: 'PROVISIONED', readUnits: 3, indexes: [index('GSI')] }))
    expect(request.ProvisionedThroughput).toEqual({ ReadCapacityUnits: 3, WriteCapacityUnits: 5 })
    expect(request.GlobalSecondaryIndexes?.[0]?.ProvisionedThroughput).toEqual({
      ReadCapacityUnits: 5,
      WriteCapacityUnits: 5,
    })
  })

  test('made a form again, it is the same request', () => {
    const request = definitionOfForm(
      form({ indexes: [index('LSI'), index('GSI', { projection: 'INCLUDE', included: 'status, total' })] }),
    )
    expect(definitionOfForm(formOfDefinition(request))).toEqual(request)
  })
})

describe('problems of the form', () => {
  test('a good form has none', () => {
    expect(findFormProblems(form({ indexes: [index('GSI'), index('LSI')] }), [])).toEqual({})
  })

  test('a name is judged in the words of the API', () => {
    expect(findFormProblems(form({ name: 'ab' }), []).name?.message).toBe(
      'Member must have length greater than or equal to 3',
    )
    expect(findFormProblems(form({ name: 'bad table' }), []).name?.message).toContain(
      'Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+',
    )
  })

  test('a name that is taken', () => {
    expect(findFormProblems(form(), ['orders']).name?.message).toBe('Table already exists: orders')
  })

  test('what is still empty is asked for in plain words alone', () => {
    const [global, local] = [
      createIndexForm('GSI', ''),
      index('LSI', { name: 'byDay', sort: [{ name: '', type: 'S' }] }),
    ]
    const empty = form({ name: '', partition: { name: '', type: 'S' }, indexes: [global, local] })
    expect(findFormProblems(empty, [])).toEqual({
      name: { message: 'Give the table a name.' },
      partition: { message: 'Name the partition key.' },
      [`index/${global.id}/name`]: { message: 'Give the index a name.' },
      [`index/${global.id}/partition/0`]: { message: 'Name the partition key.' },
      [`index/${local.id}/sort/0`]: { message: 'Name the sort key.' },
    })
  })

  test('a name that breaks two rules gets one sentence of each kind', () => {
    expect(findFormProblems(form({ name: '!' }), []).name).toEqual({
      message: 'Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+',
      hint: expect.stringContaining('3 to 255 characters'),
    })
  })

  test('one name for both keys, told at both', () => {
    const problems = findFormProblems(form({ sort: { name: 'PK', type: 'S' } }), [])
    expect(problems.partition?.message).toBe(
      'Both the Hash Key and the Range Key element in the KeySchema have the same name',
    )
    expect(problems.sort).toEqual(problems.partition)
  })

  test('no partition key', () => {
    expect(findFormProblems(form({ partition: { name: '', type: 'S' } }), [])).toHaveProperty('partition')
  })

  test('a local index needs a sort key of the table', () => {
    const lsi = index('LSI')
    const problems = findFormProblems(form({ sort: { name: '', type: 'S' }, indexes: [lsi] }), [])
    expect(problems[`index/${lsi.id}/key`]?.message).toBe(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    )
  })

  test('two indexes of one name', () => {
    const twice = [index('GSI', { name: 'same' }), index('GSI', { name: 'same' })]
    const problems = findFormProblems(form({ indexes: twice }), [])
    expect(problems[`index/${twice[1]?.id}/name`]?.message).toBe('Duplicate index name: same')
  })

  test('INCLUDE without attributes', () => {
    const gsi = index('GSI', { projection: 'INCLUDE' })
    expect(findFormProblems(form({ indexes: [gsi] }), [])[`index/${gsi.id}/included`]).toEqual({
      message: 'Name the attributes to include.',
    })
  })

  test('one attribute with two types', () => {
    const gsi = index('GSI', { partition: [{ name: 'SK', type: 'N' }] })
    expect(findFormProblems(form({ indexes: [gsi] }), [])).toHaveProperty([`index/${gsi.id}/partition/0`])
  })
})
