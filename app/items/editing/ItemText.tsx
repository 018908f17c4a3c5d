import { useEffect, useRef, useState } from 'react'
import type { Item } from '../../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../../engine/value/itemSize.ts'
import { JsonEditor } from '../../editor/JsonEditor.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { findErrorHint } from '../../workspace/errorHint.ts'
import styles from '../ItemInspector.module.css'
import { keepItemDraft, useItemsState } from '../itemsState.ts'
import { parseItem, printItem, type TextForm } from './itemText.ts'
import { SizeMeter } from './SizeMeter.tsx'
import { describeError } from './useItemDraft.ts'

export interface ItemTextProps {
  form: TextForm
  item: Item
  /** Where what is not saved is kept. */
  place: string
  /** `before` is the item that the edit began from. */
  onSave(item: Item, before: Item): Promise<void>
}

/** The whole item as text; saved on demand, for a half-typed text is no item. */
export function ItemText(props: ItemTextProps) {
  const { form } = props
  const { text, before, isEdited, setText, revert, failure, save } = useItemText(props)
  const sizeBytes = findSize(text, form, before)
  return (
    <div className={styles.editor}>
      {sizeBytes !== undefined && <SizeMeter sizeBytes={sizeBytes} />}
      <div className={styles.text}>
        <JsonEditor
          label={form === 'dynamodb' ? 'Item as DynamoDB JSON' : 'Item as JSON'}
          value={text}
          onValue={setText}
          onRun={() => void save()}
        />
      </div>
      {failure && <ErrorNote {...failure} hint={findErrorHint(failure)} />}
      <div className={styles.textActions}>
        <Button tone="accent" size="small" disabled={!isEdited} onClick={() => void save()}>
          Save item
        </Button>
        {isEdited && (
          <Button size="small" tone="quiet" onClick={revert}>
            Revert
          </Button>
        )}
        {isEdited && <Kbd keys="Mod+Enter" />}
        {isEdited && <span className={styles.muted}>Not saved yet</span>}
      </div>
    </div>
  )
}

/** The text, and the item that it was printed from; what was changed elsewhere is shown while nothing is edited. */
function useItemText({ form, item, place, onSave }: ItemTextProps) {
  const [{ text, before }, setState] = useState(() => findTextDraft(place) ?? printed(item, form))
  const [failure, setFailure] = useState<{ name: string; message: string }>()
  const isEdited = text !== printItem(before, form)
  const shown = useRef(item)
  const latest = useRef({ text, item })
  latest.current = { text, item }
  useEffect(() => {
    if (isEdited || shown.current === item) return
    shown.current = item
    setState(printed(item, form))
  }, [item, form, isEdited])
  const show = (next: string, from: Item) => {
    setState({ text: next, before: from })
    keepItemDraft(place, next === printItem(from, form) ? undefined : { before: from, content: next })
  }
  const settle = (stored: Item) => {
    shown.current = latest.current.item
    setFailure(undefined)
    show(printItem(stored, form), stored)
  }
  const save = async () => {
    try {
      const next = parseItem(text, form, before)
      await onSave(next, before)
      // What was typed while it was saved is the next edit.
      if (latest.current.text === text) settle(next)
      else show(latest.current.text, next)
    } catch (error) {
      setFailure(describeError(error))
    }
  }
  const setText = (next: string) => show(next, before)
  return { text, before, isEdited, setText, revert: () => settle(item), failure, save }
}

function printed(item: Item, form: TextForm) {
  return { text: printItem(item, form), before: item }
}

function findTextDraft(place: string) {
  const draft = useItemsState.getState().itemDrafts.get(place)
  return typeof draft?.content === 'string' ? { text: draft.content, before: draft.before } : undefined
}

function findSize(text: string, form: TextForm, before: Item): number | undefined {
  try {
    return itemSizeBytes(parseItem(text, form, before))
  } catch {
    return undefined
  }
}
