// A table design as `aws dynamodb create-table --cli-input-json` takes it: no member that CreateTable
// does not know, and attribute definitions of key attributes only.
// https://docs.aws.amazon.com/cli/latest/reference/dynamodb/create-table.html

import type { CreateTableInput } from '../../engine/api.ts'
import type { TableDesign } from '../model/design.ts'

export function writeCreateTable(table: TableDesign): CreateTableInput {
  return table.definition
}
