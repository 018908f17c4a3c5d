// The trees that expression texts become. Parentheses are not in the tree: the printer puts them back
// where precedence asks for them. Spans are positions in the text, in UTF-16 units; printed and parsed
// again, a tree differs in nothing but its spans.

import type { Comparator } from './lexer.ts'

export interface Span {
  start: number
  end: number
}

export type PathElement =
  | { kind: 'name'; name: string }
  | { kind: 'placeholder'; placeholder: string } // #name
  | { kind: 'index'; index: number }

export interface PathNode extends Span {
  kind: 'path'
  elements: PathElement[] // the first is never an index
}

export interface ValueNode extends Span {
  kind: 'value'
  placeholder: string // :name
}

export interface FunctionNode extends Span {
  kind: 'function'
  name: string
  operands: Operand[]
}

/** Only in the value of a SET action. */
export interface ArithmeticNode extends Span {
  kind: 'arithmetic'
  operator: '+' | '-'
  left: Operand
  right: Operand
}

export type Operand = PathNode | ValueNode | FunctionNode | ArithmeticNode

export interface ComparisonNode extends Span {
  kind: 'comparison'
  operator: Comparator
  left: Operand
  right: Operand
}

export interface BetweenNode extends Span {
  kind: 'between'
  operand: Operand
  lower: Operand
  upper: Operand
}

export interface InNode extends Span {
  kind: 'in'
  operand: Operand
  candidates: Operand[]
}

/** A chain of one connective: `a AND b AND c` is one node, `a AND (b AND c)` is two. */
export type LogicalNode = ({ kind: 'and' } | { kind: 'or' }) & { conditions: Condition[] } & Span

export interface NotNode extends Span {
  kind: 'not'
  condition: Condition
}

export type Condition = ComparisonNode | BetweenNode | InNode | FunctionNode | LogicalNode | NotNode

export interface Projection extends Span {
  kind: 'projection'
  paths: PathNode[]
}

export interface SetAction extends Span {
  path: PathNode
  value: Operand
}

export interface RemoveAction extends Span {
  path: PathNode
}

/** ADD and DELETE take a value placeholder and nothing else. */
export interface ValueAction extends Span {
  path: PathNode
  value: ValueNode
}

export type UpdateSection =
  | ({ kind: 'SET'; actions: SetAction[] } & Span)
  | ({ kind: 'REMOVE'; actions: RemoveAction[] } & Span)
  | ({ kind: 'ADD'; actions: ValueAction[] } & Span)
  | ({ kind: 'DELETE'; actions: ValueAction[] } & Span)

export type SectionKind = UpdateSection['kind']

export interface Update extends Span {
  kind: 'update'
  sections: UpdateSection[] // in the order of the text, each kind at most once
}

export type ConditionKind = 'ConditionExpression' | 'FilterExpression' | 'KeyConditionExpression'
export type ExpressionKind = ConditionKind | 'UpdateExpression' | 'ProjectionExpression'
