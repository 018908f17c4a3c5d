// An update with what its placeholders stand for. Every right-hand side reads the item as it was before
// the update, so that the actions of an update have no order.

import type { AttributeValue, Item } from '../value/attributeValue.ts'
import type { Edit } from './applyEdits.ts'
import type { Operand, SectionKind, Update } from './ast.ts'
import { type Bindings, bindSlots, type PathReference, referPath, resolvePath, Slots } from './bindings.ts'
import { runChecks } from './checks.ts'
import { compileSetValue, type Evaluate } from './compileSetValue.ts'
import { createCache } from './createCache.ts'
import { type DocumentPath, findAtPath, findPathProblem } from './documentPath.ts'
import { expressionError } from './expressionError.ts'
import { parseUpdate } from './parseUpdate.ts'
import { addToValue, deleteFromValue } from './setArithmetic.ts'
import { createUpdateChecks, type UpdateChecks } from './updateChecks.ts'

export interface BoundUpdate {
  readonly compiled: CompiledUpdate
  readonly bindings: Bindings
  /** Where the actions write, in the order of the text. */
  readonly targets: readonly DocumentPath[]
}

interface CompiledUpdate {
  readonly slots: Slots
  readonly checks: UpdateChecks
  readonly actions: readonly CompiledAction[]
  /** Of the values of the actions; made when a request has passed the checks, which the compiler counts on. */
  evaluators?: readonly (Evaluate | undefined)[]
  /** For targets without placeholders there is but one answer. */
  literal?: { targets: readonly DocumentPath[]; problem: string | undefined }
}

interface CompiledAction {
  readonly kind: SectionKind
  readonly path: PathReference
  /** What SET writes, ADD adds and DELETE takes away. */
  readonly value: Operand | undefined
}

const compiler = createCache(1000, (text) => compile(parseUpdate(text)))

function compile(update: Update): CompiledUpdate {
  const slots = new Slots()
  const checks = createUpdateChecks(update, slots)
  const actions: CompiledAction[] = []
  for (const section of update.sections) {
    for (const action of section.actions) {
      const value = 'value' in action ? action.value : undefined
      actions.push({ kind: section.kind, path: referPath(action.path, slots), value })
    }
  }
  return { slots, checks, actions }
}

/** Throws the first problem of the expression in DynamoDB's order. */
export function bindUpdate(
  text: string,
  names: Record<string, string> | undefined,
  values: Record<string, AttributeValue> | undefined,
): BoundUpdate {
  const compiled = compiler(text)
  const { checks, slots } = compiled
  const bindings = bindSlots(slots, names, values)
  const undefinedPlaceholder = runChecks(checks.names, bindings) ?? runChecks(checks.values, bindings)
  if (undefinedPlaceholder !== undefined) throw expressionError('UpdateExpression', undefinedPlaceholder)
  const { targets, problem: pathProblem } = resolveTargets(compiled, bindings)
  const problem =
    pathProblem ?? runChecks(checks.valueActions, bindings) ?? runChecks(checks.operands, bindings)
  if (problem !== undefined) throw expressionError('UpdateExpression', problem)
  return { compiled, bindings, targets }
}

function resolveTargets(
  compiled: CompiledUpdate,
  bindings: Bindings,
): { targets: readonly DocumentPath[]; problem: string | undefined } {
  if (compiled.literal !== undefined) return compiled.literal
  const targets = compiled.actions.map((action) => resolvePath(action.path, bindings))
  const resolved = { targets, problem: findPathProblem(targets) }
  if (compiled.slots.names.size === 0) compiled.literal = resolved
  return resolved
}

/** Throws where the item does not have what the update works on. */
export function planEdits({ compiled, targets, bindings }: BoundUpdate, item: Item): Edit[] {
  const { actions, slots } = compiled
  compiled.evaluators ??= actions.map(({ value }) => value && compileSetValue(value, slots))
  const edits: Edit[] = []
  for (let i = 0; i < actions.length; i++) {
    const path = targets[i] as DocumentPath
    const operand = compiled.evaluators[i]?.(item, bindings)
    const edit = planEdit((actions[i] as CompiledAction).kind, path, operand, item)
    if (edit !== undefined) edits.push(edit)
  }
  return edits
}

function planEdit(
  kind: SectionKind,
  path: DocumentPath,
  operand: AttributeValue | undefined,
  item: Item,
): Edit | undefined {
  if (operand === undefined || kind === 'SET') return { path, value: operand }
  const stored = findAtPath(item, path)
  if (kind === 'ADD') return { path, value: addToValue(stored, operand) }
  return stored && { path, value: deleteFromValue(stored, operand) }
}
