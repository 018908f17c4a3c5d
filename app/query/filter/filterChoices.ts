// What a test of the filter may ask, as a person chooses it: operators on an attribute and on its size.

import {
  createTest,
  type FilterOperator,
  type FilterTest,
  fitOperands,
  type Operand,
} from '../request/queryForm.ts'

export type FilterChoice = FilterOperator | `size ${FilterOperator}`

const labels: Record<FilterOperator, string> = {
  '=': '=',
  '<>': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  BETWEEN: 'between',
  IN: 'is one of',
  begins_with: 'begins with',
  contains: 'contains',
  attribute_exists: 'exists',
  attribute_not_exists: 'does not exist',
  attribute_type: 'has the type',
}

const sizeOperators: readonly FilterOperator[] = ['=', '<>', '<', '<=', '>', '>=', 'BETWEEN']

export const filterChoices: readonly { value: FilterChoice; label: string }[] = [
  ...(Object.keys(labels) as FilterOperator[]).map((value) => ({ value, label: labels[value] })),
  ...sizeOperators.map((operator) => ({
    value: `size ${operator}` as const,
    label: `size ${labels[operator]}`,
  })),
  { value: 'size IN', label: 'size is one of' },
]

export function choiceOf({ subject, operator }: FilterTest): FilterChoice {
  return subject === 'size' ? `size ${operator}` : operator
}

/** The test with another operator: its operands stay where they fit. */
export function withChoice(test: FilterTest, choice: FilterChoice): FilterTest {
  const isSize = choice.startsWith('size ')
  const operator = (isSize ? choice.slice(5) : choice) as FilterOperator
  const filler: Operand = isSize
    ? { type: 'N', text: '' }
    : (createTest().operands[0] ?? { type: 'S', text: '' })
  const operands = fitOperands<Operand>(test.operands, operator, filler)
  const subject = isSize ? 'size' : 'attribute'
  if (operator === 'attribute_type')
    return { ...test, subject, operator, operands: [typeOperand(operands[0])] }
  if (isSize && test.subject !== 'size') {
    return { ...test, subject, operator, operands: operands.map(() => ({ type: 'N', text: '' })) }
  }
  return { ...test, subject, operator, operands }
}

function typeOperand(operand: Operand | undefined): Operand {
  const known = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS', 'L', 'M']
  return { type: 'S', text: operand && known.includes(operand.text) ? operand.text : 'S' }
}
