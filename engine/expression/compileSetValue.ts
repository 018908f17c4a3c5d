// The right-hand side of a SET action as a function of the item as it was before the update.

import type { AttributeValue, Item } from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { addNumbers, subtractNumbers } from '../value/number.ts'
import type { ArithmeticNode, FunctionNode, Operand, PathNode } from './ast.ts'
import { type Bindings, type Slots, valueAt } from './bindings.ts'
import { compilePath } from './compileCondition.ts'

/** Throws where the item lacks an attribute or holds one of a wrong type. */
export type Evaluate = (item: Item, bindings: Bindings) => AttributeValue

export function compileSetValue(operand: Operand, slots: Slots): Evaluate {
  switch (operand.kind) {
    case 'value': {
      const slot = slots.ofValue(operand.placeholder)
      return (_item, bindings) => valueAt(bindings, slot)
    }
    case 'path':
      return compileRequiredPath(operand, slots)
    case 'arithmetic':
      return compileArithmetic(operand, slots)
    case 'function':
      return operand.name === 'list_append'
        ? compileListAppend(operand, slots)
        : compileIfNotExists(operand, slots)
  }
}

function compileRequiredPath(path: PathNode, slots: Slots): Evaluate {
  const read = compilePath(path, slots)
  return (item, bindings) => {
    const value = read(item, bindings)
    if (value !== undefined) return value
    throw validationError('The provided expression refers to an attribute that does not exist in the item')
  }
}

function compileArithmetic({ operator, left, right }: ArithmeticNode, slots: Slots): Evaluate {
  const evaluateLeft = compileSetValue(left, slots)
  const evaluateRight = compileSetValue(right, slots)
  const calculate = operator === '+' ? addNumbers : subtractNumbers
  return (item, bindings) => {
    const a = evaluateLeft(item, bindings)
    const b = evaluateRight(item, bindings)
    if (!('N' in a && 'N' in b)) throw wrongDataType()
    return { N: calculate(a.N, b.N) }
  }
}

function compileIfNotExists({ operands }: FunctionNode, slots: Slots): Evaluate {
  const read = compilePath(operands[0] as PathNode, slots)
  const evaluateDefault = compileSetValue(operands[1] as Operand, slots)
  return (item, bindings) => read(item, bindings) ?? evaluateDefault(item, bindings)
}

function compileListAppend({ operands }: FunctionNode, slots: Slots): Evaluate {
  const evaluateFirst = compileSetValue(operands[0] as Operand, slots)
  const evaluateSecond = compileSetValue(operands[1] as Operand, slots)
  return (item, bindings) => {
    const a = evaluateFirst(item, bindings)
    const b = evaluateSecond(item, bindings)
    if (!('L' in a && 'L' in b)) throw wrongDataType()
    return { L: [...a.L, ...b.L] }
  }
}

export function wrongDataType(): Error {
  return validationError('An operand in the update expression has an incorrect data type')
}
