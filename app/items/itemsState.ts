// What the items view is in the middle of: an item that is being added, a place to show, a long work.

import { create } from 'zustand'
import type { Key } from '../../engine/api.ts'
import type { AttributeMap, Item } from '../../engine/value/attributeValue.ts'
import type { ValueDraft } from '../values/valueDraft.ts'
import { runCommand } from '../workspace/commands.ts'
import { useInspectorSlot } from '../workspace/inspectorSlot.tsx'
import { useProject } from '../workspace/project.ts'
import type { TextForm } from './editing/itemText.ts'

/** How an item is edited: its attributes one by one, or the whole of it as text. */
export type ItemForm = 'attributes' | TextForm

/** An edit that is not saved: what was written, and the item as it was when the edit began. */
export interface ItemDraft<Content = ValueDraft | string> {
  before: Item
  content: Content
}

export interface ItemsState {
  /** The items being added, by placeOfTable(); kept while another table is looked at. */
  newItems: ReadonlyMap<string, ValueDraft>
  /** The edits that are not saved yet, by placeOfDraft(); kept while another item is looked at. */
  itemDrafts: ReadonlyMap<string, ItemDraft>
  /** The item being added is out of sight, for another one is looked at. */
  isNewItemAside: boolean
  /** The item to bring into view, once. */
  reveal: { table: string; key: Key } | undefined
  /** The attribute that takes the focus in the inspector. */
  focusName: string | undefined
  work: { label: string; done: number; total: number; cancel(): void } | undefined
}

export const useItemsState = create<ItemsState>()(() => ({
  newItems: new Map(),
  itemDrafts: new Map(),
  isNewItemAside: false,
  reveal: undefined,
  focusName: undefined,
  work: undefined,
}))

/** Tables of one name in two projects have nothing to do with each other. */
export function placeOfTable(table: string): string {
  return JSON.stringify([useProject.getState().id, table])
}

export function placeOfDraft(table: string, keyText: string, form: ItemForm): string {
  return JSON.stringify([useProject.getState().id, table, keyText, form])
}

export function setNewItem(table: string, draft: ValueDraft | undefined): void {
  const place = placeOfTable(table)
  useItemsState.setState(({ newItems }) => ({
    newItems: withEntry(newItems, place, draft),
    isNewItemAside: false,
  }))
}

/** Undefined: there is nothing left to save. */
export function keepItemDraft(place: string, draft: ItemDraft | undefined): void {
  const { itemDrafts } = useItemsState.getState()
  if (draft === undefined && !itemDrafts.has(place)) return
  useItemsState.setState({ itemDrafts: withEntry(itemDrafts, place, draft) })
}

function withEntry<Value>(
  entries: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  const next = new Map(entries)
  if (value === undefined) next.delete(key)
  else next.set(key, value)
  return next
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
