import {
  bindExpressions,
  type ExpressionInput,
  matchesCondition,
} from '../../../engine/expression/expressions.ts'
import type { Item } from '../../../engine/value/attributeValue.ts'

/** What DynamoDB would answer to a filter, by the engine's own expressions. */
export function matchesFilter(filter: ExpressionInput, item: Item): boolean {
  const bound = bindExpressions(filter)
  return bound.filter !== undefined && matchesCondition(bound.filter, item)
}
