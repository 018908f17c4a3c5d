// What key schemas of tables and indexes must look like, and the projections of indexes: one HASH and at most
// one RANGE, but up to four of each in a global secondary index; every key attribute defined, and every
// definition used.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html

import type {
  AttributeDefinition,
  BillingMode,
  CreateTableInput,
  GlobalSecondaryIndex,
  KeySchemaElement,
  LocalSecondaryIndex,
} from '../api.ts'
import { type DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import { checkIndexThroughput, invalid } from './checkBilling.ts'
import { detected, violationText } from './checkConstraints.ts'
import { javaText } from './javaText.ts'
import { KeySchema } from './requestShapes.ts'

const MAX_LOCAL_INDEXES = 5
const MAX_GLOBAL_INDEXES = 20
const MAX_KEYS_OF_A_TYPE = 4
const MAX_PROJECTED_ATTRIBUTES = 100

export function checkTableKeys({
  KeySchema: keys,
  AttributeDefinitions: definitions,
}: CreateTableInput): void {
  checkPair(keys, 'keySchema')
  if (keys.length > definitions.length) {
    throw validationError('Invalid KeySchema: Some index key attribute have no definition')
  }
  checkDefined(keys, definitions)
  checkPairOrder(keys)
}

export function checkLocalIndexes(input: CreateTableInput): void {
  const { LocalSecondaryIndexes: indexes, KeySchema: tableKeys, AttributeDefinitions: definitions } = input
  if (!indexes) return
  if (indexes.length === 0) throw invalid('List of LocalSecondaryIndexes is empty')
  if (tableKeys.length < 2) {
    throw invalid(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    )
  }
  for (const [place, index] of indexes.entries()) {
    checkPair(index.KeySchema, `localSecondaryIndexes.${place + 1}.member.keySchema`)
    checkDefined(index.KeySchema, definitions)
    checkPairOrder(index.KeySchema)
    checkLocalKeys(index, tableKeys)
    checkProjection(index)
    checkUniqueName(index, indexes.slice(0, place))
  }
  if (indexes.length > MAX_LOCAL_INDEXES) {
    throw invalid(`Number of LocalSecondaryIndexes exceeds per-table limit of ${MAX_LOCAL_INDEXES}`)
  }
}

function checkLocalKeys(
  { IndexName: name, KeySchema: keys }: LocalSecondaryIndex,
  tableKeys: KeySchemaElement[],
): void {
  if (keys.length < 2) throw invalid(`Index KeySchema does not have a range key for index: ${name}`)
  const indexHash = keys[0]!.AttributeName
  const tableHash = tableKeys[0]!.AttributeName
  if (indexHash !== tableHash) {
    throw invalid(
      `Index KeySchema does not have the same leading hash key as table KeySchema for index: ${name}. ` +
        `index hash key: ${indexHash}, table hash key: ${tableHash}`,
    )
  }
}

/** The global indexes of a new table. */
export function checkGlobalIndexes(
  indexes: readonly GlobalSecondaryIndex[],
  {
    definitions,
    mode,
    localIndexes,
  }: {
    definitions: readonly AttributeDefinition[]
    mode: BillingMode
    localIndexes: readonly LocalSecondaryIndex[]
  },
): void {
  for (const [place, index] of indexes.entries()) {
    checkGlobalIndex(index, definitions, mode)
    checkUniqueName(index, [...localIndexes, ...indexes.slice(0, place)])
  }
  checkGlobalCount(indexes.length)
}

export function checkGlobalIndex(
  index: GlobalSecondaryIndex,
  definitions: readonly AttributeDefinition[],
  mode: BillingMode,
): void {
  checkDefined(index.KeySchema, definitions)
  checkGlobalKeys(index.KeySchema)
  checkProjection(index)
  checkIndexThroughput(index, mode)
}

export function checkGlobalCount(count: number): void {
  if (count > MAX_GLOBAL_INDEXES) {
    throw invalid(`GlobalSecondaryIndex count exceeds the per-table limit of ${MAX_GLOBAL_INDEXES}`)
  }
}

function checkGlobalKeys(keys: readonly KeySchemaElement[]): void {
  const isPair = keys.length <= 2 && keys[1]?.KeyType !== 'HASH'
  if (isPair) checkPairOrder(keys)
  else checkMultipleKeys(keys)
}

function checkMultipleKeys(keys: readonly KeySchemaElement[]): void {
  const names = keys.map(({ AttributeName }) => AttributeName)
  if (new Set(names).size < names.length) {
    throw validationError('Invalid KeySchema: Several elements in the KeySchema have the same name')
  }
  if (keys[0]!.KeyType !== 'HASH') throw notFirstHash()
  for (const type of ['HASH', 'RANGE'] as const) {
    if (keys.filter(({ KeyType }) => KeyType === type).length > MAX_KEYS_OF_A_TYPE) {
      throw validationError(
        `Invalid KeySchema: The number of ${type} key elements exceeds the limit of ${MAX_KEYS_OF_A_TYPE}`,
      )
    }
  }
  const firstRange = keys.findIndex(({ KeyType }) => KeyType === 'RANGE')
  if (firstRange >= 0 && keys.slice(firstRange).some(({ KeyType }) => KeyType === 'HASH')) {
    throw validationError('Invalid KeySchema: All HASH key elements must precede all RANGE key elements')
  }
}

/** Definitions are for keys only; one that nothing uses is refused. */
export function checkDefinitionsUsed(input: CreateTableInput): void {
  const { AttributeDefinitions: definitions, KeySchema: keys } = input
  const indexes = [...(input.LocalSecondaryIndexes ?? []), ...(input.GlobalSecondaryIndexes ?? [])]
  if (indexes.length === 0) {
    if (definitions.length === keys.length) return
    throw invalid(
      'Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
    )
  }
  const schemas = [keys, ...indexes.map((index) => index.KeySchema)]
  const used = new Set(schemas.flat().map(({ AttributeName }) => AttributeName))
  if (definitions.every(({ AttributeName }) => used.has(AttributeName))) return
  throw invalid(
    `Some AttributeDefinitions are not used. AttributeDefinitions: [${definitionNames(definitions)}], ` +
      `keys used: [${[...used].join(', ')}]`,
  )
}

/** Names count once for each index that includes them. */
export function checkProjectedCount(indexes: readonly LocalSecondaryIndex[]): void {
  const count = indexes.reduce((sum, { Projection }) => sum + (Projection.NonKeyAttributes?.length ?? 0), 0)
  if (count > MAX_PROJECTED_ATTRIBUTES) {
    throw invalid(
      `The number of attributes projected into all of the secondary indexes exceeds the limit of ${MAX_PROJECTED_ATTRIBUTES}`,
    )
  }
}

function checkPair(keys: readonly KeySchemaElement[], path: string): void {
  if (keys.length <= 2) return
  const phrase = 'Member must have length less than or equal to 2'
  throw validationError(detected([violationText(`'${javaText(KeySchema, keys)}'`, path, phrase)]))
}

function checkPairOrder(keys: readonly KeySchemaElement[]): void {
  const [first, second] = keys
  if (first?.AttributeName === second?.AttributeName) {
    throw validationError('Both the Hash Key and the Range Key element in the KeySchema have the same name')
  }
  if (first?.KeyType !== 'HASH') throw notFirstHash()
  if (second && second.KeyType !== 'RANGE') {
    throw validationError('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type')
  }
}

function notFirstHash(): DynamoDBError {
  return validationError('Invalid KeySchema: The first KeySchemaElement is not a HASH key type')
}

function checkDefined(keys: readonly KeySchemaElement[], definitions: readonly AttributeDefinition[]): void {
  const isDefined = (name: string) => definitions.some(({ AttributeName }) => AttributeName === name)
  if (keys.every(({ AttributeName }) => isDefined(AttributeName))) return
  throw invalid(
    'Some index key attributes are not defined in AttributeDefinitions. ' +
      `Keys: [${keys.map(({ AttributeName }) => AttributeName).join(', ')}], ` +
      `AttributeDefinitions: [${definitionNames(definitions)}]`,
  )
}

function definitionNames(definitions: readonly AttributeDefinition[]): string {
  return definitions.map(({ AttributeName }) => AttributeName).join(', ')
}

function checkProjection({ Projection }: LocalSecondaryIndex): void {
  const { ProjectionType: type, NonKeyAttributes: included } = Projection
  if (!type) throw invalid('Unknown ProjectionType: null')
  if (included && type !== 'INCLUDE') {
    throw invalid(`ProjectionType is ${type}, but NonKeyAttributes is specified`)
  }
  if (!included && type === 'INCLUDE') {
    throw invalid('ProjectionType is INCLUDE, but NonKeyAttributes is not specified')
  }
}

function checkUniqueName(
  { IndexName: name }: LocalSecondaryIndex,
  others: readonly { IndexName: string }[],
): void {
  if (others.some(({ IndexName }) => IndexName === name)) throw invalid(`Duplicate index name: ${name}`)
}
