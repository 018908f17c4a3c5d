// Puts names and values back where an expression has placeholders: the way from the engine's trees to the
// texts of a form. Throws BeyondForm for a placeholder that the request does not define.

import type { Operand as OperandNode, PathNode } from '../../../engine/expression/ast.ts'
import type { AttributeValue } from '../../../engine/value/attributeValue.ts'
import { BeyondForm } from './beyondForm.ts'
import { type PathElement, printPathText } from './documentPathText.ts'
import type { RequestMembers } from './requestMembers.ts'
import { type TypedText, typedTextOfValue } from './typedText.ts'

export function resolvePath(node: PathNode, members: RequestMembers): PathElement[] {
  return node.elements.map((element) => {
    if (element.kind === 'index') return element.index
    if (element.kind === 'name') return element.name
    const names = members.ExpressionAttributeNames ?? {}
    const name = Object.hasOwn(names, element.placeholder) ? names[element.placeholder] : undefined
    if (name === undefined) throw new BeyondForm(`${element.placeholder} is not defined.`)
    return name
  })
}

export function pathTextOf(node: OperandNode, members: RequestMembers): string {
  if (node.kind !== 'path') throw new BeyondForm('The form compares attributes, or their sizes, only.')
  return printPathText(resolvePath(node, members))
}

export function draftOf(node: OperandNode, members: RequestMembers): TypedText {
  if (node.kind !== 'value') throw new BeyondForm('The form has a place for a value here.')
  return typedTextOfValue(findValue(node.placeholder, members))
}

function findValue(
  placeholder: string,
  { ExpressionAttributeValues: values = {} }: RequestMembers,
): AttributeValue {
  const value = Object.hasOwn(values, placeholder) ? values[placeholder] : undefined
  if (value === undefined) throw new BeyondForm(`${placeholder} is not defined.`)
  return value
}
