// ExpressionAttributeNames and ExpressionAttributeValues: what may be in them, and that all of it is used.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeNames.html

import { validationError } from '../value/dynamoDBError.ts'
import { utf8SizeBytes } from '../value/utf8.ts'
import type { Slots } from './bindings.ts'
import type { ExpressionInput } from './expressionInput.ts'

const namePlaceholder = /^#[A-Za-z0-9_]+$/
const valuePlaceholder = /^:[A-Za-z0-9_]+$/
/** With the character that marks it. */
const longestPlaceholderBytes = 255
const longestNameBytes = 65_535

/**
 * What can be told of the placeholders before values and expressions are read. The parameters are the
 * expressions of the operation that can hold values, in the order in which its messages name them.
 */
export function checkPlaceholders(input: ExpressionInput, parameters: readonly string[] = []): void {
  checkPlaceholdersHaveUse(input, parameters)
  checkPlaceholderMaps(input)
}

/** Only a request with an expression may carry placeholders. */
function checkPlaceholdersHaveUse(input: ExpressionInput, parameters: readonly string[]): void {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input
  if (names !== undefined && !hasExpression(input)) {
    throw validationError('ExpressionAttributeNames can only be specified when using expressions')
  }
  if (values !== undefined && !hasExpressionWithValues(input)) {
    throw validationError(
      `ExpressionAttributeValues can only be specified when using expressions${explain(parameters)}`,
    )
  }
}

function hasExpression(input: ExpressionInput): boolean {
  return input.ProjectionExpression !== undefined || hasExpressionWithValues(input)
}

function hasExpressionWithValues(input: ExpressionInput): boolean {
  return (
    input.UpdateExpression !== undefined ||
    input.ConditionExpression !== undefined ||
    input.KeyConditionExpression !== undefined ||
    input.FilterExpression !== undefined
  )
}

function explain(parameters: readonly string[]): string {
  if (parameters.length === 0) return ''
  return `: ${parameters.join(' and ')} ${parameters.length === 1 ? 'is' : 'are'} null`
}

function checkPlaceholderMaps(input: ExpressionInput): void {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input
  if (names !== undefined) {
    checkKeys('ExpressionAttributeNames', names, namePlaceholder)
    checkNames(names)
  }
  if (values !== undefined) checkKeys('ExpressionAttributeValues', values, valuePlaceholder)
}

function checkKeys(parameter: string, map: Record<string, unknown>, placeholder: RegExp): void {
  let isEmpty = true
  for (const key in map) {
    isEmpty = false
    const problem = findKeyProblem(parameter, key, placeholder)
    if (problem !== undefined) throw validationError(`${parameter} contains invalid key: ${problem}`)
  }
  if (isEmpty) throw validationError(`${parameter} must not be empty`)
}

/** Only of names does the service tell how long the key is. */
function findKeyProblem(parameter: string, key: string, placeholder: RegExp): string | undefined {
  const sizeBytes = utf8SizeBytes(key)
  if (sizeBytes > longestPlaceholderBytes) {
    const size = parameter === 'ExpressionAttributeNames' ? ` size of key: ${sizeBytes}` : ''
    return `The expression attribute map contains a key that is too long;${size}`
  }
  return placeholder.test(key) ? undefined : `Syntax error; key: "${key}"`
}

function checkNames(names: Record<string, string>): void {
  for (const placeholder in names) {
    const problem = findNameProblem(names[placeholder] as string)
    if (problem !== undefined) {
      throw validationError(
        `ExpressionAttributeNames contains invalid value: ${problem} for key ${placeholder}`,
      )
    }
  }
}

function findNameProblem(name: string): string | undefined {
  if (name === '') return 'Empty attribute name'
  // A UTF-16 unit takes three bytes of UTF-8 at most.
  const isTooLarge = name.length > longestNameBytes / 3 && utf8SizeBytes(name) > longestNameBytes
  return isTooLarge ? 'Attribute name is too large, must be less than 65536 bytes' : undefined
}

/** Every placeholder must be used by some expression of the request, be it in a part that never runs. */
export function checkPlaceholdersUsed(input: ExpressionInput, expressions: readonly Slots[]): void {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = input
  const nameSlots = expressions.map((slots) => slots.names)
  const valueSlots = expressions.map((slots) => slots.values)
  if (names !== undefined) checkUsed('ExpressionAttributeNames', names, nameSlots)
  if (values !== undefined) checkUsed('ExpressionAttributeValues', values, valueSlots)
}

function checkUsed(parameter: string, map: Record<string, unknown>, slots: Map<string, number>[]): void {
  let unused: string[] | undefined
  for (const key in map) {
    if (!slots.some((used) => used.has(key))) unused = [...(unused ?? []), key]
  }
  if (unused !== undefined) {
    throw validationError(
      `Value provided in ${parameter} unused in expressions: keys: {${unused.join(', ')}}`,
    )
  }
}
