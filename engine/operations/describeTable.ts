// What a table is and how much is in it.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html

import { structure } from './constraints.ts'
import { describeDefinition } from './describeDefinition.ts'
import { findDefinedTable } from './findTable.ts'
import type { Operation } from './operation.ts'
import { DefinedTableName } from './requestShapes.ts'

export const describeTable: Operation<'DescribeTable'> = {
  name: 'DescribeTable',
  constraints: structure('DescribeTableInput', { TableName: DefinedTableName }),
  plan(context, input) {
    const table = findDefinedTable(context, input.TableName)
    return { output: { Table: describeDefinition(table.definition, table) }, changes: [] }
  },
}
