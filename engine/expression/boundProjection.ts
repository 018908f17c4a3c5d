// A projection with what its placeholders stand for. Key attributes are not added by themselves.

import type { AttributeValue } from '../value/attributeValue.ts'
import type { Projection } from './ast.ts'
import { bindSlots, type PathReference, referPath, resolvePath, Slots } from './bindings.ts'
import { type Check, pathChecks, runChecks } from './checks.ts'
import { createCache } from './createCache.ts'
import { type DocumentPath, findPathProblem } from './documentPath.ts'
import { expressionError } from './expressionError.ts'
import { parseProjection } from './parseProjection.ts'
import { createPathTree, type PathTree } from './pathTree.ts'

export interface BoundProjection {
  readonly paths: readonly DocumentPath[]
  readonly tree: PathTree
  readonly slots: Slots
}

interface CompiledProjection {
  readonly slots: Slots
  readonly checks: readonly Check[]
  readonly references: readonly PathReference[]
  /** For a text without placeholders there is but one way to bind it. */
  bound?: BoundProjection
}

const compiler = createCache(1000, (text) => compile(parseProjection(text)))

function compile(projection: Projection): CompiledProjection {
  const slots = new Slots()
  const checks = projection.paths.flatMap((path) => [...pathChecks(path, slots)])
  return { slots, checks, references: projection.paths.map((path) => referPath(path, slots)) }
}

/** Throws the first problem of the expression in DynamoDB's order. */
export function bindProjection(text: string, names: Record<string, string> | undefined): BoundProjection {
  const compiled = compiler(text)
  if (compiled.bound !== undefined) return compiled.bound
  const { slots, references } = compiled
  const bindings = bindSlots(slots, names, undefined as Record<string, AttributeValue> | undefined)
  const undefinedName = runChecks(compiled.checks, bindings)
  if (undefinedName !== undefined) throw expressionError('ProjectionExpression', undefinedName)
  const paths = references.map((reference) => resolvePath(reference, bindings))
  const problem = findPathProblem(paths)
  if (problem !== undefined) throw expressionError('ProjectionExpression', problem)
  const bound = { paths, tree: createPathTree(paths), slots }
  if (slots.names.size === 0) compiled.bound = bound
  return bound
}
