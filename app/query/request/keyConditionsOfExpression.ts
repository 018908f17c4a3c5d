// The key conditions of a form from a KeyConditionExpression, when each is on one key attribute of the
// target and they use its sort key attributes from left to right.

import type { Condition, Operand } from '../../../engine/expression/ast.ts'
import { parseCondition } from '../../../engine/expression/parseCondition.ts'
import { BeyondForm } from './beyondForm.ts'
import { draftOf, resolvePath } from './expressionPlaces.ts'
import type { KeyCondition, KeyOperator } from './queryForm.ts'
import type { QueryTarget, TargetKey } from './queryTarget.ts'
import type { RequestMembers } from './requestMembers.ts'

/** In KeySchema order. Throws BeyondForm. */
export function keyConditionsOfExpression(members: RequestMembers, target: QueryTarget): KeyCondition[] {
  const tree = parseKeyCondition(members.KeyConditionExpression ?? '')
  const conditions = (tree.kind === 'and' ? tree.conditions : [tree]).map((each) =>
    readCondition(each, members),
  )
  const ordered = target.keys.flatMap((key) => {
    const found = conditions.filter(({ name }) => name === key.name)
    if (found.length > 1) throw new BeyondForm(`${key.name} has more than one key condition.`)
    return found.map((condition) => checkFits(condition, key))
  })
  if (ordered.length < conditions.length)
    throw new BeyondForm('The key condition names attributes outside the key.')
  checkPrefix(ordered, target)
  return ordered
}

function parseKeyCondition(text: string): Condition {
  try {
    return parseCondition(text, 'KeyConditionExpression')
  } catch (error) {
    throw new BeyondForm(error instanceof Error ? error.message : String(error))
  }
}

function readCondition(node: Condition, members: RequestMembers): KeyCondition {
  switch (node.kind) {
    case 'comparison': {
      const [path, value, isMirrored] =
        node.left.kind === 'path' ? [node.left, node.right, false] : [node.right, node.left, true]
      const operator = isMirrored ? mirrored[node.operator] : node.operator
      if (operator === undefined || operator === '<>') throw new BeyondForm('A key condition has no <>.')
      return keyCondition(path, operator, [value], members)
    }
    case 'between':
      return keyCondition(node.operand, 'BETWEEN', [node.lower, node.upper], members)
    case 'function': {
      const [path, value] = node.operands
      if (node.name !== 'begins_with' || !path || !value) break
      return keyCondition(path, 'begins_with', [value], members)
    }
  }
  throw new BeyondForm('A key condition joins conditions on key attributes by AND.')
}

const mirrored: Partial<Record<string, KeyOperator>> = {
  '=': '=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

function keyCondition(
  path: Operand,
  operator: KeyOperator,
  values: Operand[],
  members: RequestMembers,
): KeyCondition {
  if (path.kind !== 'path') throw new BeyondForm('A key condition compares a key attribute.')
  const [name, ...rest] = resolvePath(path, members)
  if (typeof name !== 'string' || rest.length > 0) throw new BeyondForm('Key attributes have no parts.')
  return { name, operator, values: values.map((value) => draftOf(value, members)) }
}

function checkFits(condition: KeyCondition, key: TargetKey): KeyCondition {
  if (condition.values.some((value) => value.type !== key.type)) {
    throw new BeyondForm(`The key attribute ${key.name} has the type ${key.type}.`)
  }
  if (key.keyType === 'HASH' && condition.operator !== '=') {
    throw new BeyondForm(`The partition key ${key.name} can only be compared by =.`)
  }
  return condition
}

function checkPrefix(ordered: readonly KeyCondition[], target: QueryTarget): void {
  const gap = ordered.find(({ name }, index) => target.keys[index]?.name !== name)
  if (gap) throw new BeyondForm(`The key condition uses ${gap.name} without the key attributes before it.`)
  const open = ordered.findIndex(({ operator }) => operator !== '=')
  if (open >= 0 && open < ordered.length - 1) {
    throw new BeyondForm(`Only the last key attribute used may have another operator than =.`)
  }
  const missing = target.keys.find((key, index) => key.keyType === 'HASH' && ordered[index] === undefined)
  if (missing) throw new BeyondForm(`The key condition lacks the partition key ${missing.name}.`)
}
