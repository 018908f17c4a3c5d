// Ways through a tree, in the order of the text.

import type { Condition, FunctionNode, Operand, PathNode, ValueNode } from './ast.ts'

/** A condition without AND, OR and NOT in it. */
export type Leaf = Exclude<Condition, { kind: 'and' | 'or' | 'not' }>

export function* leavesOf(condition: Condition): Generator<Leaf> {
  if (condition.kind === 'not') yield* leavesOf(condition.condition)
  else if (condition.kind === 'and' || condition.kind === 'or') {
    for (const part of condition.conditions) yield* leavesOf(part)
  } else yield condition
}

export function operandsOf(leaf: Leaf): Operand[] {
  switch (leaf.kind) {
    case 'comparison':
      return [leaf.left, leaf.right]
    case 'between':
      return [leaf.operand, leaf.lower, leaf.upper]
    case 'in':
      return [leaf.operand, ...leaf.candidates]
    case 'function':
      return leaf.operands
  }
}

export function* atomsOf(operand: Operand): Generator<PathNode | ValueNode> {
  if (operand.kind === 'function') {
    for (const inner of operand.operands) yield* atomsOf(inner)
  } else if (operand.kind === 'arithmetic') {
    yield* atomsOf(operand.left)
    yield* atomsOf(operand.right)
  } else yield operand
}

/** The functions of an operand, inner before outer. */
export function* functionsOf(operand: Operand): Generator<FunctionNode> {
  if (operand.kind === 'arithmetic') {
    yield* functionsOf(operand.left)
    yield* functionsOf(operand.right)
  } else if (operand.kind === 'function') {
    for (const inner of operand.operands) yield* functionsOf(inner)
    yield operand
  }
}
