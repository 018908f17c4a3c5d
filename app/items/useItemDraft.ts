// An item while it is edited. Each edit that leaves a whole and valid item is saved at once, as one step that
// can be undone; what cannot be saved stays as a draft, with the reason beside it.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { AttributeType, Item } from '../../engine/value/attributeValue.ts'
import { equalValues } from '../../engine/value/compareValues.ts'
import {
  addChild,
  draftOfItem,
  draftProblems,
  editDraft,
  mapOfDrafts,
  moveDraft,
  type ValueDraft,
} from './valueDraft.ts'

const HAS_NO_INPUT: ReadonlySet<AttributeType> = new Set(['BOOL', 'NULL', 'L', 'M'])

export interface SaveFailure {
  name: string
  message: string
  /** The part that was edited last. */
  at: number
}

export interface ItemDraftOptions {
  /** The item as it is stored. */
  item: Item
  keyNames: readonly string[]
  /** Undefined: edits stay in the draft until they are saved by hand. */
  onSave?: ((item: Item, editedName: string) => Promise<void>) | undefined
  /** A draft that was left earlier, to go on with. */
  initial?: ValueDraft | undefined
}

export function useItemDraft({ item, keyNames, onSave, initial }: ItemDraftOptions) {
  const [draft, setDraft] = useState(() => initial ?? draftOfItem(item, keyNames))
  const [stored, setStored] = useState(item)
  const [failure, setFailure] = useState<SaveFailure>()
  const [focusId, setFocusId] = useState<number>()
  const latest = useRef({ draft, stored })
  latest.current = { draft, stored }

  const { replace, take } = useMemo(
    () => ({
      replace(next: ValueDraft) {
        latest.current.draft = next
        setDraft(next)
      },
      take(next: Item) {
        latest.current.stored = next
        setStored(next)
      },
    }),
    [],
  )
  // What was changed elsewhere is shown, unless that would lose what is being typed.
  useEffect(() => {
    if (sameItem(item, latest.current.stored)) return
    if (isClean(latest.current)) replace(draftOfItem(item, keyNames))
    take(item)
  }, [item, keyNames, replace, take])

  const save = async (at: number) => {
    const edited = latest.current.draft
    if (!onSave || draftProblems(edited).size > 0) return
    const next = mapOfDrafts(edited.children)
    if (sameItem(next, latest.current.stored)) return setFailure(undefined)
    const before = latest.current.stored
    take(next)
    try {
      await onSave(next, edited.children.find((child) => holds(child, at))?.name ?? '')
      setFailure(undefined)
    } catch (error) {
      take(before)
      setFailure({ ...describeError(error), at })
    }
  }
  const change = (id: number, edit: (part: ValueDraft) => ValueDraft | undefined) =>
    replace(editDraft(latest.current.draft, id, edit))
  return {
    draft,
    stored,
    failure,
    problems: useMemo(() => draftProblems(draft), [draft]),
    isDirty: !isClean({ draft, stored }),
    focusId,
    change,
    commit: (id: number, edit: (part: ValueDraft) => ValueDraft | undefined) => {
      change(id, edit)
      void save(id)
    },
    move: (id: number, places: number) => {
      replace(moveDraft(latest.current.draft, id, places))
      void save(id)
    },
    add: (parentId: number, child: ValueDraft) => {
      change(parentId, (parent) => addChild(parent, child))
      setFocusId(child.id)
      // What takes the focus is saved when it has been filled in.
      if (HAS_NO_INPUT.has(child.type)) void save(child.id)
    },
    revert: () => {
      replace(draftOfItem(stored, keyNames))
      setFailure(undefined)
    },
  }
}

function isClean({ draft, stored }: { draft: ValueDraft; stored: Item }): boolean {
  return draft.children.length === Object.keys(stored).length && sameItem(mapOfDrafts(draft.children), stored)
}

export function sameItem(one: Item, other: Item): boolean {
  return one === other || equalValues({ M: one }, { M: other })
}

function holds(draft: ValueDraft, id: number): boolean {
  return draft.id === id || draft.children.some((child) => holds(child, id))
}

export function describeError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'InternalFailure', message: String(error) }
}
