// What ADD and DELETE do to a stored value: numbers are added, sets are united or subtracted.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html

import type { AttributeValue } from '../value/attributeValue.ts'
import { compareBase64 } from '../value/base64.ts'
import { addNumbers, compareNumbers } from '../value/number.ts'
import { compareUtf8 } from '../value/utf8.ts'
import { wrongDataType } from './compileSetValue.ts'

/** Without a stored value ADD starts from 0 or the empty set. */
export function addToValue(stored: AttributeValue | undefined, operand: AttributeValue): AttributeValue {
  if (stored === undefined) return operand
  if ('N' in stored && 'N' in operand) return { N: addNumbers(stored.N, operand.N) }
  if ('SS' in stored && 'SS' in operand) return { SS: unite(stored.SS, operand.SS, compareUtf8) }
  if ('NS' in stored && 'NS' in operand) return { NS: unite(stored.NS, operand.NS, compareNumbers) }
  if ('BS' in stored && 'BS' in operand) return { BS: unite(stored.BS, operand.BS, compareBase64) }
  throw wrongDataType()
}

/** Undefined when nothing is left: a set is never empty. */
export function deleteFromValue(stored: AttributeValue, operand: AttributeValue): AttributeValue | undefined {
  if ('SS' in stored && 'SS' in operand) return wrap('SS', subtract(stored.SS, operand.SS))
  if ('NS' in stored && 'NS' in operand) return wrap('NS', subtract(stored.NS, operand.NS))
  if ('BS' in stored && 'BS' in operand) return wrap('BS', subtract(stored.BS, operand.BS))
  throw wrongDataType()
}

function unite(a: string[], b: string[], compare: (a: string, b: string) => number): string[] {
  return [...new Set([...a, ...b])].sort(compare)
}

function subtract(a: string[], b: string[]): string[] {
  const gone = new Set(b)
  return a.filter((member) => !gone.has(member))
}

function wrap(type: 'SS' | 'NS' | 'BS', members: string[]): AttributeValue | undefined {
  return members.length === 0 ? undefined : ({ [type]: members } as AttributeValue)
}
