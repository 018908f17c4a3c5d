// An item while it is edited. Each edit that leaves a whole and valid item is saved at once, as one step that
// can be undone; what cannot be saved stays as a draft, with the reason beside it.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { AttributeType, Item } from '../../../engine/value/attributeValue.ts'
import { sameItem } from '../../values/sameItem.ts'
import {
  addChild,
  draftOfItem,
  draftProblems,
  editDraft,
  mapOfDrafts,
  moveDraft,
  rebaseDraft,
  type ValueDraft,
} from '../../values/valueDraft.ts'
import type { ItemDraft } from '../itemsState.ts'

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
  onSave?: ((item: Item, before: Item, editedName: string) => Promise<void>) | undefined
  /** A draft that was left earlier, to go on with. */
  kept?: ItemDraft<ValueDraft> | undefined
  /** Takes what is not saved, at each change of it; undefined when all is. */
  onKeep?: ((draft: ItemDraft<ValueDraft> | undefined) => void) | undefined
}

export function useItemDraft(options: ItemDraftOptions) {
  const { item, keyNames } = options
  const kept = useKeptDraft(options)
  const { draft, stored, latest, replace, take } = kept
  const [failure, setFailure] = useState<SaveFailure>()
  const [focusId, setFocusId] = useState<number>()
  // What was changed elsewhere is shown, but for the attributes that are being edited here.
  useEffect(() => {
    if (sameItem(item, latest.current.stored)) return
    const { draft, stored } = latest.current
    latest.current.stored = item
    replace(rebaseDraft(draft, stored, item))
    take(item)
  }, [item, latest, replace, take])
  const save = (at: number) => saveDraft(kept, options.onSave, at, setFailure)
  const change = (id: number, edit: (part: ValueDraft) => ValueDraft | undefined) =>
    replace(editDraft(latest.current.draft, id, edit))
  return {
    draft,
    failure,
    problems: useMemo(() => draftProblems(draft), [draft]),
    isDirty: !isClean({ draft, stored }),
    save: () => void save(draft.id),
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

/** The draft and the item as it was last stored, for rendering and, at once, for what happens in between. */
function useKeptDraft({ item, keyNames, kept, onKeep }: ItemDraftOptions) {
  const [draft, setDraft] = useState(() =>
    kept ? rebaseDraft(kept.content, kept.before, item) : draftOfItem(item, keyNames),
  )
  const [stored, setStored] = useState(item)
  const latest = useRef({ draft, stored })
  latest.current = { draft, stored }
  const keepRef = useRef(onKeep)
  keepRef.current = onKeep
  const { replace, take } = useMemo(() => {
    // Also when the view is gone by then: a save that fails late leaves its draft behind.
    const keep = () => {
      const { draft: content, stored: before } = latest.current
      keepRef.current?.(isClean(latest.current) ? undefined : { before, content })
    }
    return {
      replace(next: ValueDraft) {
        latest.current.draft = next
        setDraft(next)
        keep()
      },
      take(next: Item) {
        latest.current.stored = next
        setStored(next)
        keep()
      },
    }
  }, [])
  return { draft, stored, latest, replace, take }
}

async function saveDraft(
  { latest, take }: Pick<ReturnType<typeof useKeptDraft>, 'latest' | 'take'>,
  onSave: ItemDraftOptions['onSave'],
  at: number,
  setFailure: (failure: SaveFailure | undefined) => void,
): Promise<void> {
  const { draft, stored } = latest.current
  if (!onSave || draftProblems(draft).size > 0) return
  const next = mapOfDrafts(draft.children)
  if (sameItem(next, stored)) return setFailure(undefined)
  take(next)
  try {
    await onSave(next, stored, draft.children.find((child) => holds(child, at))?.name ?? '')
    setFailure(undefined)
  } catch (error) {
    take(stored)
    setFailure({ ...describeError(error), at })
  }
}

function isClean({ draft, stored }: { draft: ValueDraft; stored: Item }): boolean {
  return draft.children.length === Object.keys(stored).length && sameItem(mapOfDrafts(draft.children), stored)
}

function holds(draft: ValueDraft, id: number): boolean {
  return draft.id === id || draft.children.some((child) => holds(child, id))
}

export function describeError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message }
  return { name: 'InternalFailure', message: String(error) }
}
