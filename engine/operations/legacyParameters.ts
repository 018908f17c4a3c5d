// The parameters that conditions, updates and filters had before expressions. A request may not have both
// kinds; this engine does not read the old ones, and says so.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html

import { validationError } from '../value/dynamoDBError.ts'

const REPLACEMENTS = {
  AttributesToGet: 'ProjectionExpression',
  AttributeUpdates: 'UpdateExpression',
  Expected: 'ConditionExpression',
  KeyConditions: 'KeyConditionExpression',
  QueryFilter: 'FilterExpression',
  ScanFilter: 'FilterExpression',
  ConditionalOperator: 'AND and OR in an expression',
} as const

export type LegacyParameter = keyof typeof REPLACEMENTS

export interface LegacyRules {
  /** In the order in which the service lists them, as for expressions. */
  legacy: readonly LegacyParameter[]
  expressions: readonly string[]
}

/** Takes the input, or several parts of one, and throws when there is a legacy parameter in it. */
export function checkLegacyParameters(rules: LegacyRules, ...inputs: object[]): void {
  const legacy = rules.legacy.filter((name) => inputs.some((input) => name in input))
  if (legacy.length === 0) return
  const expressions = rules.expressions.filter((name) => inputs.some((input) => name in input))
  const mixed = legacy.filter(
    (name) => name !== 'ConditionalOperator' || rules.expressions.includes('FilterExpression'),
  )
  if (expressions.length > 0 && mixed.length > 0) {
    throw validationError(
      'Can not use both expression and non-expression parameters in the same request: ' +
        `Non-expression parameters: {${mixed.join(', ')}} Expression parameters: {${expressions.join(', ')}}`,
    )
  }
  const [name] = legacy
  throw validationError(`The legacy parameter ${name} is not supported here yet; use ${REPLACEMENTS[name!]}`)
}
