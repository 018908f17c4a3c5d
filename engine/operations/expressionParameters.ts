// The expressions of a request and what stands around them: names and values for placeholders. Whether these
// may be there at all is decided before attribute values are judged, and values before expressions are read.

import {
  type BoundExpressions,
  bindCheckedExpressions,
  type ExpressionInput,
} from '../expression/expressions.ts'
import { checkPlaceholders } from '../expression/placeholderMaps.ts'
import { type AttributeMap, createAttributeMap } from '../value/attributeValue.ts'
import { checkAttributeValue } from '../value/checkAttributeValue.ts'
import { DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import { checkLegacyParameters, type LegacyRules } from './legacyParameters.ts'

export interface ExpressionRules extends LegacyRules {
  /** Those of the expressions that can hold values, as messages list them. */
  valued: readonly string[]
}

/** Old parameters and expressions do not mix, and placeholders need an expression. */
export function checkExpressionParameters(rules: ExpressionRules, input: ExpressionInput): void {
  checkLegacyParameters(rules, input)
  checkPlaceholders(input, rules.valued)
}

/** Canonical values; what is wrong with one is told together with its placeholder. */
export function readPlaceholderValues(input: ExpressionInput): AttributeMap | undefined {
  const values = input.ExpressionAttributeValues
  if (!values) return undefined
  const read = createAttributeMap()
  for (const placeholder in values) {
    try {
      read[placeholder] = checkAttributeValue(values[placeholder])
    } catch (error) {
      throw placeholderError(error, placeholder)
    }
  }
  return read
}

function placeholderError(error: unknown, placeholder: string): unknown {
  const isWrapped =
    error instanceof DynamoDBError &&
    error.name === 'ValidationException' &&
    !error.message.startsWith('Nesting Levels')
  if (!isWrapped) return error
  return validationError(
    `ExpressionAttributeValues contains invalid value: ${error.message} for key ${placeholder}`,
  )
}

/** Reads the expressions, with values that are canonical by now. Throws what is wrong with them, in order. */
export function bindParameters(input: ExpressionInput, values?: AttributeMap): BoundExpressions {
  return bindCheckedExpressions(values ? { ...input, ExpressionAttributeValues: values } : input)
}
