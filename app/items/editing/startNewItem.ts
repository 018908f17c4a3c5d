import type { Item } from '../../../engine/value/attributeValue.ts'
import { createDraft, draftOfValue, type ValueDraft } from '../../values/valueDraft.ts'
import { openInspector, setNewItem } from '../itemsState.ts'
import type { TableShape } from '../tableShape.ts'

/** Opens the draft of a new item, in the item collection of the item that is given. */
export function startNewItem(shape: TableShape, near: Item | undefined): void {
  setNewItem(shape.tableName, newItemDraft(shape, near))
  openInspector()
}

export function newItemDraft({ primaryKeys }: TableShape, near: Item | undefined): ValueDraft {
  const children = primaryKeys.map(({ name, type }, place) => {
    const value = primaryKeys.length > 1 && place === 0 ? near?.[name] : undefined
    return value ? draftOfValue(value, name) : createDraft(type, name)
  })
  return { ...createDraft('M'), children }
}
