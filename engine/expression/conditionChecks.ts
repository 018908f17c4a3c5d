// The rules that a condition must keep whatever the item: placeholders are defined, functions have the
// operands that they take, and a constant has a type that its operator or function works on. A stored
// value of the wrong type is no error: the condition is just false.

import { type AttributeType, type AttributeValue, typeOf } from '../value/attributeValue.ts'
import { compareKeyValues } from '../value/compareValues.ts'
import type { BetweenNode, Condition, FunctionNode, Operand } from './ast.ts'
import { referPath, resolvePath, type Slots, valueAt } from './bindings.ts'
import {
  type Check,
  createTypeCheck,
  createValueCheck,
  operandCountProblem,
  operandTypeProblem,
  pathChecks,
  pathProblem,
} from './checks.ts'
import { equalPaths, printDocumentPath } from './documentPath.ts'
import { atomsOf, functionsOf, type Leaf, leavesOf, operandsOf } from './walk.ts'

const orderedTypes: readonly AttributeType[] = ['S', 'N', 'B']
const prefixTypes: readonly AttributeType[] = ['S', 'B']
const measuredTypes: readonly AttributeType[] = ['S', 'B', 'SS', 'NS', 'BS', 'L', 'M']
const typeNames: readonly string[] = ['S', 'SS', 'N', 'NS', 'B', 'BS', 'BOOL', 'NULL', 'L', 'M']

const mostCandidates = 100

const operandCounts: Record<string, number> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
  size: 1,
}

/** In the order in which DynamoDB reports problems: one comparison after the other. */
export function createConditionChecks(condition: Condition, slots: Slots): Check[] {
  const checks: Check[] = []
  for (const leaf of leavesOf(condition)) {
    checks.push(...definedChecks(leaf, slots))
    checks.push(...countChecks(leaf))
    checks.push(...distinctChecks(leaf, slots))
    checks.push(...typeChecks(leaf, slots))
  }
  return checks
}

function* definedChecks(leaf: Leaf, slots: Slots): Generator<Check> {
  for (const operand of operandsOf(leaf)) {
    for (const atom of atomsOf(operand)) {
      if (atom.kind === 'value') yield createValueCheck(atom.placeholder, slots)
      else yield* pathChecks(atom, slots)
    }
  }
}

function* functionsIn(leaf: Leaf): Generator<FunctionNode> {
  for (const operand of operandsOf(leaf)) yield* functionsOf(operand)
  if (leaf.kind === 'function') yield leaf
}

function* countChecks(leaf: Leaf): Generator<Check> {
  if (leaf.kind === 'in' && leaf.candidates.length > mostCandidates) {
    const count = leaf.candidates.length
    yield () => `The IN operator is provided with too many operands; number of operands: ${count}`
  }
  for (const { name, operands } of functionsIn(leaf)) {
    if (operands.length !== operandCounts[name]) yield () => operandCountProblem(name, operands.length)
  }
}

function* distinctChecks(leaf: Leaf, slots: Slots): Generator<Check> {
  if (leaf.kind !== 'comparison' && leaf.kind !== 'function') return
  const [first, second] = operandsOf(leaf)
  if (first?.kind !== 'path' || second?.kind !== 'path') return
  if (first.elements.length !== second.elements.length) return
  const operator = leaf.kind === 'comparison' ? leaf.operator : leaf.name
  const one = referPath(first, slots)
  const other = referPath(second, slots)
  if (one.literal && other.literal && !equalPaths(one.literal, other.literal)) return
  yield (bindings) => {
    const path = resolvePath(one, bindings)
    if (!equalPaths(path, resolvePath(other, bindings))) return undefined
    return `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${printDocumentPath(path)}`
  }
}

function* typeChecks(leaf: Leaf, slots: Slots): Generator<Check> {
  for (const call of functionsIn(leaf)) yield* functionTypeChecks(call, slots)
  if (leaf.kind === 'comparison' && leaf.operator !== '=' && leaf.operator !== '<>') {
    yield* constantChecks([leaf.left, leaf.right], leaf.operator, orderedTypes, slots)
  }
  if (leaf.kind === 'between') {
    yield* constantChecks([leaf.operand, leaf.lower, leaf.upper], 'BETWEEN', orderedTypes, slots)
    yield* boundChecks(leaf, slots)
  }
}

function* functionTypeChecks(call: FunctionNode, slots: Slots): Generator<Check> {
  const [first] = call.operands
  switch (call.name) {
    case 'attribute_exists':
    case 'attribute_not_exists':
      if (first?.kind !== 'path') yield () => pathProblem(call.name)
      break
    case 'begins_with':
      yield* constantChecks(call.operands, call.name, prefixTypes, slots)
      break
    case 'size':
      yield* constantChecks(call.operands, call.name, measuredTypes, slots)
      break
    case 'attribute_type':
      yield* typeNameChecks(call, slots)
  }
}

/** size() counts as a constant here: its type, a number, is known. */
function* constantChecks(
  operands: Operand[],
  name: string,
  types: readonly AttributeType[],
  slots: Slots,
): Generator<Check> {
  for (const operand of operands) {
    if (operand.kind === 'function' && !types.includes('N')) yield () => operandTypeProblem(name, 'N')
    if (operand.kind === 'value') yield createTypeCheck(slots.ofValue(operand.placeholder), name, types)
  }
}

function* typeNameChecks(call: FunctionNode, slots: Slots): Generator<Check> {
  const second = call.operands[1]
  if (second?.kind === 'path') yield () => operandTypeProblem(call.name, '{NS,SS,L,BS,N,M,B,BOOL,NULL,S}')
  yield* constantChecks(call.operands.slice(1), call.name, ['S'], slots)
  if (second?.kind !== 'value') return
  const slot = slots.ofValue(second.placeholder)
  yield (bindings) => {
    const value = valueAt(bindings, slot)
    if (!('S' in value) || typeNames.includes(value.S)) return undefined
    return `Invalid attribute type name found; type: ${value.S}, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}`
  }
}

function* boundChecks({ lower, upper }: BetweenNode, slots: Slots): Generator<Check> {
  if (lower.kind !== 'value' || upper.kind !== 'value') return
  const low = slots.ofValue(lower.placeholder)
  const high = slots.ofValue(upper.placeholder)
  yield (bindings) => boundProblem(valueAt(bindings, low), valueAt(bindings, high))
}

function boundProblem(lower: AttributeValue, upper: AttributeValue): string | undefined {
  if (typeOf(lower) !== typeOf(upper)) {
    return `The BETWEEN operator requires same data type for lower and upper bounds; ${printBounds(lower, upper)}`
  }
  if (compareKeyValues(lower, upper) <= 0) return undefined
  return `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${printBounds(lower, upper)}`
}

function printBounds(lower: AttributeValue, upper: AttributeValue): string {
  return `lower bound operand: AttributeValue: ${printValue(lower)}, upper bound operand: AttributeValue: ${printValue(upper)}`
}

/** For S, N and B. */
function printValue(value: AttributeValue): string {
  const [type, payload] = Object.entries(value)[0] as [string, unknown]
  return `{${type}:${String(payload)}}`
}
