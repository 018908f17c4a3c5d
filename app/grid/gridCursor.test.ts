import { expect, test } from 'vitest'
import { type GridExtent, moveCursor } from './gridCursor.ts'

const extent: GridExtent = { lineCount: 100, pageLines: 20, cellCount: (line) => (line === 1 ? 2 : 5) }

const moves: [key: string, isControl: boolean, from: [number, number], to: [number, number]][] = [
  ['ArrowDown', false, [3, 4], [4, 4]],
  ['ArrowUp', false, [2, 4], [1, 1]],
  ['ArrowUp', false, [0, 0], [0, 0]],
  ['ArrowLeft', false, [3, 0], [3, 0]],
  ['ArrowRight', false, [3, 4], [3, 4]],
  ['ArrowRight', true, [3, 0], [3, 4]],
  ['Home', false, [3, 3], [3, 0]],
  ['Home', true, [3, 3], [0, 0]],
  ['End', false, [3, 0], [3, 4]],
  ['End', true, [3, 0], [99, 4]],
  ['PageDown', false, [90, 1], [99, 1]],
  ['PageUp', false, [30, 1], [10, 1]],
]

test.each(moves)('%s (control: %s) from %j to %j', (key, isControl, [line, cell], [toLine, toCell]) => {
  expect(moveCursor({ line, cell }, key, isControl, extent)).toEqual({ line: toLine, cell: toCell })
})

test('other keys move nothing', () => {
  expect(moveCursor({ line: 0, cell: 0 }, 'a', false, extent)).toBeUndefined()
  expect(moveCursor({ line: 0, cell: 0 }, 'End', true, { ...extent, lineCount: 0 })).toBeUndefined()
})
