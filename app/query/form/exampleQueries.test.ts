import { expect, test } from 'vitest'
import type { CreateTableInput } from '../../../engine/api.ts'
import { createTableDesign, type Entity } from '../../model/design.ts'
import { findTarget } from '../request/queryTarget.ts'
import { textOfPhrase } from '../words/phrase.ts'
import { exampleQueries } from './exampleQueries.ts'

const definition: CreateTableInput = {
  TableName: 'T',
  AttributeDefinitions: [
    { AttributeName: 'PK', AttributeType: 'S' },
    { AttributeName: 'SK', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'PK', KeyType: 'HASH' },
    { AttributeName: 'SK', KeyType: 'RANGE' },
  ],
}

const entity = (name: string, match: Entity['match']): Entity => ({
  name,
  color: 0,
  inferred: false,
  attributes: [],
  match,
  members: [],
  extra: {},
})

const design = {
  ...createTableDesign(definition),
  entities: [
    entity('Order', { partitionKeyPrefix: 'CUSTOMER#', sortKeyPrefix: 'ORDER#' }),
    entity('Product', { partitionKeyPrefix: 'PRODUCT#' }),
  ],
}

const items = [
  { PK: { S: 'CUSTOMER#1' }, SK: { S: 'ORDER#1' } },
  { PK: { S: 'CUSTOMER#1' }, SK: { S: 'ORDER#2' } },
  { PK: { S: 'PRODUCT#1' }, SK: { S: 'INFO' } },
]

test('one example for each kind of item', () => {
  const examples = exampleQueries(findTarget(definition, undefined)!, design, items)
  expect(examples.map(({ words }) => textOfPhrase(words))).toEqual([
    'Order in `CUSTOMER#1`',
    'Everything in `PRODUCT#1`',
  ])
  expect(examples[0]?.keys).toEqual([
    { name: 'PK', operator: '=', values: [{ type: 'S', text: 'CUSTOMER#1' }] },
    { name: 'SK', operator: 'begins_with', values: [{ type: 'S', text: 'ORDER#' }] },
  ])
})

test('without a design, one collection', () => {
  const examples = exampleQueries(findTarget(definition, undefined)!, undefined, items)
  expect(examples.map(({ words }) => textOfPhrase(words))).toEqual(['Everything in `CUSTOMER#1`'])
})
