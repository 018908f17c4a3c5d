// The keyboard of the sidebar's tree, as WAI-ARIA describes it: arrows move, right opens or enters, left
// closes or leaves, Enter chooses, a letter finds. One row at a time is in the tab order.
// https://www.w3.org/WAI/ARIA/apg/patterns/treeview/

import { type KeyboardEvent, useState } from 'react'
import type { SidebarNode } from './sidebarTree.ts'

interface TreeKeysInput {
  nodes: readonly SidebarNode[]
  selectedId: string | undefined
  labelOf(node: SidebarNode): string
  toggle(node: SidebarNode, open: boolean): void
  open(node: SidebarNode): void
}

export interface TreeKeys {
  /** The id of the row that Tab reaches. */
  tabStop: string | undefined
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

export function useTreeKeys({ nodes, selectedId, labelOf, toggle, open }: TreeKeysInput): TreeKeys {
  const [focusedId, setFocusedId] = useState<string>()
  const isShown = (id: string | undefined) => nodes.some((node) => node.id === id)
  const tabStop = [focusedId, selectedId, nodes[0]?.id].find((id) => id !== undefined && isShown(id))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = nodes.findIndex((node) => node.id === tabStop)
    const node = nodes[at]
    if (!node) return
    const next = findNext(event.key, at, nodes, labelOf)
    if (next) {
      setFocusedId(next.id)
      focusRow(event.currentTarget, next.id)
    } else if (event.key === 'Enter' || event.key === ' ') open(node)
    else if (event.key === 'ArrowRight' && node.kind === 'table') toggle(node, true)
    else if (event.key === 'ArrowLeft' && node.kind === 'table') toggle(node, false)
    else return
    event.preventDefault()
  }
  return { tabStop, onKeyDown }
}

function focusRow(tree: HTMLElement, id: string): void {
  tree.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus()
}

function findNext(
  key: string,
  at: number,
  nodes: readonly SidebarNode[],
  labelOf: (node: SidebarNode) => string,
): SidebarNode | undefined {
  const node = nodes[at]
  if (key === 'ArrowDown') return nodes[at + 1]
  if (key === 'ArrowUp') return nodes[at - 1]
  if (key === 'Home') return nodes[0]
  if (key === 'End') return nodes.at(-1)
  if (key === 'ArrowRight' && node?.kind === 'table' && node.expanded) return nodes[at + 1]
  if (key === 'ArrowLeft' && node?.kind !== 'table')
    return nodes.slice(0, at).findLast(({ kind }) => kind === 'table')
  if (key.length !== 1 || key === ' ') return undefined
  const startsSo = (candidate: SidebarNode) => labelOf(candidate).toLowerCase().startsWith(key.toLowerCase())
  return nodes.slice(at + 1).find(startsSo) ?? nodes.slice(0, at).find(startsSo)
}
