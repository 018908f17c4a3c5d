import type { LineWindow } from '../../grid/useLineWindow.ts'
import type { CellBook } from './cellBook.ts'
import type { PictureLines } from './pictureLines.ts'
import type { PictureProps } from './pictureProps.ts'

/** All that a drawing of the picture's viewport needs. */
export interface Scene {
  props: PictureProps
  book: CellBook
  lines: LineWindow
  pictureLines: PictureLines
  gridId: string
  cursor: { line: number; cell: number }
}
