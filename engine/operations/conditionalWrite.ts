// What PutItem, UpdateItem and DeleteItem share: the condition on the item as it is, and the response once
// the change is planned.

import type { Key, PutItemInput, WriteItemOutput } from '../api.ts'
import { consumedCapacity } from '../capacity/consumedCapacity.ts'
import { type BoundCondition, matchesCondition } from '../expression/expressions.ts'
import type { Table } from '../table/table.ts'
import type { AttributeMap, Item } from '../value/attributeValue.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import type { ExpressionRules } from './expressionParameters.ts'
import { findCollectionMetrics } from './itemCollectionMetrics.ts'
import type { Outcome } from './operation.ts'
import { writeCapacity } from './writeCapacity.ts'

/** The expressions of PutItem and DeleteItem: a condition, and nothing else. */
export const conditionRules: ExpressionRules = {
  legacy: ['Expected', 'ConditionalOperator'],
  expressions: ['ConditionExpression'],
  valued: ['ConditionExpression'],
}

type WriteOptions = Pick<
  PutItemInput,
  | 'TableName'
  | 'ReturnConsumedCapacity'
  | 'ReturnItemCollectionMetrics'
  | 'ReturnValuesOnConditionCheckFailure'
>

/** An item that does not exist is judged as one without attributes. */
export function checkCondition(
  condition: BoundCondition | undefined,
  before: Item | undefined,
  options: WriteOptions,
): void {
  if (!condition || matchesCondition(condition, before)) return
  const showsItem = before !== undefined && options.ReturnValuesOnConditionCheckFailure === 'ALL_OLD'
  const details = showsItem ? { Item: before } : {}
  throw new DynamoDBError('ConditionalCheckFailedException', 'The conditional request failed', details)
}

/** PutItem and DeleteItem show no more than the item that they replaced or deleted. */
export function checkReturnValues({ ReturnValues = 'NONE' }: Pick<PutItemInput, 'ReturnValues'>): void {
  if (ReturnValues === 'NONE' || ReturnValues === 'ALL_OLD') return
  throw validationError('ReturnValues can only be ALL_OLD or NONE')
}

export interface ItemWrite {
  table: Table
  key: Key
  before: Item | undefined
  after: Item | undefined
}

/** The attributes are what ReturnValues shows of the write, if anything. */
export function planItemWrite(
  { table, key, before, after }: ItemWrite,
  options: WriteOptions,
  attributes: AttributeMap | undefined,
): Outcome<WriteItemOutput> {
  const change = before || after ? table.planWrite(before, after) : undefined
  const detail = options.ReturnConsumedCapacity ?? 'NONE'
  const metrics =
    options.ReturnItemCollectionMetrics === 'SIZE' ? findCollectionMetrics(table, key) : undefined
  return {
    output: {
      ...(attributes && { Attributes: attributes }),
      ...(detail !== 'NONE' && {
        ConsumedCapacity: consumedCapacity(options.TableName, writeCapacity(change), detail),
      }),
      ...(metrics && { ItemCollectionMetrics: metrics }),
    },
    changes: change ? [{ kind: 'item', change }] : [],
  }
}

/** Attributes to show, unless there are none. */
export function unlessEmpty(attributes: AttributeMap): AttributeMap | undefined {
  for (const _ in attributes) return attributes
  return undefined
}
