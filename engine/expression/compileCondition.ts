// A condition as functions: compiled once for a text, run for each item with what the placeholders of a
// request stand for. An attribute that is missing makes every comparison false, but for `<>`, which is true.

import { type AttributeValue, type Item, typeOf } from '../value/attributeValue.ts'
import { base64SizeBytes } from '../value/base64.ts'
import { compareKeyValues, equalValues } from '../value/compareValues.ts'
import type {
  BetweenNode,
  ComparisonNode,
  Condition,
  FunctionNode,
  InNode,
  Operand,
  PathNode,
} from './ast.ts'
import { type Bindings, referPath, resolvePath, type Slots } from './bindings.ts'
import { findAtPath, findAttribute } from './documentPath.ts'
import type { Comparator } from './lexer.ts'

export type Test = (item: Item, bindings: Bindings) => boolean
export type Read = (item: Item, bindings: Bindings) => AttributeValue | undefined

export function compileCondition(condition: Condition, slots: Slots): Test {
  switch (condition.kind) {
    case 'and':
      return compileAnd(condition.conditions.map((part) => compileCondition(part, slots)))
    case 'or':
      return compileOr(condition.conditions.map((part) => compileCondition(part, slots)))
    case 'not': {
      const test = compileCondition(condition.condition, slots)
      return (item, bindings) => !test(item, bindings)
    }
    case 'comparison':
      return compileComparison(condition, slots)
    case 'between':
      return compileBetween(condition, slots)
    case 'in':
      return compileIn(condition, slots)
    case 'function':
      return compileFunction(condition, slots)
  }
}

function compileAnd(tests: Test[]): Test {
  return (item, bindings) => {
    for (const test of tests) if (!test(item, bindings)) return false
    return true
  }
}

function compileOr(tests: Test[]): Test {
  return (item, bindings) => {
    for (const test of tests) if (test(item, bindings)) return true
    return false
  }
}

function compileComparison({ operator, left, right }: ComparisonNode, slots: Slots): Test {
  const readLeft = compileOperand(left, slots)
  const readRight = compileOperand(right, slots)
  const compare = comparisons[operator]
  return (item, bindings) => {
    const a = readLeft(item, bindings)
    const b = readRight(item, bindings)
    return a === undefined || b === undefined ? operator === '<>' : compare(a, b)
  }
}

const comparisons: Record<Comparator, (a: AttributeValue, b: AttributeValue) => boolean> = {
  '=': equalValues,
  '<>': (a, b) => !equalValues(a, b),
  '<': (a, b) => haveOrder(a, b) && compareKeyValues(a, b) < 0,
  '<=': isAtMost,
  '>': (a, b) => haveOrder(a, b) && compareKeyValues(a, b) > 0,
  '>=': (a, b) => isAtMost(b, a),
}

function isAtMost(a: AttributeValue, b: AttributeValue): boolean {
  return haveOrder(a, b) && compareKeyValues(a, b) <= 0
}

function haveOrder(a: AttributeValue, b: AttributeValue): boolean {
  return ('S' in a && 'S' in b) || ('N' in a && 'N' in b) || ('B' in a && 'B' in b)
}

function compileBetween({ operand, lower, upper }: BetweenNode, slots: Slots): Test {
  const read = compileOperand(operand, slots)
  const readLower = compileOperand(lower, slots)
  const readUpper = compileOperand(upper, slots)
  return (item, bindings) => {
    const value = read(item, bindings)
    if (value === undefined) return false
    const low = readLower(item, bindings)
    const high = readUpper(item, bindings)
    if (low === undefined || high === undefined) return false
    return isAtMost(low, value) && isAtMost(value, high)
  }
}

function compileIn({ operand, candidates }: InNode, slots: Slots): Test {
  const read = compileOperand(operand, slots)
  const reads = candidates.map((candidate) => compileOperand(candidate, slots))
  return (item, bindings) => {
    const value = read(item, bindings)
    if (value === undefined) return false
    return reads.some((readCandidate) => {
      const candidate = readCandidate(item, bindings)
      return candidate !== undefined && equalValues(value, candidate)
    })
  }
}

function compileFunction({ name, operands }: FunctionNode, slots: Slots): Test {
  const [readFirst, readSecond] = operands.map((operand) => compileOperand(operand, slots)) as [Read, Read]
  if (name === 'attribute_exists') return (item, bindings) => readFirst(item, bindings) !== undefined
  if (name === 'attribute_not_exists') return (item, bindings) => readFirst(item, bindings) === undefined
  const holds = relations[name] as Relation
  return (item, bindings) => {
    const a = readFirst(item, bindings)
    if (a === undefined) return false
    const b = readSecond(item, bindings)
    return b !== undefined && holds(a, b)
  }
}

type Relation = (a: AttributeValue, b: AttributeValue) => boolean

const relations: Record<string, Relation> = {
  attribute_type: (value, name) => 'S' in name && typeOf(value) === name.S,
  begins_with: beginsWith,
  contains,
}

function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if ('S' in value) return 'S' in prefix && value.S.startsWith(prefix.S)
  return 'B' in value && 'B' in prefix && atob(value.B).startsWith(atob(prefix.B))
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if ('S' in value) return 'S' in part && value.S.includes(part.S)
  if ('B' in value) return 'B' in part && atob(value.B).includes(atob(part.B))
  if ('L' in value) return value.L.some((element) => equalValues(element, part))
  if ('SS' in value) return 'S' in part && value.SS.includes(part.S)
  if ('NS' in value) return 'N' in part && value.NS.includes(part.N)
  return 'BS' in value && 'B' in part && value.BS.includes(part.B)
}

function compileOperand(operand: Operand, slots: Slots): Read {
  if (operand.kind === 'path') return compilePath(operand, slots)
  if (operand.kind === 'value') {
    const slot = slots.ofValue(operand.placeholder)
    return (_item, bindings) => bindings.values[slot]
  }
  return compileSize(compileOperand((operand as FunctionNode).operands[0] as Operand, slots))
}

export function compilePath(path: PathNode, slots: Slots): Read {
  const reference = referPath(path, slots)
  const { literal, steps } = reference
  if (steps.length > 1) {
    if (literal !== undefined) return (item) => findAtPath(item, literal)
    return (item, bindings) => findAtPath(item, resolvePath(reference, bindings))
  }
  const [step] = steps
  if (typeof step === 'object') {
    const { slot } = step
    return (item, bindings) => findAttribute(item, bindings.names[slot] as string)
  }
  const name = step as string
  return (item) => findAttribute(item, name)
}

function compileSize(read: Read): Read {
  return (item, bindings) => {
    const value = read(item, bindings)
    const size = value && sizeOf(value)
    return size === undefined ? undefined : { N: String(size) }
  }
}

/** Strings in UTF-16 units, binaries in bytes, collections in elements; undefined for other types. */
function sizeOf(value: AttributeValue): number | undefined {
  if ('S' in value) return value.S.length
  if ('B' in value) return base64SizeBytes(value.B)
  if ('L' in value) return value.L.length
  if ('M' in value) return Object.keys(value.M).length
  if ('SS' in value) return value.SS.length
  if ('NS' in value) return value.NS.length
  return 'BS' in value ? value.BS.length : undefined
}
