// Key attributes are scalars, so no path of an expression leads into one.

import {
  type BoundCondition,
  type BoundProjection,
  type DocumentPath,
  documentPaths,
} from '../expression/expressions.ts'
import type { Table } from '../table/table.ts'
import { validationError } from '../value/dynamoDBError.ts'

export function checkExpressionPaths(
  table: Table,
  ...expressions: (BoundCondition | BoundProjection | undefined)[]
): void {
  for (const expression of expressions) if (expression) checkKeyPaths(table, documentPaths(expression))
}

export function checkKeyPaths(table: Table, paths: readonly DocumentPath[]): void {
  for (const path of paths) {
    if (path.length === 1) continue
    const name = path[0] as string
    if (table.keys.some((key) => key.name === name)) throw notScalar('Key', name)
  }
  for (const path of paths) {
    if (path.length === 1) continue
    const name = path[0] as string
    for (const index of table.indexes.values()) {
      if (index.keys.some((key) => key.name === name)) throw notScalar('IndexKey', name)
    }
  }
}

function notScalar(kind: 'Key' | 'IndexKey', name: string): Error {
  return validationError(
    `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${kind}: ${name}`,
  )
}
