// The filter of a form from a FilterExpression: as groups of tests where they can say it, as text with
// its placeholders otherwise. A filter that is text stays text, since its writer chose so.

import type { Condition, FunctionNode, Operand as OperandNode } from '../../../engine/expression/ast.ts'
import { parseCondition } from '../../../engine/expression/parseCondition.ts'
import { BeyondForm } from './beyondForm.ts'
import { draftOf, pathTextOf } from './expressionPlaces.ts'
import { textPlaceholders } from './filterExpression.ts'
import {
  createGroup,
  type FilterGroup,
  type FilterNode,
  type FilterOperator,
  type FilterTest,
  type FilterText,
  type Operand,
} from './queryForm.ts'
import type { RequestMembers } from './requestMembers.ts'
import { typedTextOfValue } from './typedText.ts'

/** Throws BeyondForm for a blank expression only: a form has no way to write that. */
export function filterOfExpression(
  members: RequestMembers,
  base: FilterGroup | FilterText,
): FilterGroup | FilterText {
  const text = members.FilterExpression
  if (text === undefined)
    return base.kind === 'text' ? { ...base, text: '', names: [], values: [] } : createGroup()
  if (text.trim() === '') throw new BeyondForm('The filter expression is empty.')
  return (base.kind === 'group' ? findFilterGroup(members) : undefined) ?? filterText(text, members)
}

/** The filter as groups of tests; undefined when they cannot say it, or it has an error. */
export function findFilterGroup(members: RequestMembers): FilterGroup | undefined {
  try {
    const tree = parseCondition(members.FilterExpression ?? '', 'FilterExpression')
    const root = readNode(tree, members)
    return root.kind === 'group' ? root : createGroup([root])
  } catch {
    // Either beyond the form or not a valid expression: both are shown as text, which DynamoDB judges.
    return undefined
  }
}

export function filterText(text: string, members: RequestMembers): FilterText {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = members
  const placeholders = [...new Set(textPlaceholders({ kind: 'text', text, names: [], values: [] }))]
  return {
    kind: 'text',
    text,
    names: placeholders.flatMap((placeholder) => {
      const name = Object.hasOwn(names, placeholder) ? names[placeholder] : undefined
      return name === undefined ? [] : [{ placeholder, name }]
    }),
    values: placeholders.flatMap((placeholder) => {
      const value = Object.hasOwn(values, placeholder) ? values[placeholder] : undefined
      return value === undefined ? [] : [{ placeholder, value: typedTextOfValue(value) }]
    }),
  }
}

function readNode(node: Condition, members: RequestMembers): FilterNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return {
        kind: 'group',
        negated: false,
        joiner: node.kind === 'and' ? 'AND' : 'OR',
        members: node.conditions.map((each) => readNode(each, members)),
      }
    case 'not': {
      const inner = readNode(node.condition, members)
      if (inner.negated) throw new BeyondForm('A test of the form is negated once.')
      return { ...inner, negated: true }
    }
    case 'comparison':
      return filterTest(node.left, node.operator, [node.right], members)
    case 'between':
      return filterTest(node.operand, 'BETWEEN', [node.lower, node.upper], members)
    case 'in':
      return filterTest(node.operand, 'IN', node.candidates, members)
    case 'function':
      return readFunction(node, members)
  }
}

const functionOperators: readonly FilterOperator[] = [
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
]

function readFunction({ name, operands }: FunctionNode, members: RequestMembers): FilterTest {
  const operator = functionOperators.find((each) => each === name)
  const [subject, ...others] = operands
  if (!operator || subject?.kind !== 'path')
    throw new BeyondForm(`The form has no test ${name} of this kind.`)
  return filterTest(subject, operator, others, members)
}

function filterTest(
  subject: OperandNode,
  operator: FilterOperator,
  operands: OperandNode[],
  members: RequestMembers,
): FilterTest {
  const sized = subject.kind === 'function' && subject.name === 'size' ? subject.operands[0] : undefined
  return {
    kind: 'test',
    negated: false,
    subject: sized ? 'size' : 'attribute',
    path: pathTextOf(sized ?? subject, members),
    operator,
    operands: operands.map((each) => readOperand(each, members)),
  }
}

function readOperand(node: OperandNode, members: RequestMembers): Operand {
  return node.kind === 'path' ? { type: 'path', text: pathTextOf(node, members) } : draftOf(node, members)
}
