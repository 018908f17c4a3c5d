// The rules that an update must keep whatever the item, one list of checks per kind of problem, in the
// order in which DynamoDB reports them.

import { type AttributeType, typeOf } from '../value/attributeValue.ts'
import type { FunctionNode, Operand, PathNode, Update, ValueNode } from './ast.ts'
import { type Slots, valueAt } from './bindings.ts'
import {
  type Check,
  createTypeCheck,
  createValueCheck,
  operandCountProblem,
  pathChecks,
  pathProblem,
} from './checks.ts'
import { atomsOf, functionsOf } from './walk.ts'

export interface UpdateChecks {
  names: Check[]
  values: Check[]
  valueActions: Check[] // of ADD and DELETE
  operands: Check[] // of functions, + and -
}

export function createUpdateChecks(update: Update, slots: Slots): UpdateChecks {
  const checks: UpdateChecks = { names: [], values: [], valueActions: [], operands: [] }
  for (const atom of atomsOfUpdate(update)) {
    if (atom.kind === 'value') checks.values.push(createValueCheck(atom.placeholder, slots))
    else checks.names.push(...pathChecks(atom, slots))
  }
  for (const section of update.sections) {
    if (section.kind === 'REMOVE') continue
    for (const { value } of section.actions) {
      if (section.kind === 'SET') checks.operands.push(...setValueChecks(value, slots))
      else checks.valueActions.push(createActionCheck(section.kind, value as ValueNode, slots))
    }
  }
  return checks
}

function* atomsOfUpdate(update: Update): Generator<PathNode | ValueNode> {
  for (const section of update.sections) {
    for (const action of section.actions) {
      yield action.path
      if ('value' in action) yield* atomsOf(action.value)
    }
  }
}

const wrongTypes: Partial<Record<AttributeType, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
  L: 'LIST',
  M: 'MAP',
}

function createActionCheck(kind: 'ADD' | 'DELETE', value: ValueNode, slots: Slots): Check {
  const slot = slots.ofValue(value.placeholder)
  return (bindings) => {
    const type = typeOf(valueAt(bindings, slot))
    const name = wrongTypes[type]
    if (name === undefined || (kind === 'ADD' && type === 'N')) return undefined
    return `Incorrect operand type for operator or function; operator: ${kind}, operand type: ${name}`
  }
}

function* setValueChecks(operand: Operand, slots: Slots): Generator<Check> {
  for (const call of functionsOf(operand)) yield* functionChecks(call, slots)
  yield* arithmeticChecks(operand, slots)
}

function* functionChecks({ name, operands }: FunctionNode, slots: Slots): Generator<Check> {
  if (operands.length !== 2) yield () => operandCountProblem(name, operands.length)
  else if (name === 'if_not_exists') {
    if (operands[0]?.kind !== 'path') yield () => pathProblem(name)
  } else yield* constantChecks(operands, name, 'L', slots)
}

function* arithmeticChecks(operand: Operand, slots: Slots): Generator<Check> {
  if (operand.kind !== 'arithmetic') return
  const { operator, left, right } = operand
  yield* arithmeticChecks(left, slots)
  yield* arithmeticChecks(right, slots)
  yield* constantChecks([left, right], operator, 'N', slots)
}

function* constantChecks(
  operands: Operand[],
  name: string,
  type: AttributeType,
  slots: Slots,
): Generator<Check> {
  for (const operand of operands) {
    if (operand.kind === 'value') yield createTypeCheck(slots.ofValue(operand.placeholder), name, [type])
  }
}
