// Checks of key attributes: those that address an item, those that an item brings along, and those that
// would place it in a secondary index.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys

import type { Key } from '../api.ts'
import type { SecondaryIndex } from '../table/secondaryIndex.ts'
import type { Table } from '../table/table.ts'
import type { KeyAttribute } from '../table/tableDefinition.ts'
import { type AttributeMap, type AttributeValue, type Item, typeOf } from '../value/attributeValue.ts'
import { equalValues } from '../value/compareValues.ts'
import { type DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import { keyValueSizeBytes, MAX_KEY_BYTES } from '../value/keyBytes.ts'

const INVALID = 'One or more parameter values were invalid: '
const NOT_VALID = 'One or more parameter values are not valid. '

/** The key of a request: exactly the key attributes of the table. */
export function checkKey(table: Table, key: Key): void {
  if (countAttributes(key) !== table.keys.length) throw keyMismatch()
  for (const attribute of table.keys) {
    const value = key[attribute.name]
    if (!value || typeOf(value) !== attribute.type) throw keyMismatch()
    checkKeyValue(attribute, value)
  }
}

/** The key attributes inside an item. BatchWriteItem is terser about them than PutItem. */
export function checkItemKeys(table: Table, item: Item, isBatch = false): void {
  for (const attribute of table.keys) {
    const value = item[attribute.name]
    if (!value) throw isBatch ? keyMismatch() : missingKey(attribute)
    if (typeOf(value) !== attribute.type) throw isBatch ? keyMismatch() : keyTypeMismatch(attribute, value)
    checkKeyValue(attribute, value)
  }
  checkIndexKeys(table, item)
}

export function keyMismatch(): DynamoDBError {
  return validationError('The provided key element does not match the schema')
}

export function countAttributes(map: AttributeMap): number {
  let count = 0
  for (const _ in map) count += 1
  return count
}

/** The value has the type of the key attribute. */
export function checkKeyValue({ name, keyType }: KeyAttribute, value: AttributeValue): void {
  const sizeBytes = keyValueSizeBytes(value)
  if (sizeBytes === 0) throw validationError(`${NOT_VALID}${emptyKeyText(value)} Key: ${name}`)
  if (sizeBytes > MAX_KEY_BYTES[keyType]) throw keyTooLong(keyType)
}

function missingKey({ name }: KeyAttribute): DynamoDBError {
  return validationError(`${INVALID}Missing the key ${name} in the item`)
}

function keyTypeMismatch({ name, type }: KeyAttribute, value: AttributeValue): DynamoDBError {
  return validationError(`${INVALID}Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`)
}

function keyTooLong(keyType: KeyAttribute['keyType']): DynamoDBError {
  return validationError(
    keyType === 'HASH'
      ? `${INVALID}Size of hashkey has exceeded the maximum size limit of2048 bytes`
      : `${INVALID}Aggregated size of all range keys has exceeded the size limit of 1024 bytes`,
  )
}

function emptyKeyText(value: AttributeValue): string {
  const kind = 'S' in value ? 'string' : 'binary'
  return `The AttributeValue for a key attribute cannot contain an empty ${kind} value.`
}

interface IndexKeyProblem {
  index: SecondaryIndex
  attribute: KeyAttribute
  value: AttributeValue
  kind: 'type' | 'empty' | 'size'
}

/** An attribute that is an index key must be fit to be one, wherever it is written; it may be absent. */
export function checkIndexKeys(table: Table, item: Item): void {
  const problem = findIndexKeyProblem(table, item)
  if (!problem) return
  const { index, attribute, value, kind } = problem
  if (kind === 'type') throw indexKeyTypeMismatch(problem)
  if (kind === 'size') throw keyTooLong(attribute.keyType)
  throw validationError(
    `${NOT_VALID}A value specified for a secondary index key is not supported. ${emptyKeyText(value)} ` +
      `IndexName: ${index.name}, IndexKey: ${attribute.name}`,
  )
}

/** The same for an update, which answers only for what it changes: items may be older than an index. */
export function checkUpdatedIndexKeys(table: Table, before: Item, after: Item): void {
  const problem = findIndexKeyProblem(table, after, before)
  if (!problem) return
  const attempt = 'The update expression attempted to update'
  if (problem.kind === 'size')
    throw validationError(`${attempt} the secondary index key beyond allowed size limits`)
  if (problem.kind === 'empty') {
    throw validationError(
      `${NOT_VALID}${attempt} a secondary index key to a value that is not supported. ${emptyKeyText(problem.value)}`,
    )
  }
  throw validationError(`${attempt} the secondary index key to unsupported type`)
}

export function indexKeyTypeMismatch({
  index,
  attribute,
  value,
}: Omit<IndexKeyProblem, 'kind'>): DynamoDBError {
  return validationError(
    `${INVALID}Type mismatch for Index Key ${attribute.name} Expected: ${attribute.type} ` +
      `Actual: ${typeOf(value)} IndexName: ${index.name}`,
  )
}

function findIndexKeyProblem(table: Table, item: Item, before?: Item): IndexKeyProblem | undefined {
  return findByIndexName(table, (index, attribute) => {
    const value = item[attribute.name]
    if (!value || isUnchanged(before?.[attribute.name], value)) return undefined
    const kind = problemKind(attribute, value)
    return kind && { index, attribute, value, kind }
  })
}

/** Of several indexes that mind a key attribute, the service names the first by name. */
export function findByIndexName<Problem>(
  table: Table,
  findProblem: (index: SecondaryIndex, attribute: KeyAttribute) => Problem | undefined,
): Problem | undefined {
  let first: { name: string; problem: Problem } | undefined
  for (const index of table.indexes.values()) {
    if (first && first.name < index.name) continue
    for (const attribute of index.keys) {
      const problem = findProblem(index, attribute)
      if (problem) first = { name: index.name, problem }
      if (problem) break
    }
  }
  return first?.problem
}

function isUnchanged(before: AttributeValue | undefined, value: AttributeValue): boolean {
  return before !== undefined && equalValues(before, value)
}

function problemKind(
  { type, keyType }: KeyAttribute,
  value: AttributeValue,
): IndexKeyProblem['kind'] | undefined {
  if (typeOf(value) !== type) return 'type'
  const sizeBytes = keyValueSizeBytes(value)
  if (sizeBytes === 0) return 'empty'
  return sizeBytes > MAX_KEY_BYTES[keyType] ? 'size' : undefined
}
