// JSON laid out to be read: indented, but what holds only scalars and fits stands on one line, as
// `":PK": { "S": "CUSTOMER#7" }`. Attribute values would otherwise take three lines each.

const INDENT = '  '
const LONGEST_LINE = 96

/** `json` must be plain JSON; members that are undefined are left out. */
export function printJson(json: unknown, indent = ''): string {
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  const inner = indent + INDENT
  const isList = Array.isArray(json)
  const parts = isList
    ? json.map((element) => printJson(element, inner))
    : Object.entries(json).flatMap(([name, member]) =>
        member === undefined ? [] : [`${JSON.stringify(name)}: ${printJson(member, inner)}`],
      )
  const [open, close] = isList ? '[]' : '{}'
  if (parts.length === 0) return `${open}${close}`
  if (indent !== '' && holdsScalars(json)) {
    const line = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
    if (indent.length + line.length <= LONGEST_LINE) return line
  }
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
}

function holdsScalars(json: object): boolean {
  return Object.values(json).every((member) => typeof member !== 'object' || member === null)
}
