// Several edits of one item at once. Positions in lists mean the lists as they were: elements are removed
// only when all edits of their list are done, and new elements beyond the end close up in the order of
// their positions. The item given stays as it is; what no edit touches is shared with the result.

import {
  type AttributeMap,
  type AttributeValue,
  createAttributeMap,
  type Item,
} from '../value/attributeValue.ts'
import { validationError } from '../value/dynamoDBError.ts'
import { type DocumentPath, findAttribute } from './documentPath.ts'

/** Paths of edits that are applied together must not overlap or conflict. */
export interface Edit {
  path: DocumentPath
  value: AttributeValue | undefined // undefined: to remove
}

interface EditTree {
  edit: Edit | undefined
  children: Map<string | number, EditTree>
}

const deepestLevel = 32

/** Throws where the parent of a value to set or remove is missing, or is neither map nor list as the path says. */
export function applyEdits(item: Item, edits: readonly Edit[]): Item {
  const root: EditTree = { edit: undefined, children: new Map() }
  for (const edit of edits) insert(root, edit)
  return editMap(root.children, item)
}

function insert(root: EditTree, edit: Edit): void {
  if (edit.value !== undefined && edit.path.length > 1) checkLevels(edit.value, edit.path.length)
  let node = root
  for (const step of edit.path) {
    let child = node.children.get(step)
    if (child === undefined) {
      child = { edit: undefined, children: new Map() }
      node.children.set(step, child)
    }
    node = child
  }
  node.edit = edit
}

function editMap(children: Map<string | number, EditTree>, map: AttributeMap): AttributeMap {
  const edited = Object.assign(createAttributeMap(), map)
  for (const [step, child] of children) {
    const name = step as string
    const value = editValue(child, findAttribute(map, name))
    if (value === undefined) delete edited[name]
    else edited[name] = value
  }
  return edited
}

function editValue(
  { edit, children }: EditTree,
  value: AttributeValue | undefined,
): AttributeValue | undefined {
  if (edit !== undefined) return edit.value
  const [step] = children.keys()
  if (typeof step === 'string' && value !== undefined && 'M' in value)
    return { M: editMap(children, value.M) }
  if (typeof step === 'number' && value !== undefined && 'L' in value)
    return { L: editList(children, value.L) }
  throw validationError('The document path provided in the update expression is invalid for update')
}

function editList(children: Map<string | number, EditTree>, list: AttributeValue[]): AttributeValue[] {
  const edited: (AttributeValue | undefined)[] = [...list]
  const positions = [...children.keys()] as number[]
  for (const position of positions.sort((a, b) => a - b)) {
    const value = editValue(children.get(position) as EditTree, list[position])
    if (position < list.length) edited[position] = value
    else edited.push(value)
  }
  return edited.filter((element) => element !== undefined)
}

function checkLevels(value: AttributeValue, level: number): void {
  if (level > deepestLevel) {
    throw validationError(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    )
  }
  if ('L' in value) for (const element of value.L) checkLevels(element, level + 1)
  if ('M' in value) for (const name in value.M) checkLevels(value.M[name] as AttributeValue, level + 1)
}
