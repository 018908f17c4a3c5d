import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindExpressions } from '../../../engine/expression/expressions.ts'
import { checkAttributeValue } from '../../../engine/value/checkAttributeValue.ts'
import { definition, forms } from '../testing/formArbitraries.ts'
import { formOfRequest } from './formOfRequest.ts'
import { createForm, createGroup, type QueryForm } from './queryForm.ts'
import { findTarget } from './queryTarget.ts'
import { requestOfForm } from './requestOfForm.ts'

const findDefinition = (name: string) => (name === 'Orders' ? definition : undefined)

function write(form: QueryForm) {
  return requestOfForm(form, findTarget(definition, form.indexName)!)
}

function read(operation: QueryForm['operation'], request: unknown, base = createForm('Orders')) {
  return formOfRequest(operation, request, findDefinition, base)
}

function overTheWire(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json))
}

describe('form ⇄ request', () => {
  test('reading what a form wrote keeps the form', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const { request } = write(form)
        const empty = form.filter.kind === 'text' ? { ...form.filter, text: '' } : createGroup()
        const base = { ...createForm('Orders'), filter: empty }
        expect(read(form.operation, overTheWire(request.input), base)).toEqual({ form })
      }),
      { numRuns: 500 },
    )
  })

  test('what the operation does not have is kept from the form before', () => {
    fc.assert(
      fc.property(forms, forms, (form, other) => {
        const base = { ...other, filter: form.filter }
        const result = read(
          'GetItem',
          { TableName: 'Orders', Key: { PK: { S: 'a' }, 'order.number': { N: '1' } } },
          base,
        )
        expect(result).toMatchObject({
          form: { filter: form.filter, limit: other.limit, select: other.select },
        })
      }),
      { numRuns: 100 },
    )
  })

  test('names and values that a form fills in are all defined and all used', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const { operation, input } = write(form).request
        if (operation === 'GetItem') return
        const values = Object.entries(input.ExpressionAttributeValues ?? {})
        const canonical = values.map(([placeholder, value]) => [placeholder, soften(value)])
        const expressions = {
          ...input,
          ...(values.length > 0 ? { ExpressionAttributeValues: Object.fromEntries(canonical) } : {}),
        }
        expect(placeholderProblem(expressions)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})

/** Values that DynamoDB would refuse are none of this test's business. */
function soften(value: unknown) {
  try {
    return checkAttributeValue(value)
  } catch {
    return { S: 'x' }
  }
}

function placeholderProblem(expressions: object): string | undefined {
  try {
    bindExpressions(expressions)
    return undefined
  } catch (error) {
    const message = String(error)
    return /Syntax error|not defined|unused|must not be empty|invalid key|reserved/.test(message)
      ? message
      : undefined
  }
}

const key = { PK: { S: 'a' }, 'order.number': { N: '1' } }

test.each([
  ['an unknown member', 'Query', { TableName: 'Orders', KeyConditions: {} }, /no place for KeyConditions/],
  ['another table', 'Scan', { TableName: 'Other' }, /no table Other/],
  ['an unknown index', 'Scan', { TableName: 'Orders', IndexName: 'nope' }, /no index nope/],
  ['no object', 'Scan', [], /JSON object/],
  [
    'a surplus key attribute',
    'GetItem',
    { TableName: 'Orders', Key: { ...key, x: { S: '' } } },
    /x is not a key/,
  ],
  [
    'a key of another type',
    'GetItem',
    { TableName: 'Orders', Key: { ...key, PK: { N: '1' } } },
    /PK has the type S/,
  ],
  [
    'a key condition with OR',
    'Query',
    {
      TableName: 'Orders',
      KeyConditionExpression: 'PK = :a OR PK = :a',
      ExpressionAttributeValues: { ':a': { S: 'a' } },
    },
    /joins conditions/,
  ],
  [
    'a key condition outside the key',
    'Query',
    {
      TableName: 'Orders',
      KeyConditionExpression: 'PK = :a AND price > :a',
      ExpressionAttributeValues: { ':a': { S: 'a' } },
    },
    /outside the key/,
  ],
  ['a syntax error', 'Query', { TableName: 'Orders', KeyConditionExpression: 'PK = ' }, /Syntax error/],
  ['a segment alone', 'Scan', { TableName: 'Orders', Segment: 1 }, /together/],
  ['a Limit that is text', 'Scan', { TableName: 'Orders', Limit: '5' }, /value of Limit/],
] as const)('%s stays JSON', (_, operation, request, reason) => {
  const result = read(operation, request)
  expect('reason' in result && result.reason).toMatch(reason)
})

test('a mirrored key condition is read the right way round', () => {
  const result = read('Query', {
    TableName: 'Orders',
    KeyConditionExpression: ':n < #n AND :p = PK',
    ExpressionAttributeNames: { '#n': 'order.number' },
    ExpressionAttributeValues: { ':n': { N: '7' }, ':p': { S: 'a' } },
  })
  expect(result).toMatchObject({
    form: {
      keys: [
        { name: 'PK', operator: '=', values: [{ type: 'S', text: 'a' }] },
        { name: 'order.number', operator: '>', values: [{ type: 'N', text: '7' }] },
      ],
    },
  })
})

test('a filter beyond the builder becomes text with its placeholders', () => {
  const FilterExpression = 'size(a) = size(b) AND NOT NOT #c = :c'
  const result = read('Scan', {
    TableName: 'Orders',
    FilterExpression,
    ExpressionAttributeNames: { '#c': 'status' },
    ExpressionAttributeValues: { ':c': { N: '1' } },
  })
  expect(result).toMatchObject({
    form: {
      filter: {
        kind: 'text',
        text: FilterExpression,
        names: [{ placeholder: '#c', name: 'status' }],
        values: [{ placeholder: ':c', value: { type: 'N', text: '1' } }],
      },
    },
  })
})

test('members that are null count as absent', () => {
  expect(read('Scan', { TableName: 'Orders', FilterExpression: null, Limit: null })).toEqual({
    form: { ...createForm('Orders'), operation: 'Scan' },
  })
})
