// Random trees of expressions, as the parsers would give them; their spans mean nothing.

import fc from 'fast-check'
import type * as ast from '../ast.ts'
import { isReservedWord } from '../reservedWords.ts'

const span = { start: 0, end: 0 }

const identifiers = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,6}$/).filter((name) => !isReservedWord(name))

const names: fc.Arbitrary<ast.PathElement> = fc.oneof(
  identifiers.map((name) => ({ kind: 'name' as const, name })),
  fc
    .stringMatching(/^[A-Za-z0-9_]{1,4}$/)
    .map((name) => ({ kind: 'placeholder' as const, placeholder: `#${name}` })),
)

const indexes: fc.Arbitrary<ast.PathElement> = fc
  .nat({ max: 2 ** 31 - 1 })
  .map((index) => ({ kind: 'index' as const, index }))

export const paths: fc.Arbitrary<ast.PathNode> = fc
  .tuple(names, fc.array(fc.oneof(names, indexes), { maxLength: 4 }))
  .map(([first, rest]) => ({ kind: 'path', elements: [first, ...rest], ...span }))

export const values: fc.Arbitrary<ast.ValueNode> = fc
  .stringMatching(/^[A-Za-z0-9_]{1,4}$/)
  .map((name) => ({ kind: 'value', placeholder: `:${name}`, ...span }))

function calls(
  name: fc.Arbitrary<string>,
  operands: fc.Arbitrary<ast.Operand>,
): fc.Arbitrary<ast.FunctionNode> {
  return fc
    .tuple(name, fc.array(operands, { minLength: 1, maxLength: 3 }))
    .map(([callee, args]) => ({ kind: 'function', name: callee, operands: args, ...span }))
}

const conditionOperands: fc.Arbitrary<ast.Operand> = fc.letrec<{ operand: ast.Operand }>((tie) => ({
  operand: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: paths },
    { weight: 2, arbitrary: values },
    calls(fc.constant('size'), tie('operand')),
  ),
})).operand

const comparisons: fc.Arbitrary<ast.Condition> = fc.record({
  kind: fc.constant('comparison' as const),
  operator: fc.constantFrom('=', '<>', '<', '<=', '>', '>='),
  left: conditionOperands,
  right: conditionOperands,
  start: fc.constant(0),
  end: fc.constant(0),
})

const leaves: fc.Arbitrary<ast.Condition> = fc.oneof(
  comparisons,
  fc
    .tuple(conditionOperands, conditionOperands, conditionOperands)
    .map(([operand, lower, upper]) => ({ kind: 'between' as const, operand, lower, upper, ...span })),
  fc
    .tuple(conditionOperands, fc.array(conditionOperands, { minLength: 1, maxLength: 4 }))
    .map(([operand, candidates]) => ({ kind: 'in' as const, operand, candidates, ...span })),
  calls(
    fc.constantFrom('attribute_exists', 'attribute_not_exists', 'attribute_type', 'begins_with', 'contains'),
    conditionOperands,
  ),
)

export const conditions: fc.Arbitrary<ast.Condition> = createConditions(leaves)

/** AND, OR and NOT over conditions of one comparison. */
export function createConditions(leaf: fc.Arbitrary<ast.Condition>): fc.Arbitrary<ast.Condition> {
  return fc.letrec<{ condition: ast.Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4 },
      { weight: 2, arbitrary: leaf },
      logical(tie('condition')),
      tie('condition').map((condition) => ({ kind: 'not' as const, condition, ...span })),
    ),
  })).condition
}

function logical(condition: fc.Arbitrary<ast.Condition>): fc.Arbitrary<ast.LogicalNode> {
  return fc
    .tuple(fc.constantFrom('and', 'or'), fc.array(condition, { minLength: 2, maxLength: 3 }))
    .map(([kind, parts]) => ({ kind, conditions: parts, ...span }))
}

const functionOperands: fc.Arbitrary<ast.Operand> = fc.letrec<{ operand: ast.Operand }>((tie) => ({
  operand: fc.oneof({ maxDepth: 2 }, paths, values, calls(fc.constant('if_not_exists'), tie('operand'))),
})).operand

const setValues: fc.Arbitrary<ast.Operand> = fc.letrec<{ value: ast.Operand }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    functionOperands,
    calls(fc.constant('list_append'), functionOperands),
    fc
      .tuple(fc.constantFrom('+', '-'), tie('value'), tie('value'))
      .map(([operator, left, right]) => ({ kind: 'arithmetic' as const, operator, left, right, ...span })),
  ),
})).value

export const projections: fc.Arbitrary<ast.Projection> = fc
  .array(paths, { minLength: 1, maxLength: 6 })
  .map((list) => ({ kind: 'projection', paths: list, ...span }))

export const updates: fc.Arbitrary<ast.Update> = fc
  .subarray<ast.SectionKind>(['SET', 'REMOVE', 'ADD', 'DELETE'], { minLength: 1 })
  .chain((kinds) => fc.shuffledSubarray(kinds, { minLength: kinds.length, maxLength: kinds.length }))
  .chain((kinds) => fc.tuple(...kinds.map(sections)))
  .map((list) => ({ kind: 'update', sections: list, ...span }))

function sections(kind: ast.SectionKind): fc.Arbitrary<ast.UpdateSection> {
  if (kind === 'SET') return section(kind, fc.record({ path: paths, value: setValues }))
  if (kind === 'REMOVE') return section(kind, fc.record({ path: paths }))
  return section(kind, fc.record({ path: paths, value: values }))
}

function section(kind: ast.SectionKind, action: fc.Arbitrary<object>): fc.Arbitrary<ast.UpdateSection> {
  return fc
    .array(
      action.map((members) => ({ ...members, ...span })),
      { minLength: 1, maxLength: 3 },
    )
    .map((actions) => ({ kind, actions, ...span }) as ast.UpdateSection)
}

/** The tree with every span 0, to compare trees by what they say. */
export function withoutSpans<Tree>(tree: Tree): Tree {
  return JSON.parse(
    JSON.stringify(tree, (key, member) => (key === 'start' || key === 'end' ? 0 : member)),
  ) as Tree
}
