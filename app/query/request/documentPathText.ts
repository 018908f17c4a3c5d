// A document path as people type it: `address.city`, `items[0].sku`, and in quotes the names that hold
// dots, brackets or quotes, or begin or end in space: `"odd.name".x`. Unlike a path of an expression it needs no aliases.
// Law: parsePathText(printPathText(p)) = p.

/** Map members by name, list elements by 0-based position. */
export type PathElement = string | number

const NAME = /^[^.[\]"\s](?:[^.[\]"]*[^.[\]"\s])?/
const QUOTED = /^"(?:[^"\\]|\\.)*"/
const INDEX = /^\[(\d{1,9})\]/

/** Undefined when the text is not a path. */
export function parsePathText(text: string): PathElement[] | undefined {
  const elements: PathElement[] = []
  let rest = text.trim()
  while (rest !== '') {
    if (rest.startsWith('[') && elements.length > 0) {
      const index = INDEX.exec(rest)
      if (!index) return undefined
      elements.push(Number(index[1]))
      rest = rest.slice(index[0].length)
      continue
    }
    if (elements.length > 0) {
      if (!rest.startsWith('.')) return undefined
      rest = rest.slice(1)
    }
    const name = readName(rest)
    if (!name) return undefined
    elements.push(name.value)
    rest = rest.slice(name.length)
  }
  return elements.length > 0 ? elements : undefined
}

export function printPathText(path: readonly PathElement[]): string {
  return path
    .map((element, position) => {
      if (typeof element === 'number') return `[${element}]`
      const name = NAME.exec(element)?.[0] === element ? element : JSON.stringify(element)
      return position === 0 ? name : `.${name}`
    })
    .join('')
}

function readName(text: string): { value: string; length: number } | undefined {
  const quoted = QUOTED.exec(text)?.[0]
  if (quoted !== undefined) return parseQuoted(quoted)
  const plain = NAME.exec(text)?.[0]
  return plain === undefined ? undefined : { value: plain, length: plain.length }
}

function parseQuoted(quoted: string): { value: string; length: number } | undefined {
  try {
    const value: unknown = JSON.parse(quoted)
    return typeof value === 'string' && value !== '' ? { value, length: quoted.length } : undefined
  } catch {
    return undefined
  }
}
