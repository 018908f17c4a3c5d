// Checks of what depends on the placeholders of a request, and the texts of the problems that they find.
// Checks are made once for a text and run for each request; the first problem in their order is reported.

import { type AttributeType, typeOf } from '../value/attributeValue.ts'
import type { PathNode } from './ast.ts'
import { type Bindings, type Slots, valueAt } from './bindings.ts'

export type Check = (bindings: Bindings) => string | undefined

/** The problem of the first check that finds one. */
export function runChecks(checks: readonly Check[], bindings: Bindings): string | undefined {
  for (const check of checks) {
    const problem = check(bindings)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** The names of a path must be defined. */
export function* pathChecks(path: PathNode, slots: Slots): Generator<Check> {
  for (const element of path.elements) {
    if (element.kind === 'placeholder') yield createNameCheck(element.placeholder, slots)
  }
}

function createNameCheck(placeholder: string, slots: Slots): Check {
  const slot = slots.ofName(placeholder)
  const problem = `An expression attribute name used in the document path is not defined; attribute name: ${placeholder}`
  return (bindings) => (bindings.names[slot] === undefined ? problem : undefined)
}

export function createValueCheck(placeholder: string, slots: Slots): Check {
  const slot = slots.ofValue(placeholder)
  const problem = `An expression attribute value used in expression is not defined; attribute value: ${placeholder}`
  return (bindings) => (bindings.values[slot] === undefined ? problem : undefined)
}

/** A constant operand must have one of the types. */
export function createTypeCheck(slot: number, name: string, types: readonly AttributeType[]): Check {
  return (bindings) => {
    const type = typeOf(valueAt(bindings, slot))
    return types.includes(type) ? undefined : operandTypeProblem(name, type)
  }
}

export function operandCountProblem(name: string, count: number): string {
  return `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${count}`
}

export function operandTypeProblem(name: string, type: string): string {
  return `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`
}

export function pathProblem(name: string): string {
  return `Operator or function requires a document path; operator or function: ${name}`
}
