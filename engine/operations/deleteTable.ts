// Deletes a table with its indexes, unless it is protected or busy.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteTable.html

import { validationError } from '../value/dynamoDBError.ts'
import { structure } from './constraints.ts'
import { describeDefinition } from './describeDefinition.ts'
import { checkIdle, findDefinedTable } from './findTable.ts'
import type { Operation } from './operation.ts'
import { DefinedTableName } from './requestShapes.ts'

export const deleteTable: Operation<'DeleteTable'> = {
  name: 'DeleteTable',
  constraints: structure('DeleteTableInput', { TableName: DefinedTableName }),
  plan(context, input) {
    const table = findDefinedTable(context, input.TableName)
    if (table.definition.TableStatus === 'DELETING') {
      return { output: { TableDescription: describeDefinition(table.definition, table) }, changes: [] }
    }
    checkIdle(table)
    if (table.definition.DeletionProtectionEnabled) {
      throw validationError(
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      )
    }
    const definition = { ...table.definition, TableStatus: 'DELETING' as const }
    return {
      output: { TableDescription: describeDefinition(definition, table) },
      changes: [{ kind: 'table', name: table.name, definition }],
    }
  },
}
