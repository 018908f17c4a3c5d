// Lines of cells, as spreadsheets put them on the clipboard and as CSV files hold them: a cell in quotes may
// contain line breaks, delimiters and doubled quotes. https://www.rfc-editor.org/rfc/rfc4180

/** Lines without any content are left out; cells that are not in quotes come trimmed. */
export function parseCells(text: string, delimiter: '\t' | ','): string[][] {
  const lines: string[][] = []
  let cells: string[] = []
  let at = 0
  for (;;) {
    const { cell, end } = readCell(text, at, delimiter)
    cells.push(cell)
    if (text[end] === delimiter) {
      at = end + 1
      continue
    }
    if (cells.some((each) => each !== '')) lines.push(cells)
    if (end >= text.length) return lines
    cells = []
    at = end + (text[end] === '\r' ? 2 : 1)
  }
}

// A text that only begins with a quote is not in quotes.
const QUOTED = { '\t': /"((?:[^"]|"")*)"[ ]*(?=\t|\r?\n|$)/y, ',': /[ ]*"((?:[^"]|"")*)"[ ]*(?=,|\r?\n|$)/y }
const PLAIN = { '\t': /(?:(?!\r?\n)[^\t])*/y, ',': /(?:(?!\r?\n)[^,])*/y }

function readCell(text: string, at: number, delimiter: '\t' | ','): { cell: string; end: number } {
  const quoted = matchAt(QUOTED[delimiter], text, at)
  if (quoted) return { cell: quoted[1]!.replaceAll('""', '"'), end: at + quoted[0].length }
  const plain = matchAt(PLAIN[delimiter], text, at)?.[0] ?? ''
  return { cell: plain.trim(), end: at + plain.length }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
