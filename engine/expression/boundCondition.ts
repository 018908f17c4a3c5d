// A condition with what its placeholders stand for: checked against every rule that does not need an item.

import type { AttributeValue } from '../value/attributeValue.ts'
import type { Condition, ConditionKind } from './ast.ts'
import { type Bindings, bindSlots, referPath, resolvePath, Slots } from './bindings.ts'
import { type Check, runChecks } from './checks.ts'
import { compileCondition, type Test } from './compileCondition.ts'
import { createConditionChecks } from './conditionChecks.ts'
import { createCache } from './createCache.ts'
import type { DocumentPath } from './documentPath.ts'
import { expressionError } from './expressionError.ts'
import { parseCondition } from './parseCondition.ts'
import { atomsOf, leavesOf, operandsOf } from './walk.ts'

export interface BoundCondition {
  readonly kind: ConditionKind
  readonly compiled: CompiledCondition
  readonly bindings: Bindings
}

export interface CompiledCondition {
  readonly condition: Condition
  readonly slots: Slots
  readonly checks: readonly Check[]
  readonly test: Test
}

const cacheCapacity = 1000

const compilers: Record<ConditionKind, (text: string) => CompiledCondition> = {
  ConditionExpression: createCompiler('ConditionExpression'),
  FilterExpression: createCompiler('FilterExpression'),
  KeyConditionExpression: createCompiler('KeyConditionExpression'),
}

function createCompiler(kind: ConditionKind): (text: string) => CompiledCondition {
  return createCache(cacheCapacity, (text) => compile(parseCondition(text, kind)))
}

function compile(condition: Condition): CompiledCondition {
  const slots = new Slots()
  const checks = createConditionChecks(condition, slots)
  return { condition, slots, checks, test: compileCondition(condition, slots) }
}

/** Throws the first problem of the expression in DynamoDB's order. */
export function bindCondition(
  text: string,
  kind: ConditionKind,
  names: Record<string, string> | undefined,
  values: Record<string, AttributeValue> | undefined,
): BoundCondition {
  const compiled = compilers[kind](text)
  const bindings = bindSlots(compiled.slots, names, values)
  const problem = runChecks(compiled.checks, bindings)
  if (problem !== undefined) throw expressionError(kind, problem)
  return { kind, compiled, bindings }
}

/** Every path that the condition reads, in the order of the text. */
export function conditionPaths({ compiled, bindings }: BoundCondition): DocumentPath[] {
  const paths: DocumentPath[] = []
  for (const leaf of leavesOf(compiled.condition)) {
    for (const operand of operandsOf(leaf)) {
      for (const atom of atomsOf(operand)) {
        if (atom.kind === 'path') paths.push(resolvePath(referPath(atom, compiled.slots), bindings))
      }
    }
  }
  return paths
}
