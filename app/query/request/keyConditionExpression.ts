// The key condition of a form: equality on every partition key attribute, then the sort key attributes
// from left to right, of which only the last may be anything but equal. The first attribute without
// equality ends the condition. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html

import type { AttributeValue } from '../../../engine/value/attributeValue.ts'
import { type FormProblem, problemAt } from './formProblem.ts'
import type { Placeholders } from './placeholders.ts'
import { findKeyCondition, fitOperands, type KeyCondition, type QueryForm } from './queryForm.ts'
import { partitionKeysOf, type QueryTarget, sortKeysOf, type TargetKey } from './queryTarget.ts'
import { valueOfTypedText } from './typedText.ts'

/** The conditions that take part, in KeySchema order, fitted to the key's type and operator. */
export function activeKeyConditions(form: QueryForm, target: QueryTarget): KeyCondition[] {
  const active = partitionKeysOf(target).map((key) => fitCondition(form, key, '='))
  for (const key of sortKeysOf(target)) {
    const condition = fitCondition(form, key)
    if (condition.operator === 'any') break
    active.push(condition)
    if (condition.operator !== '=') break
  }
  return active
}

export function keyConditionExpression(
  form: QueryForm,
  target: QueryTarget,
  placeholders: Placeholders,
  problems: FormProblem[],
): string {
  for (const key of partitionKeysOf(target)) {
    if ((findKeyCondition(form, key.name)?.values[0]?.text ?? '') !== '') continue
    problems.push(problemAt({ part: 'key', name: key.name }, `Give ${key.name} a value.`, true))
  }
  return activeKeyConditions(form, target)
    .map((condition) => printCondition(condition, placeholders))
    .join(' AND ')
}

function fitCondition(form: QueryForm, key: TargetKey, operator?: KeyCondition['operator']): KeyCondition {
  const known = findKeyCondition(form, key.name)
  const used = operator ?? known?.operator ?? 'any'
  const values = fitOperands(known?.values ?? [], used, { type: key.type, text: '' })
  return { name: key.name, operator: used, values }
}

function printCondition({ name, operator, values }: KeyCondition, placeholders: Placeholders): string {
  const path = placeholders.path([name])
  const payloads = values
    .map(valueOfTypedText)
    .filter((value): value is AttributeValue => value !== undefined)
  const [first = '', second = ''] = placeholders.values(payloads, name)
  if (operator === 'BETWEEN') return `${path} BETWEEN ${first} AND ${second}`
  if (operator === 'begins_with') return `begins_with(${path}, ${first})`
  return `${path} ${operator} ${first}`
}
