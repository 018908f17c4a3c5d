// What a Query or Scan returns of each item: Select and ProjectionExpression together, on a table, a local or
// a global secondary index. Only a local index can fetch from the table what it does not keep itself.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html#DDB-Query-request-Select

import type { QueryInput, Select } from '../api.ts'
import { type BoundExpressions, topLevelNames } from '../expression/expressions.ts'
import { validationError } from '../value/dynamoDBError.ts'
import type { ReadSource } from './readSource.ts'

type SelectInput = Pick<QueryInput, 'Select' | 'ProjectionExpression' | 'IndexName'>

/** Whether Select and ProjectionExpression agree; told before the table is known. */
export function checkSelectedProjection(input: SelectInput): void {
  const { Select: select, ProjectionExpression: projection } = input
  if (select === 'SPECIFIC_ATTRIBUTES' && projection === undefined) {
    throw validationError(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    )
  }
  if (projection !== undefined && select !== undefined && select !== 'SPECIFIC_ATTRIBUTES') {
    throw validationError(
      `Cannot specify the ProjectionExpression when choosing to get ${selectText(select)}`,
    )
  }
}

/** Only an index has projected attributes. */
export function checkSelectedIndex({ Select: select, IndexName: indexName }: SelectInput): void {
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && indexName === undefined) {
    throw validationError('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName')
  }
}

function selectText(select: Select): string {
  return select === 'COUNT' ? 'only the Count' : select
}

/** Global indexes return what they keep and nothing else. */
export function checkProjected(
  { index }: ReadSource,
  select: Select | undefined,
  bound: BoundExpressions,
): void {
  if (index?.kind !== 'GSI') return
  if (select === 'ALL_ATTRIBUTES' && index.definition.Projection.ProjectionType !== 'ALL') {
    throw validationError(
      `One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global ` +
        `secondary index ${index.name} because its projection type is not ALL`,
    )
  }
  const names = bound.projection ? topLevelNames(bound.projection) : []
  const missing = names.filter((name) => !index.projects(name))
  if (missing.length > 0) {
    throw validationError(
      `One or more parameter values were invalid: Global secondary index ${index.name} does not project ` +
        `[${missing.join(', ')}]`,
    )
  }
}

/** Whether the items behind the entries are wanted: attributes that a local index does not keep. */
export function fetchesItems(
  { index }: ReadSource,
  select: Select | undefined,
  bound: BoundExpressions,
): boolean {
  if (index?.kind !== 'LSI') return false
  if (select === 'ALL_ATTRIBUTES') return index.definition.Projection.ProjectionType !== 'ALL'
  return [bound.projection, bound.filter].some(
    (expression) => expression && topLevelNames(expression).some((name) => !index.projects(name)),
  )
}
