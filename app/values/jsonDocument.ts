// Places and values of a JSON document, in words for people.

export type JsonObject = Record<string, unknown>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The path of a member: `$.DataModel`, or `$["Status#Time"]` where the name is no plain word. */
export function memberPath(path: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`
}

export function elementPath(path: string, position: number): string {
  return `${path}[${position}]`
}

/** The value as JSON text, cut to a readable length. */
export function quoteJson(value: unknown, length = 80): string {
  // What is quoted may be megabytes: the first characters are enough.
  const text =
    typeof value === 'string' ? JSON.stringify(value.slice(0, length * 2)) : boundedJson(value, length)
  return text.length > length ? `${text.slice(0, length)}…` : text
}

function boundedJson(value: unknown, length: number): string {
  let budget = length * 2
  const text = JSON.stringify(value, (_name, member: unknown) => {
    if (budget <= 0) return undefined
    budget -= typeof member === 'string' ? member.length + 4 : 4
    return typeof member === 'string' ? member.slice(0, length * 2) : member
  })
  return text ?? String(value)
}

export function nameOfJsonType(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'a number' : 'true or false'
}

/**
 * `known` with the members of `extra` that it lacks or has empty; lists are joined, objects merged. Where both have a
 * value, the known one stands.
 */
export function withExtra(known: JsonObject, extra: JsonObject): JsonObject {
  const merged = { ...known }
  for (const [name, value] of Object.entries(extra)) {
    const own = Object.hasOwn(known, name) ? known[name] : undefined
    defineMember(merged, name, isEmpty(own) ? value : mergeValues(own, value))
  }
  return merged
}

function mergeValues(known: unknown, extra: unknown): unknown {
  if (isJsonObject(known) && isJsonObject(extra)) return withExtra(known, extra)
  if (Array.isArray(known) && Array.isArray(extra)) return [...known, ...extra]
  return known
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Plain assignment would take `__proto__` for the prototype. */
export function defineMember(object: JsonObject, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}
