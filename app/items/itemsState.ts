// What the items view is in the middle of: an item that is being added, a place to show, a long work.

import { create } from 'zustand'
import type { Key } from '../../engine/api.ts'
import type { AttributeMap } from '../../engine/value/attributeValue.ts'
import type { ValueDraft } from '../values/valueDraft.ts'
import { runCommand } from '../workspace/commands.ts'
import { useInspectorSlot } from '../workspace/inspectorSlot.tsx'

export interface ItemsState {
  /** The item being added, by table; kept while another table is looked at. */
  newItems: Readonly<Record<string, ValueDraft>>
  /** The item being added is out of sight, for another one is looked at. */
  isNewItemAside: boolean
  /** The item to bring into view, once. */
  reveal: { table: string; key: Key } | undefined
  /** The attribute that takes the focus in the inspector. */
  focusName: string | undefined
  work: { label: string; done: number; total: number; cancel(): void } | undefined
}

export const useItemsState = create<ItemsState>()(() => ({
  newItems: {},
  isNewItemAside: false,
  reveal: undefined,
  focusName: undefined,
  work: undefined,
}))

export function setNewItem(table: string, draft: ValueDraft | undefined): void {
  useItemsState.setState(({ newItems }) => {
    const { [table]: _, ...others } = newItems
    return { newItems: draft ? { ...others, [table]: draft } : others, isNewItemAside: false }
  })
}

export function revealItem(table: string, key: AttributeMap): void {
  useItemsState.setState({ reveal: { table, key } })
}

export function setNewItemAside(isNewItemAside: boolean): void {
  useItemsState.setState({ isNewItemAside })
}

/** Brings the inspector up, which the person may have put away. */
export function openInspector(focusName?: string): void {
  useItemsState.setState({ focusName })
  if (!useInspectorSlot.getState().element) runCommand('pane.inspector')
}
