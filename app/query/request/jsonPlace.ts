// Where a member stands in JSON text that is known to be valid: its name, by line and column.

export interface JsonPlace {
  /** 1-based, as editors count. */
  line: number
  column: number
  /** Of the end of the name, exclusive. */
  endColumn: number
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/** The place of the member that the path leads to through objects; of its nearest ancestor when there is none. */
export function findPlace(text: string, path: readonly string[]): JsonPlace | undefined {
  const open: string[] = []
  const names: string[] = []
  let found: { start: number; end: number; depth: number } | undefined
  let name: { text: string; start: number; end: number } | undefined
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(token)
    else if (token === '}' || token === ']') {
      open.pop()
      names.length = Math.max(0, open.length - 1)
    } else if (token === ':' && name) {
      const depth = open.length
      names.length = depth - 1
      names[depth - 1] = JSON.parse(name.text) as string
      const isOnPath = depth <= path.length && path.slice(0, depth).every((each, at) => names[at] === each)
      if (isOnPath && depth >= (found?.depth ?? 0)) found = { start: name.start, end: name.end, depth }
    }
    name = token.startsWith('"') ? { text: token, start: index, end: index + token.length } : undefined
  }
  return found && placeOf(text, found.start, found.end)
}

function placeOf(text: string, start: number, end: number): JsonPlace {
  const before = text.slice(0, start)
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  const line = before.split(/\r\n|\r|\n/).length
  return { line, column: start - lineStart + 1, endColumn: end - lineStart + 1 }
}
