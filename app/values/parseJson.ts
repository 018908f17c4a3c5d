// JSON text to values, with what JSON.parse keeps to itself: the place of a mistake (line, column and path),
// members that stand twice in one object, and numbers that double precision would change.
// Invariant: for every text that JSON.parse takes, the value is the same, but for such numbers, which
// come out as text, or as whatever `numberOf` makes of numbers. https://www.rfc-editor.org/rfc/rfc8259

import { canonicalNumber } from '../../engine/value/number.ts'
import { defineMember, elementPath, type JsonObject, memberPath, quoteJson } from './jsonDocument.ts'

export interface ParsedJson {
  value: unknown
  notes: JsonNote[]
}

/** repaired: a number that came out as text. left: a member that stands twice, of which the last counts. */
export interface JsonNote {
  /** JSON path, such as `$.Items[3].name`. */
  path: string
  kind: 'repaired' | 'left'
  message: string
  /** The object of a member that stands twice. */
  object?: JsonObject
}

export interface JsonOptions {
  /** What the text is to the person: a text or a file. */
  source?: 'text' | 'file'
  /** What a number becomes, of its digits as written. */
  numberOf?: (digits: string) => unknown
}

export type JsonMistake = 'empty' | 'cut off' | 'too deep' | 'control character' | 'escape' | 'syntax'

/** Where and why a text is no JSON. */
export class JsonTextError extends SyntaxError {
  readonly mistake: JsonMistake
  /** JSON path of the value around the place. */
  readonly path: string
  /** 1-based, as editors count. */
  readonly line: number
  readonly column: number
  /** The text around the place. */
  readonly near: string

  constructor(
    mistake: JsonMistake,
    message: string,
    place: Pick<JsonTextError, 'path' | 'line' | 'column' | 'near'>,
  ) {
    super(message)
    this.name = 'SyntaxError'
    this.mistake = mistake
    this.path = place.path
    this.line = place.line
    this.column = place.column
    this.near = place.near
  }
}

const deepest = 500

/** Throws JsonTextError. */
export function parseJson(text: string, options: JsonOptions = {}): ParsedJson {
  return new JsonParser(text, options).parse()
}

class JsonParser {
  private readonly text: string
  private position = 0
  private readonly path: (string | number)[] = []
  /** Where the objects and lists around the position begin. */
  private readonly openings: number[] = []
  private readonly notes: JsonNote[] = []
  private readonly source: string
  private readonly numberOf: ((digits: string) => unknown) | undefined

  constructor(text: string, { source = 'text', numberOf }: JsonOptions) {
    this.text = text
    this.source = source
    this.numberOf = numberOf
    // A byte order mark.
    if (text.charCodeAt(0) === 0xfeff) this.position = 1
  }

  parse(): ParsedJson {
    this.skipSpace()
    if (this.position >= this.text.length) throw this.error('empty', `The ${this.source} is empty.`)
    const value = this.value()
    this.skipSpace()
    if (this.position < this.text.length) throw this.unexpected(`the end of the ${this.source}`)
    return { value, notes: this.notes }
  }

  private value(): unknown {
    const code = this.text.charCodeAt(this.position)
    if (code === quote) return this.string()
    if (code === openBrace) return this.object()
    if (code === openBracket) return this.list()
    if (code === minus || (code >= zero && code <= nine)) return this.number()
    for (const [word, value] of words) {
      if (this.text.startsWith(word, this.position)) {
        this.position += word.length
        return value
      }
    }
    throw this.unexpected('a value')
  }

  private object(): JsonObject {
    const object: JsonObject = {}
    this.open()
    if (this.closes(closeBrace)) return object
    for (;;) {
      const start = this.position
      if (this.text.charCodeAt(start) !== quote) throw this.unexpected('a member name in double quotes')
      const name = this.string()
      this.skipSpace()
      this.expect(colon, '“:”')
      this.path.push(name)
      const value = this.value()
      this.path.pop()
      if (object[name] !== undefined && Object.hasOwn(object, name)) this.noteTwice(object, name, start)
      defineMember(object, name, value)
      this.skipSpace()
      if (this.closes(closeBrace)) return object
      this.expect(comma, '“,” or “}”')
    }
  }

  private list(): unknown[] {
    const list: unknown[] = []
    this.open()
    if (this.closes(closeBracket)) return list
    for (;;) {
      this.path.push(list.length)
      list.push(this.value())
      this.path.pop()
      this.skipSpace()
      if (this.closes(closeBracket)) return list
      this.expect(comma, '“,” or “]”')
    }
  }

  private open(): void {
    if (this.openings.length >= deepest) {
      throw this.error('too deep', `Objects and lists are nested more than ${deepest} levels deep.`)
    }
    this.openings.push(this.position)
    this.position += 1
    this.skipSpace()
  }

  private closes(code: number): boolean {
    if (this.text.charCodeAt(this.position) !== code) return false
    this.position += 1
    this.openings.pop()
    return true
  }

  private expect(code: number, what: string): void {
    if (this.text.charCodeAt(this.position) !== code) throw this.unexpected(what)
    this.position += 1
    this.skipSpace()
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.position += 1
    }
  }

  private string(): string {
    const start = this.position
    let escaped = false
    for (let end = start + 1; end < this.text.length; end++) {
      const code = this.text.charCodeAt(end)
      if (code === quote) {
        this.position = end + 1
        return escaped ? this.unescape(start, end + 1) : this.text.slice(start + 1, end)
      }
      if (code === backslash) {
        escaped = true
        end += 1
      } else if (code < 0x20) {
        this.position = end
        throw this.error('control character', 'A text contains a line break or another control character.')
      }
    }
    const { line } = this.lineAndColumn(start)
    this.position = this.text.length
    throw this.error('cut off', `The ${this.source} ends inside a text that begins on line ${line}.`)
  }

  private unescape(start: number, end: number): string {
    try {
      return JSON.parse(this.text.slice(start, end)) as string
    } catch {
      this.position = start
      throw this.error('escape', 'A text contains a backslash that begins no escape.')
    }
  }

  private number(): unknown {
    numberAt.lastIndex = this.position
    const text = numberAt.exec(this.text)?.[0]
    if (text === undefined) throw this.unexpected('a number')
    this.position += text.length
    if (this.numberOf) return this.numberOf(text)
    const number = Number(text)
    if ((text.length <= 15 && !/[eE]/.test(text)) || isExact(text, number)) return number
    this.note('repaired', `JSON’s own numbers cannot hold ${text} exactly: it was read as text.`)
    return text
  }

  private noteTwice(object: JsonObject, name: string, at: number): void {
    const { line, column } = this.lineAndColumn(at)
    this.path.push(name)
    this.note(
      'left',
      `${quoteJson(name)} stands twice in one object, the second time on line ${line}, column ${column}. ` +
        `The second one counts; the first was ${quoteJson(object[name])}.`,
      object,
    )
    this.path.pop()
  }

  private note(kind: JsonNote['kind'], message: string, object?: JsonObject): void {
    this.notes.push({ path: this.pathText(), kind, message, ...(object ? { object } : {}) })
  }

  private unexpected(expected: string): JsonTextError {
    const found = this.text.codePointAt(this.position)
    if (found === undefined) return this.truncated()
    const shown = found < 0x20 ? `character ${found}` : `“${String.fromCodePoint(found)}”`
    return this.error('syntax', `Not valid JSON: expected ${expected}, found ${shown}.`)
  }

  private truncated(): JsonTextError {
    const opening = this.openings.at(-1)
    if (opening === undefined) return this.error('cut off', `The ${this.source} ends too early.`)
    const what = this.text.charCodeAt(opening) === openBrace ? 'object' : 'list'
    const { line } = this.lineAndColumn(opening)
    return this.error(
      'cut off',
      `The ${this.source} ends too early: the ${what} that begins on line ${line} is not closed.`,
    )
  }

  private error(mistake: JsonMistake, message: string): JsonTextError {
    return new JsonTextError(mistake, message, {
      ...this.lineAndColumn(this.position),
      near: nearText(this.text, this.position),
      path: this.pathText(),
    })
  }

  private pathText(): string {
    let path = '$'
    for (const step of this.path)
      path = typeof step === 'number' ? elementPath(path, step) : memberPath(path, step)
    return path
  }

  private lineAndColumn(position: number): { line: number; column: number } {
    let line = 1
    let lineStart = 0
    for (;;) {
      const lineBreak = this.text.indexOf('\n', lineStart)
      if (lineBreak < 0 || lineBreak >= position) return { line, column: position - lineStart + 1 }
      line += 1
      lineStart = lineBreak + 1
    }
  }
}

const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const words: [string, unknown][] = [
  ['true', true],
  ['false', false],
  ['null', null],
]
const quote = 0x22
const comma = 0x2c
const minus = 0x2d
const zero = 0x30
const nine = 0x39
const colon = 0x3a
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

function isExact(text: string, number: number): boolean {
  try {
    return canonicalNumber(text) === canonicalNumber(String(number))
  } catch {
    return false
  }
}

function nearText(text: string, position: number): string {
  const before = text.slice(Math.max(0, position - 40), position)
  const after = text.slice(position, position + 20)
  return (before + after).replace(/\s+/g, ' ').trim()
}
