// Reads one item by its key.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html

import { capacityUse, consumedCapacity } from '../capacity/consumedCapacity.ts'
import { readUnits } from '../capacity/readUnits.ts'
import { projectItem } from '../expression/expressions.ts'
import { checkItem } from '../value/checkAttributeValue.ts'
import { itemSizeBytes } from '../value/itemSize.ts'
import { flag, structure, text, unread } from './constraints.ts'
import { bindParameters, checkExpressionParameters, type ExpressionRules } from './expressionParameters.ts'
import { findItemTable } from './findTable.ts'
import { checkExpressionPaths } from './keyPaths.ts'
import { checkKey } from './keys.ts'
import type { Operation } from './operation.ts'
import { ExpressionAttributeNames, Key, ReturnConsumedCapacity, TableName } from './requestShapes.ts'

const rules: ExpressionRules = {
  legacy: ['AttributesToGet'],
  expressions: ['ProjectionExpression'],
  valued: [],
}

export const getItem: Operation<'GetItem'> = {
  name: 'GetItem',
  constraints: structure('GetItemInput', {
    TableName,
    Key,
    ReturnConsumedCapacity,
    ConsistentRead: flag,
    ProjectionExpression: text(),
    ExpressionAttributeNames,
    AttributesToGet: unread,
  }),
  plan(context, input) {
    checkExpressionParameters(rules, input)
    const key = checkItem(input.Key)
    const { projection } = bindParameters(input)
    const table = findItemTable(context, input.TableName)
    checkKey(table, key)
    checkExpressionPaths(table, projection)
    const item = table.getItem(key)
    const detail = input.ReturnConsumedCapacity ?? 'NONE'
    const units = () => readUnits(item ? itemSizeBytes(item) : 0, input.ConsistentRead ?? false)
    return {
      output: {
        ...(item && { Item: projection ? projectItem(projection, item) : item }),
        ...(detail !== 'NONE' && {
          ConsumedCapacity: consumedCapacity(input.TableName, capacityUse(units()), detail),
        }),
      },
      changes: [],
    }
  },
}
