// What opens over the items: the editor of a cell, a look inside a value, a menu, the preview of a paste.
// None is needed to see items, so each is loaded when it first opens.

import { lazy, Suspense } from 'react'
import type { Item } from '../../engine/value/attributeValue.ts'
import { cellMenu } from './cellMenu.ts'
import { saveAttribute } from './itemActions.ts'
import type { Pasted } from './paste/pastedItems.ts'
import type { PictureCell } from './picture/pictureProps.ts'
import { primaryKeyOf, type TableShape } from './tableShape.ts'

const CellEditor = lazy(async () => ({ default: (await import('./editing/CellEditor.tsx')).CellEditor }))
const ValueLook = lazy(async () => ({ default: (await import('./editing/ValueLook.tsx')).ValueLook }))
const PasteDialog = lazy(async () => ({ default: (await import('./paste/PasteDialog.tsx')).PasteDialog }))
const Menu = lazy(async () => ({ default: (await import('../ui/Menu.tsx')).Menu }))

export type OpenPopup =
  | { kind: 'editor' | 'look'; cell: PictureCell; anchor: Element }
  | { kind: 'menu'; cell: PictureCell; anchor: Element; at: { x: number; y: number } }
  | { kind: 'paste'; pasted: Pasted }

export interface ItemPopupsProps {
  shape: TableShape
  popup: OpenPopup | undefined
  /** The selected items. */
  items: readonly Item[]
  onEdit(cell: PictureCell, anchor: Element): void
  onClose(): void
}

export function ItemPopups(props: ItemPopupsProps) {
  return <Suspense>{props.popup && <Popup {...props} popup={props.popup} />}</Suspense>
}

function Popup({ shape, popup, items, onEdit, onClose }: ItemPopupsProps & { popup: OpenPopup }) {
  if (popup.kind === 'paste') return <PasteDialog shape={shape} pasted={popup.pasted} onClose={onClose} />
  const { cell, anchor } = popup
  const { name, value, item } = cell
  if (popup.kind === 'menu') {
    const entries = cellMenu({ shape, cell, items, edit: () => onEdit(cell, anchor) })
    return <Menu anchor={popup.at} label={`Actions for ${name}`} entries={entries} onClose={onClose} />
  }
  if (popup.kind === 'look') {
    return value ? <ValueLook anchor={anchor} name={name} value={value} onClose={onClose} /> : null
  }
  return (
    <CellEditor
      anchor={anchor}
      name={name}
      value={value}
      keyType={shape.primaryKeys.find((key) => key.name === name)?.type}
      onSave={(next) => saveAttribute(shape, primaryKeyOf(shape, item), name, next)}
      onClose={onClose}
    />
  )
}
