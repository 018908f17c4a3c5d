// Several document paths of one item as a tree: what is wanted of a map or list, by name or position.

import {
  type AttributeMap,
  type AttributeValue,
  createAttributeMap,
  type Item,
} from '../value/attributeValue.ts'
import { type DocumentPath, findAttribute } from './documentPath.ts'

/** A node without children stands for the whole value. */
export interface PathTree {
  children: Map<string | number, PathTree> | undefined
}

/** Of paths that overlap the shorter one counts. */
export function createPathTree(paths: readonly DocumentPath[]): PathTree {
  const root: PathTree = { children: new Map() }
  for (const path of paths) insert(root, path)
  return root
}

function insert(root: PathTree, path: DocumentPath): void {
  let node = root
  path.forEach((step, i) => {
    if (node.children === undefined) return
    const isLast = i === path.length - 1
    let child = node.children.get(step)
    if (child === undefined) {
      child = { children: isLast ? undefined : new Map() }
      node.children.set(step, child)
    }
    if (isLast) child.children = undefined
    node = child
  })
}

/** The parts of the item that the tree names, inside their parents; what is missing is left out. */
export function selectFromItem(tree: PathTree, item: Item): Item {
  const selected = createAttributeMap()
  if (tree.children !== undefined) selectAttributes(tree.children, item, selected)
  return selected
}

/** Returns whether anything was found. */
function selectAttributes(
  children: Map<string | number, PathTree>,
  map: AttributeMap,
  selected: AttributeMap,
): boolean {
  let found = false
  for (const [name, child] of children) {
    const value = findAttribute(map, name as string)
    const part = value && selectValue(child, value)
    if (part === undefined) continue
    selected[name] = part
    found = true
  }
  return found
}

function selectValue({ children }: PathTree, value: AttributeValue): AttributeValue | undefined {
  if (children === undefined) return value
  if ('L' in value) return selectElements(children, value.L)
  if (!('M' in value)) return undefined
  const selected = createAttributeMap()
  return selectAttributes(children, value.M, selected) ? { M: selected } : undefined
}

/** The list elements close up, in ascending order of their positions. */
function selectElements(
  children: Map<string | number, PathTree>,
  list: AttributeValue[],
): AttributeValue | undefined {
  const selected: AttributeValue[] = []
  const positions = [...children.keys()].filter((step) => typeof step === 'number')
  for (const position of positions.sort((a, b) => a - b)) {
    const value = list[position]
    const part = value && selectValue(children.get(position) as PathTree, value)
    if (part !== undefined) selected.push(part)
  }
  return selected.length > 0 ? { L: selected } : undefined
}
