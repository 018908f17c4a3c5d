import { useEffect } from 'react'
import { notify } from '../../workspace/notify.ts'
import type { TableShape } from '../tableShape.ts'
import { type Pasted, parsePastedItems } from './pastedItems.ts'

/** Listens for a paste anywhere but in a text input or a dialog: it means items. */
export function usePastedItems(shape: TableShape, onPasted: (pasted: Pasted) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented || text.trim() === '' || isForText(event.target)) return
      event.preventDefault()
      const pasted = parsePastedItems(text, shape.primaryKeys)
      if (pasted) return onPasted(pasted)
      notify({
        tone: 'warning',
        title: 'The clipboard holds no items',
        detail:
          'Items are read from JSON, DynamoDB JSON, or cells of a spreadsheet or CSV under a line of attribute names.',
      })
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [shape, onPasted])
}

function isForText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=textbox]') !== null
}
