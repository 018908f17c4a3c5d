import { useEffect, useRef, useState } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { itemSizeBytes } from '../../engine/value/itemSize.ts'
import { JsonEditor } from '../editor/JsonEditor.tsx'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { findErrorHint } from '../workspace/errorHint.ts'
import styles from './ItemInspector.module.css'
import { parseItem, printItem, type TextForm } from './itemText.ts'
import { SizeMeter } from './SizeMeter.tsx'
import { describeError, sameItem } from './useItemDraft.ts'

export interface ItemTextProps {
  form: TextForm
  item: Item
  onSave(item: Item): Promise<void>
}

/** The whole item as text; saved on demand, for a half-typed text is no item. */
export function ItemText({ form, item, onSave }: ItemTextProps) {
  const [text, setText] = useState(() => printItem(item, form))
  const [failure, setFailure] = useState<{ name: string; message: string }>()
  const stored = useRef(item)
  const isEdited = text !== printItem(stored.current, form)
  useEffect(() => {
    if (sameItem(item, stored.current)) return
    if (text === printItem(stored.current, form)) setText(printItem(item, form))
    stored.current = item
  }, [item, form, text])
  const save = async () => {
    try {
      await onSave(parseItem(text, form, item))
      setFailure(undefined)
    } catch (error) {
      setFailure(describeError(error))
    }
  }
  const sizeBytes = findSize(text, form, item)
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
          <Button size="small" tone="quiet" onClick={() => setText(printItem(item, form))}>
            Revert
          </Button>
        )}
        {isEdited && <Kbd keys="Mod+Enter" />}
      </div>
    </div>
  )
}

function findSize(text: string, form: TextForm, before: Item): number | undefined {
  try {
    return itemSizeBytes(parseItem(text, form, before))
  } catch {
    return undefined
  }
}
