// Edits of a filter tree by position: indexes of members from the root group down. Each gives a new tree.

import type { FilterGroup, FilterNode } from '../request/queryForm.ts'

export function replaceNode(root: FilterGroup, at: readonly number[], node: FilterNode): FilterGroup {
  return changeParent(root, at, (members, index) => members.with(index, node))
}

/** Groups that become empty go with their last member; the root stays. */
export function removeNode(root: FilterGroup, at: readonly number[]): FilterGroup {
  const changed = changeParent(root, at, (members, index) => members.toSpliced(index, 1))
  const parentAt = at.slice(0, -1)
  const parent = findNode(changed, parentAt)
  const isEmptyGroup = parentAt.length > 0 && parent?.kind === 'group' && parent.members.length === 0
  return isEmptyGroup ? removeNode(changed, parentAt) : changed
}

/** Adds a member to the group at `at`. */
export function addNode(root: FilterGroup, at: readonly number[], node: FilterNode): FilterGroup {
  const group = findNode(root, at)
  if (group?.kind !== 'group') return root
  const grown = { ...group, members: [...group.members, node] }
  return at.length === 0 ? grown : replaceNode(root, at, grown)
}

export function findNode(root: FilterGroup, at: readonly number[]): FilterNode | undefined {
  let node: FilterNode | undefined = root
  for (const index of at) node = node?.kind === 'group' ? node.members[index] : undefined
  return node
}

function changeParent(
  root: FilterGroup,
  at: readonly number[],
  change: (members: FilterNode[], index: number) => FilterNode[],
): FilterGroup {
  const [index, ...rest] = at
  const member = index === undefined ? undefined : root.members[index]
  if (index === undefined || member === undefined) return root
  if (rest.length === 0) return { ...root, members: change(root.members, index) }
  if (member.kind !== 'group') return root
  return { ...root, members: root.members.with(index, changeParent(member, rest, change)) }
}
