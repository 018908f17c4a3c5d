// Where the keyboard stands in a grid of items, and where a key takes it, as the ARIA grid pattern has it.
// https://www.w3.org/WAI/ARIA/apg/patterns/grid/

export interface GridCursor {
  line: number
  cell: number
}

export interface GridExtent {
  lineCount: number
  /** Lines that fit the viewport. */
  pageLines: number
  cellCount(line: number): number
}

/** Undefined when the key moves nothing. */
export function moveCursor(
  cursor: GridCursor,
  key: string,
  isControl: boolean,
  extent: GridExtent,
): GridCursor | undefined {
  const move = MOVES[key]
  if (!move || extent.lineCount === 0) return undefined
  const moved = move(cursor, isControl, extent)
  const line = clamp(moved.line, extent.lineCount)
  return { line, cell: clamp(moved.cell, Math.max(1, extent.cellCount(line))) }
}

type Move = (cursor: GridCursor, isControl: boolean, extent: GridExtent) => GridCursor

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: ({ line, cell }) => ({ line: line - 1, cell }),
  ArrowDown: ({ line, cell }) => ({ line: line + 1, cell }),
  ArrowLeft: ({ line, cell }, isControl) => ({ line, cell: isControl ? 0 : cell - 1 }),
  ArrowRight: ({ line, cell }, isControl) => ({ line, cell: isControl ? LAST : cell + 1 }),
  Home: ({ line }, isControl) => ({ line: isControl ? 0 : line, cell: 0 }),
  End: ({ line }, isControl) => ({ line: isControl ? LAST : line, cell: LAST }),
  PageUp: ({ line, cell }, _, { pageLines }) => ({ line: line - pageLines, cell }),
  PageDown: ({ line, cell }, _, { pageLines }) => ({ line: line + pageLines, cell }),
}

const LAST = Number.MAX_SAFE_INTEGER

function clamp(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place))
}
