// Members that several operations share, with the limits of the service's model.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html

import {
  attributeValue,
  flag,
  integer,
  listOf,
  long,
  mapOf,
  oneOf,
  required,
  structure,
  text,
  unread,
} from './constraints.ts'

const NAME_PATTERN = /^[a-zA-Z0-9_.-]+$/
const VALUE_CLASS = 'com.amazonaws.dynamodb.v20120810.AttributeValue'

/** Requests for items accept names that no table can have, since ARNs came. */
const itemTableName = text({ minLength: 1, maxLength: 255, pattern: NAME_PATTERN, orArn: true })
const definedTableName = text({ minLength: 3, maxLength: 255, pattern: NAME_PATTERN, orArn: true })

export const TableName = required(itemTableName)
export const DefinedTableName = required(definedTableName, 'parameter')
export const requestItemsKeys = itemTableName
export const existingTableName = text({ minLength: 3, maxLength: 255, pattern: NAME_PATTERN })
export const indexName = text({ minLength: 3, maxLength: 255, pattern: NAME_PATTERN })

export const attributeMap = mapOf(attributeValue, VALUE_CLASS)
export const Key = required(attributeMap)

export const ReturnConsumedCapacity = oneOf('INDEXES', 'TOTAL', 'NONE')
export const ReturnItemCollectionMetrics = oneOf('SIZE', 'NONE')
export const ReturnValues = oneOf('ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW')
export const ReturnValuesOnConditionCheckFailure = oneOf('ALL_OLD', 'NONE')
export const Select = oneOf('SPECIFIC_ATTRIBUTES', 'COUNT', 'ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES')

export const ExpressionAttributeNames = mapOf(text(), 'java.lang.String')
export const ExpressionAttributeValues = attributeMap

/** What conditional writes of one item have in common, legacy parameters included. */
export const conditionalWriteMembers = {
  ConditionExpression: text(),
  ExpressionAttributeNames,
  ExpressionAttributeValues,
  ReturnValuesOnConditionCheckFailure,
  Expected: unread,
  ConditionalOperator: unread,
}

/** What Query and Scan have in common, legacy parameters included. */
export const pagedReadMembers = {
  IndexName: indexName,
  ReturnConsumedCapacity,
  Select,
  ConsistentRead: flag,
  ProjectionExpression: text(),
  FilterExpression: text(),
  ExclusiveStartKey: attributeMap,
  ExpressionAttributeNames,
  ExpressionAttributeValues,
  AttributesToGet: unread,
  ConditionalOperator: unread,
}

const keyAttributeName = text({ minLength: 1, maxLength: 255 })

export const AttributeDefinitions = listOf(
  structure('AttributeDefinition', {
    AttributeName: required(keyAttributeName),
    AttributeType: required(oneOf('B', 'N', 'S')),
  }),
)

export const KeySchema = listOf(
  structure('KeySchemaElement', {
    AttributeName: required(keyAttributeName),
    KeyType: required(oneOf('HASH', 'RANGE')),
  }),
  { minLength: 1 },
)

export const Projection = structure('Projection', {
  ProjectionType: oneOf('ALL', 'INCLUDE', 'KEYS_ONLY'),
  NonKeyAttributes: listOf(text({ minLength: 1, maxLength: 255 }), { minLength: 1, maxLength: 20 }),
})

export const ProvisionedThroughput = structure('ProvisionedThroughput', {
  WriteCapacityUnits: required(long({ min: 1 })),
  ReadCapacityUnits: required(long({ min: 1 })),
})

export const OnDemandThroughput = structure('OnDemandThroughput', {
  MaxReadRequestUnits: long(),
  MaxWriteRequestUnits: long(),
})

export const WarmThroughput = structure('WarmThroughput', {
  ReadUnitsPerSecond: long(),
  WriteUnitsPerSecond: long(),
})

export const BillingMode = oneOf('PROVISIONED', 'PAY_PER_REQUEST')
export const TableClass = oneOf('STANDARD', 'STANDARD_INFREQUENT_ACCESS')

export const StreamSpecification = structure('StreamSpecification', {
  StreamEnabled: required(flag),
  StreamViewType: oneOf('NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'),
})

export const SSESpecification = structure('SSESpecification', {
  Enabled: flag,
  SSEType: oneOf('AES256', 'KMS'),
  KMSMasterKeyId: text(),
})

export const localSecondaryIndex = structure('LocalSecondaryIndex', {
  IndexName: required(indexName),
  KeySchema: required(KeySchema),
  Projection: required(Projection),
})

const globalSecondaryIndexMembers = {
  IndexName: required(indexName),
  KeySchema: required(KeySchema),
  Projection: required(Projection),
  ProvisionedThroughput,
  OnDemandThroughput,
  WarmThroughput,
}

export const globalSecondaryIndex = structure('GlobalSecondaryIndex', globalSecondaryIndexMembers)
export const createGlobalSecondaryIndexAction = structure(
  'CreateGlobalSecondaryIndexAction',
  globalSecondaryIndexMembers,
)

export const Tags = listOf(
  structure('Tag', {
    Key: required(text({ minLength: 1, maxLength: 128 })),
    Value: required(text({ maxLength: 256 })),
  }),
)

export const positiveInteger = integer({ min: 1 })
