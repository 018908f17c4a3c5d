// Trees back into text, with no more parentheses than precedence asks for. Parsing the text gives the same
// tree again, spans aside.

import type { Condition, Operand, PathElement, PathNode, Projection, Update, UpdateSection } from './ast.ts'

export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.conditions.map((part) => printPart(part, condition.kind))
      return parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')
    }
    case 'not':
      return `NOT ${printPart(condition.condition, 'not')}`
    case 'comparison':
      return `${printOperand(condition.left)} ${condition.operator} ${printOperand(condition.right)}`
    case 'between':
      return `${printOperand(condition.operand)} BETWEEN ${printOperand(condition.lower)} AND ${printOperand(condition.upper)}`
    case 'in':
      return `${printOperand(condition.operand)} IN (${condition.candidates.map(printOperand).join(', ')})`
    case 'function':
      return printOperand(condition)
  }
}

const bindingStrength: Partial<Record<Condition['kind'], number>> = { or: 1, and: 2, not: 3 }

function printPart(part: Condition, parent: 'and' | 'or' | 'not'): string {
  const text = printCondition(part)
  const strength = bindingStrength[part.kind]
  const needsParentheses =
    strength !== undefined &&
    (strength < (bindingStrength[parent] as number) || (part.kind === parent && parent !== 'not'))
  return needsParentheses ? `(${text})` : text
}

export function printOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'path':
      return printPath(operand)
    case 'value':
      return operand.placeholder
    case 'function':
      return `${operand.name}(${operand.operands.map(printOperand).join(', ')})`
    case 'arithmetic':
      return `${printTerm(operand.left)} ${operand.operator} ${printTerm(operand.right)}`
  }
}

function printTerm(operand: Operand): string {
  return operand.kind === 'arithmetic' ? `(${printOperand(operand)})` : printOperand(operand)
}

export function printPath({ elements }: PathNode): string {
  return elements.map(printElement).join('')
}

function printElement(element: PathElement, i: number): string {
  if (element.kind === 'index') return `[${element.index}]`
  const name = element.kind === 'name' ? element.name : element.placeholder
  return i === 0 ? name : `.${name}`
}

export function printProjection({ paths }: Projection): string {
  return paths.map(printPath).join(', ')
}

export function printUpdate({ sections }: Update): string {
  return sections.map((section) => `${section.kind} ${printActions(section).join(', ')}`).join(' ')
}

function printActions(section: UpdateSection): string[] {
  switch (section.kind) {
    case 'SET':
      return section.actions.map(({ path, value }) => `${printPath(path)} = ${printOperand(value)}`)
    case 'REMOVE':
      return section.actions.map(({ path }) => printPath(path))
    default:
      return section.actions.map(({ path, value }) => `${printPath(path)} ${value.placeholder}`)
  }
}
