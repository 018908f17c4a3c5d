// Changes attributes of one item, which comes into being if it is not there.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html

import type { Key, UpdateItemInput } from '../api.ts'
import {
  applyUpdate,
  type BoundExpressions,
  type BoundUpdate,
  updatedAttributes,
  updateRemovesOnly,
} from '../expression/expressions.ts'
import type { AttributeMap, Item } from '../value/attributeValue.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import { checkCondition, planItemWrite, unlessEmpty } from './conditionalWrite.ts'
import { structure, text, unread } from './constraints.ts'
import { enveloped, isEnvelopedValueComplaint } from './envelope.ts'
import {
  bindParameters,
  checkExpressionParameters,
  type ExpressionRules,
  readPlaceholderValues,
} from './expressionParameters.ts'
import { findItemTable } from './findTable.ts'
import { checkExpressionPaths } from './keyPaths.ts'
import { checkKey } from './keys.ts'
import type { Operation, OperationContext } from './operation.ts'
import {
  conditionalWriteMembers,
  Key as KeyMember,
  ReturnConsumedCapacity,
  ReturnItemCollectionMetrics,
  ReturnValues,
  TableName,
} from './requestShapes.ts'
import { checkUpdatedItem, checkUpdateTargets } from './updateChecks.ts'

const rules: ExpressionRules = {
  legacy: ['AttributeUpdates', 'Expected', 'ConditionalOperator'],
  expressions: ['UpdateExpression', 'ConditionExpression'],
  valued: ['UpdateExpression', 'ConditionExpression'],
}

export const updateItem: Operation<'UpdateItem'> = {
  name: 'UpdateItem',
  constraints: structure('UpdateItemInput', {
    TableName,
    Key: KeyMember,
    ReturnValues,
    ReturnConsumedCapacity,
    ReturnItemCollectionMetrics,
    UpdateExpression: text(),
    AttributeUpdates: unread,
    ...conditionalWriteMembers,
  }),
  firstEnumerationOnly: true,
  plan(context, input) {
    const { key, update, condition } = readParameters(context, input)
    const table = findItemTable(context, input.TableName)
    checkKey(table, key)
    if (update) checkUpdateTargets(table, update)
    checkExpressionPaths(table, condition)
    const before = table.getItem(key)
    checkCondition(condition, before, input)
    const after = updatedItem(key, update, before)
    if (update && after) checkUpdatedItem(table, update, before ?? key, after)
    const attributes = returnedAttributes(input, update, before, after)
    return planItemWrite({ table, key, before, after }, input, attributes)
  },
}

function readParameters(
  context: OperationContext,
  input: UpdateItemInput,
): Pick<BoundExpressions, 'update' | 'condition'> & { key: Key } {
  enveloped(context, () => checkExpressionParameters(rules, input))
  const { values, key } = enveloped(context, () => readValues(input), isEnvelopedValueComplaint)
  const { update, condition } = enveloped(context, () => bindParameters(input, values))
  return { key, ...(update && { update }), ...(condition && { condition }) }
}

function readValues(input: UpdateItemInput): { values: AttributeMap | undefined; key: Key } {
  return { values: readPlaceholderValues(input), key: checkItem(input.Key) }
}

/** Without an expression the item is only made sure of; to remove from nothing makes nothing. */
function updatedItem(key: Key, update: BoundUpdate | undefined, before: Item | undefined): Item | undefined {
  if (!before && update && updateRemovesOnly(update)) return undefined
  const item = before ?? key
  return update ? applyUpdate(update, item) : item
}

function returnedAttributes(
  { ReturnValues: wanted }: UpdateItemInput,
  update: BoundUpdate | undefined,
  before: Item | undefined,
  after: Item | undefined,
): AttributeMap | undefined {
  if (wanted === 'ALL_OLD') return before
  if (wanted === 'ALL_NEW') return after
  if (wanted === 'UPDATED_OLD') return update && before && unlessEmpty(updatedAttributes(update, before))
  if (wanted === 'UPDATED_NEW') return update && after && unlessEmpty(updatedAttributes(update, after))
  return undefined
}
