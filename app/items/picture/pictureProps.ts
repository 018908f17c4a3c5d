// What the picture is given and gives back; the grid layout of the same items takes and gives it too.

import type { ClipboardEvent, KeyboardEvent, MouseEvent, Ref } from 'react'
import type { AttributeValue, Item } from '../../../engine/value/attributeValue.ts'
import type { LinePick } from '../../grid/useGridKeys.ts'
import type { TableDesign } from '../../model/design.ts'
import type { CollectionWindow } from '../reading/collectionWindow.ts'
import type { LeftOutItems } from '../reading/leftOutItems.ts'
import type { TableShape } from '../tableShape.ts'
import type { LineCell } from './lineCells.ts'

/** A cell that the keyboard or the mouse stands on. */
export interface PictureCell {
  line: number
  item: Item
  kind: LineCell['kind']
  /** Attribute name; of a key of several attributes the first. */
  name: string
  /** The cell shows a key of several attributes. */
  isComposed: boolean
  value: AttributeValue | undefined
}

export interface PictureHandle {
  focus(): void
  /** Brings a line into view and puts the keyboard there. */
  reveal(line: number): void
}

export interface PictureProps {
  ref?: Ref<PictureHandle>
  shape: TableShape
  design: TableDesign | undefined
  window: CollectionWindow
  /** For an index: the items that it leaves out. */
  leftOut?: LeftOutItems | undefined
  selectedKeys: ReadonlySet<string>
  /** The text that tells an item from all others in its table. */
  keyOf(item: Item): string
  /** The name of the entity that stands out; the others are dimmed. */
  highlighted?: string | undefined
  onPick(pick: LinePick): void
  onEditCell(cell: PictureCell, element: HTMLElement): void
  onExpandCell(cell: PictureCell, element: HTMLElement): void
  onMenu(cell: PictureCell, event: MouseEvent): void
  /** Sees every key first; preventDefault() keeps the picture from acting on it. */
  onKeyDown?(event: KeyboardEvent, cell: PictureCell | undefined): void
  onCopy?(event: ClipboardEvent): void
  onPaste?(event: ClipboardEvent): void
}
