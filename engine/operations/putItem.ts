// Creates an item, or replaces the one with the same key.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html

import type { PutItemInput } from '../api.ts'
import type { BoundExpressions } from '../expression/expressions.ts'
import type { Item } from '../value/attributeValue.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import { checkCondition, checkReturnValues, conditionRules, planItemWrite } from './conditionalWrite.ts'
import { required, structure } from './constraints.ts'
import { enveloped, isEnvelopedValueComplaint } from './envelope.ts'
import { bindParameters, checkExpressionParameters, readPlaceholderValues } from './expressionParameters.ts'
import { findItemTable } from './findTable.ts'
import { checkItemLimits } from './itemLimits.ts'
import { checkExpressionPaths } from './keyPaths.ts'
import { checkItemKeys } from './keys.ts'
import type { Operation, OperationContext } from './operation.ts'
import {
  attributeMap,
  conditionalWriteMembers,
  ReturnConsumedCapacity,
  ReturnItemCollectionMetrics,
  ReturnValues,
  TableName,
} from './requestShapes.ts'

export const putItem: Operation<'PutItem'> = {
  name: 'PutItem',
  constraints: structure('PutItemInput', {
    TableName,
    Item: required(attributeMap),
    ReturnConsumedCapacity,
    ReturnItemCollectionMetrics,
    ReturnValues,
    ...conditionalWriteMembers,
  }),
  plan(context, input) {
    const { item, condition } = readParameters(context, input)
    const table = findItemTable(context, input.TableName)
    checkItemKeys(table, item)
    checkExpressionPaths(table, condition)
    const before = table.getItem(item)
    checkCondition(condition, before, input)
    const attributes = input.ReturnValues === 'ALL_OLD' ? before : undefined
    return planItemWrite({ table, key: item, before, after: item }, input, attributes)
  },
}

function readParameters(
  context: OperationContext,
  input: PutItemInput,
): { item: Item; condition: BoundExpressions['condition'] } {
  enveloped(context, () => checkExpressionParameters(conditionRules, input))
  const { values, item } = enveloped(context, () => readValues(input), isEnvelopedValueComplaint)
  enveloped(context, () => checkReturnValues(input))
  checkItemLimits(item)
  const { condition } = enveloped(context, () => bindParameters(input, values))
  return { item, condition }
}

function readValues(input: PutItemInput): { values: Item | undefined; item: Item } {
  return { values: readPlaceholderValues(input), item: checkItem(input.Item) }
}
