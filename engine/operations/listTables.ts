// The names of all tables, in order, up to 100 at a time.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html

import { integer, structure } from './constraints.ts'
import type { Operation } from './operation.ts'
import { existingTableName } from './requestShapes.ts'

const MAX_NAMES = 100

export const listTables: Operation<'ListTables'> = {
  name: 'ListTables',
  constraints: structure('ListTablesInput', {
    ExclusiveStartTableName: existingTableName,
    Limit: integer({ min: 1, max: MAX_NAMES }),
  }),
  plan({ catalog }, { ExclusiveStartTableName: start, Limit: limit = MAX_NAMES }) {
    const names = catalog.tableNames().filter((name) => start === undefined || name > start)
    const page = names.slice(0, limit)
    const last = page.at(-1)
    return {
      output: {
        TableNames: page,
        ...(last !== undefined && names.length > page.length && { LastEvaluatedTableName: last }),
      },
      changes: [],
    }
  },
}
