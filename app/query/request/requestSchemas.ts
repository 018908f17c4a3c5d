// JSON schemas of the three read requests, for completion and hints while a request is typed. They warn
// about what DynamoDB would ignore or refuse; what runs is decided by DynamoDB.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html

import type { ReadOperation } from './queryForm.ts'

interface Schema {
  [keyword: string]: unknown
}

const text = (description: string): Schema => ({ type: 'string', description })
const flag = (description: string): Schema => ({ type: 'boolean', description })
const whole = (minimum: number, description: string): Schema => ({ type: 'integer', minimum, description })
const oneOf = (values: string[], description: string): Schema => ({
  type: 'string',
  enum: values,
  description,
})

const valueRef: Schema = { $ref: '#/definitions/AttributeValue' }
const mapOfValues = (description: string): Schema => ({
  type: 'object',
  additionalProperties: valueRef,
  description,
})
const listOf = (items: Schema, description: string): Schema => ({ type: 'array', items, description })

const attributeValue: Schema = {
  type: 'object',
  description: 'An attribute value in DynamoDB JSON: one type, one payload.',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: {
    S: text('String'),
    N: {
      type: 'string',
      description: 'Number, written as text',
      pattern: '^[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?$',
    },
    B: text('Binary, base64'),
    BOOL: flag('Boolean'),
    NULL: { const: true, description: 'Null' },
    SS: listOf({ type: 'string' }, 'String set'),
    NS: listOf({ type: 'string' }, 'Number set, members written as text'),
    BS: listOf({ type: 'string' }, 'Binary set, members in base64'),
    L: listOf(valueRef, 'List'),
    M: mapOfValues('Map'),
  },
}

const shared: Schema = {
  TableName: text('The table to read.'),
  ProjectionExpression: text('The attributes to return, as document paths joined by commas.'),
  ExpressionAttributeNames: {
    type: 'object',
    description: 'What each #placeholder stands for.',
    propertyNames: { pattern: '^#[A-Za-z0-9_]+$' },
    additionalProperties: { type: 'string' },
  },
  ConsistentRead: flag('Whether every write acknowledged before is seen; costs twice as much.'),
  ReturnConsumedCapacity: oneOf(['INDEXES', 'TOTAL', 'NONE'], 'INDEXES tells table and indexes apart.'),
}

const paged: Schema = {
  IndexName: text('The secondary index to read instead of the table.'),
  FilterExpression: text('Drops items after they were read, and paid for.'),
  ExpressionAttributeValues: {
    ...mapOfValues('The value of each :placeholder.'),
    propertyNames: { pattern: '^:[A-Za-z0-9_]+$' },
  },
  Select: oneOf(
    ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT'],
    'What to return of each item; COUNT returns no items.',
  ),
  Limit: whole(1, 'How many items to read at most, before the filter.'),
  ExclusiveStartKey: mapOfValues('Reading goes on after this key: the LastEvaluatedKey of the page before.'),
}

const properties: Record<ReadOperation, Schema> = {
  GetItem: { ...shared, Key: mapOfValues('The primary key: every key attribute of the table.') },
  Query: {
    ...shared,
    ...paged,
    KeyConditionExpression: text('The partition key by =, and optionally a condition on the sort key.'),
    ScanIndexForward: flag('false reads in descending order of the sort key.'),
  },
  Scan: {
    ...shared,
    ...paged,
    Segment: whole(0, 'Which part of a parallel scan, counted from 0.'),
    TotalSegments: whole(1, 'Into how many parts the scan is divided.'),
  },
}

const required: Record<ReadOperation, string[]> = {
  GetItem: ['TableName', 'Key'],
  Query: ['TableName', 'KeyConditionExpression'],
  Scan: ['TableName'],
}

export const requestSchemas: Record<ReadOperation, { uri: string; schema: object }> = {
  GetItem: requestSchema('GetItem'),
  Query: requestSchema('Query'),
  Scan: requestSchema('Scan'),
}

function requestSchema(operation: ReadOperation): { uri: string; schema: object } {
  const schema: Schema = {
    title: operation,
    type: 'object',
    properties: properties[operation],
    required: required[operation],
    additionalProperties: false,
    definitions: { AttributeValue: attributeValue },
  }
  return { uri: `inmemory://sortkey/schema/${operation}.json`, schema }
}
