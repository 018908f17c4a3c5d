// A key condition: the condition grammar, restricted to one comparison per key attribute, joined by AND.
// What the table's key schema asks of it is judged later, by resolveKeyCondition.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html

import type { AttributeValue } from '../value/attributeValue.ts'
import type { Condition, Operand, PathNode } from './ast.ts'
import { type Bindings, referPath, resolvePath, type Slots, valueAt } from './bindings.ts'
import { type BoundCondition, bindCondition } from './boundCondition.ts'
import { expressionError } from './expressionError.ts'
import type { Comparator } from './lexer.ts'
import { type Leaf, operandsOf } from './walk.ts'

export type KeyOperator = '=' | '<' | '<=' | '>' | '>=' | 'BETWEEN' | 'begins_with'

export interface KeyComparison {
  name: string
  operator: KeyOperator
  values: AttributeValue[]
}

export interface BoundKeyCondition {
  readonly condition: BoundCondition
  readonly comparisons: readonly KeyComparison[]
}

export function bindKeyCondition(
  text: string,
  names: Record<string, string> | undefined,
  values: Record<string, AttributeValue> | undefined,
): BoundCondition {
  return bindCondition(text, 'KeyConditionExpression', names, values)
}

/** DynamoDB looks at the shape of a key condition only when all expressions of the request are sound. */
export function restrictKeyCondition(condition: BoundCondition): BoundKeyCondition {
  const { compiled, bindings } = condition
  const comparisons: KeyComparison[] = []
  for (const leaf of conjunctsOf(compiled.condition)) {
    const comparison = readComparison(leaf, compiled.slots, bindings)
    if (comparisons.some(({ name }) => name === comparison.name)) {
      throw refuse('KeyConditionExpressions must only contain one condition per key')
    }
    comparisons.push(comparison)
  }
  return { condition, comparisons }
}

function* conjunctsOf(condition: Condition): Generator<Leaf> {
  if (condition.kind === 'and') {
    for (const part of condition.conditions) yield* conjunctsOf(part)
  } else if (condition.kind === 'or' || condition.kind === 'not') {
    throw refuseOperator(condition.kind.toUpperCase())
  } else yield condition
}

function readComparison(leaf: Leaf, slots: Slots, bindings: Bindings): KeyComparison {
  const operator = readOperator(leaf)
  const operands = operandsOf(leaf)
  if (operator === 'BETWEEN' || operator === 'begins_with') {
    if (operands[0]?.kind !== 'path') {
      throw refuseCondition(`${operator} operator must have the key attribute as its first operand`)
    }
  }
  const path = findKeyPath(operands)
  const name = resolvePath(referPath(path, slots), bindings)[0] as string
  const values = operands.flatMap((operand) =>
    operand.kind === 'value' ? [valueAt(bindings, slots.ofValue(operand.placeholder))] : [],
  )
  return { name, operator: operands[0] === path ? operator : mirrored[operator], values }
}

const mirrored: Record<KeyOperator, KeyOperator> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  BETWEEN: 'BETWEEN',
  begins_with: 'begins_with',
}

function readOperator(leaf: Leaf): KeyOperator {
  if (leaf.kind === 'between') return 'BETWEEN'
  if (leaf.kind === 'in') throw refuseOperator('IN')
  if (leaf.kind === 'function') {
    if (leaf.name !== 'begins_with') throw refuseOperator(leaf.name)
    return 'begins_with'
  }
  if (leaf.operator === '<>') throw refuseOperator('<>')
  return leaf.operator satisfies Exclude<Comparator, '<>'>
}

function findKeyPath(operands: Operand[]): PathNode {
  let found: PathNode | undefined
  for (const operand of operands) {
    if (operand.kind === 'function') throw refuse('KeyConditionExpressions cannot contain nested operations')
    if (operand.kind !== 'path') continue
    if (found !== undefined) throw refuseCondition('Multiple attribute names used in one condition')
    if (operand.elements.length > 1) {
      throw refuse('KeyConditionExpressions cannot have conditions on nested attributes')
    }
    found = operand
  }
  if (found === undefined) throw refuseCondition('No key attribute specified')
  return found
}

function refuseOperator(operator: string): Error {
  return refuse(`Invalid operator used in KeyConditionExpression: ${operator}`)
}

function refuseCondition(problem: string): Error {
  return refuse(`Invalid condition in KeyConditionExpression: ${problem}`)
}

function refuse(problem: string): Error {
  return expressionError('KeyConditionExpression', problem)
}
