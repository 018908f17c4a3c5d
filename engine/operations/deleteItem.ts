// Deletes one item by its key; deleting what is not there succeeds.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html

import { checkItem } from '../value/checkAttributeValue.ts'
import { checkCondition, checkReturnValues, conditionRules, planItemWrite } from './conditionalWrite.ts'
import { structure } from './constraints.ts'
import { bindParameters, checkExpressionParameters, readPlaceholderValues } from './expressionParameters.ts'
import { findItemTable } from './findTable.ts'
import { checkExpressionPaths } from './keyPaths.ts'
import { checkKey } from './keys.ts'
import type { Operation } from './operation.ts'
import {
  conditionalWriteMembers,
  Key,
  ReturnConsumedCapacity,
  ReturnItemCollectionMetrics,
  ReturnValues,
  TableName,
} from './requestShapes.ts'

export const deleteItem: Operation<'DeleteItem'> = {
  name: 'DeleteItem',
  constraints: structure('DeleteItemInput', {
    TableName,
    Key,
    ReturnConsumedCapacity,
    ReturnItemCollectionMetrics,
    ReturnValues,
    ...conditionalWriteMembers,
  }),
  plan(context, input) {
    checkExpressionParameters(conditionRules, input)
    const values = readPlaceholderValues(input)
    const key = checkItem(input.Key)
    checkReturnValues(input)
    const { condition } = bindParameters(input, values)
    const table = findItemTable(context, input.TableName)
    checkKey(table, key)
    checkExpressionPaths(table, condition)
    const before = table.getItem(key)
    checkCondition(condition, before, input)
    const attributes = input.ReturnValues === 'ALL_OLD' ? before : undefined
    return planItemWrite({ table, key, before, after: undefined }, input, attributes)
  },
}
