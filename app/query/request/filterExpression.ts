// The filter of a form as a FilterExpression. Half-built tests (no attribute yet) are left out, and
// groups that say nothing with them; a single pair of parentheses stands around a group inside another.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html

import type { AttributeValue } from '../../../engine/value/attributeValue.ts'
import { parsePathText } from './documentPathText.ts'
import { type FormProblem, problemAt } from './formProblem.ts'
import type { Placeholders } from './placeholders.ts'
import type { FilterGroup, FilterNode, FilterTest, FilterText, Operand } from './queryForm.ts'
import { valueOfTypedText } from './typedText.ts'

/** Undefined when there is nothing to filter by. */
export function filterExpression(
  filter: FilterGroup | FilterText,
  placeholders: Placeholders,
  problems: FormProblem[],
): string | undefined {
  if (filter.kind === 'text') return textExpression(filter, placeholders)
  return printNode(filter, [], { placeholders, problems })?.text
}

/** Placeholders that the text itself uses: nothing else may be called so. */
export function textPlaceholders(filter: FilterGroup | FilterText): string[] {
  return filter.kind === 'text' ? (filter.text.match(/[#:][A-Za-z0-9_]+/g) ?? []) : []
}

interface Printer {
  placeholders: Placeholders
  problems: FormProblem[]
}

interface Printed {
  text: string
  /** Parts joined at the top level of the text: more than one needs parentheses inside a group. */
  parts: number
}

function textExpression(filter: FilterText, placeholders: Placeholders): string | undefined {
  if (filter.text.trim() === '') return undefined
  const used = new Set(textPlaceholders(filter))
  for (const { placeholder, name } of filter.names) {
    if (used.has(placeholder)) placeholders.keepName(placeholder, name)
  }
  for (const { placeholder, value } of filter.values) {
    const payload = valueOfTypedText(value)
    if (payload && used.has(placeholder)) placeholders.keepValue(placeholder, payload)
  }
  return filter.text
}

function printNode(node: FilterNode, at: number[], printer: Printer): Printed | undefined {
  return node.kind === 'group' ? printGroup(node, at, printer) : printTest(node, at, printer)
}

function printGroup(group: FilterGroup, at: number[], printer: Printer): Printed | undefined {
  const members = group.members.flatMap((member, index) => printNode(member, [...at, index], printer) ?? [])
  if (members.length === 0) return undefined
  const only = members.length === 1 ? members[0] : undefined
  const inner: Printed = only ?? {
    text: members.map(bracketed).join(` ${group.joiner} `),
    parts: members.length,
  }
  if (!group.negated) return inner
  return { text: `NOT ${bracketed(inner)}`, parts: 1 }
}

function bracketed({ text, parts }: Printed): string {
  return parts > 1 ? `(${text})` : text
}

function printTest(test: FilterTest, at: number[], printer: Printer): Printed | undefined {
  if (test.path.trim() === '') return undefined
  const path = parsePathText(test.path)
  if (!path) {
    printer.problems.push(problemAt({ part: 'filter', at }, `\`${test.path}\` is not a document path.`))
    return undefined
  }
  const hint = path.findLast((element): element is string => typeof element === 'string') ?? 'v'
  const operands = printOperands(test.operands, hint, at, printer)
  if (!operands) return undefined
  const subject = printer.placeholders.path(path)
  const text = printTestText(test, test.subject === 'size' ? `size(${subject})` : subject, operands)
  return { text: test.negated ? `NOT ${text}` : text, parts: 1 }
}

function printTestText({ operator }: FilterTest, subject: string, operands: string[]): string {
  const [first = '', second = ''] = operands
  switch (operator) {
    case 'BETWEEN':
      return `${subject} BETWEEN ${first} AND ${second}`
    case 'IN':
      return `${subject} IN (${operands.join(', ')})`
    case 'begins_with':
    case 'contains':
    case 'attribute_type':
      return `${operator}(${subject}, ${first})`
    case 'attribute_exists':
    case 'attribute_not_exists':
      return `${operator}(${subject})`
    default:
      return `${subject} ${operator} ${first}`
  }
}

/** Undefined when one of them cannot be written; the problem is told, and no placeholder is given away. */
function printOperands(
  operands: readonly Operand[],
  hint: string,
  at: number[],
  { placeholders, problems }: Printer,
): string[] | undefined {
  const wrong = operands.find((operand) => !isWritable(operand))
  if (wrong) {
    const what = wrong.type === 'path' ? 'a document path' : `a value of type ${wrong.type}`
    problems.push(problemAt({ part: 'filter', at }, `\`${wrong.text}\` is not ${what}.`))
    return undefined
  }
  return operands.map((operand, index) => {
    if (operand.type === 'path') return placeholders.path(parsePathText(operand.text) ?? [])
    const value = valueOfTypedText(operand) as AttributeValue
    return placeholders.value(value, operands.length > 1 ? `${hint}${index + 1}` : hint)
  })
}

function isWritable(operand: Operand): boolean {
  return (operand.type === 'path' ? parsePathText(operand.text) : valueOfTypedText(operand)) !== undefined
}
