// ExclusiveStartKey: a position in what is read, which must have exactly the attributes of a position there.
// It need not be that of an item.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html

import type { Key } from '../api.ts'
import { typeOf } from '../value/attributeValue.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import { checkKeyValue, countAttributes, keyMismatch } from './keys.ts'
import type { ReadSource } from './readSource.ts'

const INVALID = 'The provided starting key is invalid'

export function readStartKey(key: Key | undefined): Key | undefined {
  if (!key) return undefined
  try {
    return checkItem(key)
  } catch (error) {
    throw prefixed(error)
  }
}

/** Scan says of a table's start key what is wrong with it; Query and indexes do not. */
export function checkStartKey(source: ReadSource, key: Key, operation: 'Query' | 'Scan'): void {
  const explains = operation === 'Scan' && !source.index
  if (countAttributes(key) !== source.positionKeys.length) throw mismatch(explains)
  for (const { name } of source.positionKeys) if (!key[name]) throw mismatch(explains)
  try {
    for (const attribute of source.positionKeys) {
      const value = key[attribute.name]!
      if (typeOf(value) !== attribute.type) throw keyMismatch()
      checkKeyValue(attribute, value)
    }
  } catch (error) {
    throw prefixed(error)
  }
}

function mismatch(explains: boolean): DynamoDBError {
  return explains ? validationError(`${INVALID}: ${keyMismatch().message}`) : validationError(INVALID)
}

function prefixed(error: unknown): unknown {
  const isComplaint = error instanceof DynamoDBError && error.name === 'ValidationException'
  return isComplaint ? validationError(`${INVALID}: ${error.message}`) : error
}
