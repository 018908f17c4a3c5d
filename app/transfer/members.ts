// Reading an object of the source member by member. What is taken is understood; at the end, rest() gives
// all the others, and the values that could not be used, to be kept with the design.

import type { Extra } from '../model/design.ts'
import {
  defineMember,
  isJsonObject,
  type JsonObject,
  memberPath,
  nameOfJsonType,
  quoteJson,
} from '../values/jsonDocument.ts'
import type { Note } from './report.ts'

export class Members {
  readonly path: string
  private readonly json: JsonObject
  private readonly note: Note
  private readonly taken = new Set<string>()
  private readonly kept = new Map<string, unknown>()

  constructor(json: JsonObject, path: string, note: Note) {
    this.json = json
    this.path = path
    this.note = note
  }

  pathOf(name: string): string {
    return memberPath(this.path, name)
  }

  /** The member as it stands; undefined where it is absent or null. */
  take(name: string): unknown {
    this.taken.add(name)
    return this.peek(name) ?? undefined
  }

  peek(name: string): unknown {
    return Object.hasOwn(this.json, name) ? this.json[name] : undefined
  }

  /** A text whose absence is fine: what is no text is kept as it stands. */
  takeText(name: string): string | undefined {
    const value = this.take(name)
    if (value === undefined || typeof value === 'string') return value
    this.keepWrong(name, 'text', value)
    return undefined
  }

  /** Likewise a list. */
  takeList(name: string): unknown[] {
    const value = this.take(name)
    if (value === undefined || Array.isArray(value)) return value ?? []
    this.keepWrong(name, 'a list', value)
    return []
  }

  /** A text that the export always writes: what is no text cannot stay. */
  takeName(name: string): string | undefined {
    const value = this.take(name)
    if (value === undefined || typeof value === 'string') return value
    if (typeof value !== 'number') return this.leaveWrong(name, 'text', value)
    this.note('repaired', this.pathOf(name), `The number ${value} was read as text.`)
    return String(value)
  }

  /** Likewise an object. */
  takeObject(name: string): JsonObject | undefined {
    const value = this.take(name)
    if (value === undefined || isJsonObject(value)) return value
    return this.leaveWrong(name, 'an object', value)
  }

  /** Keeps a value of a known member that could not be used. */
  keep(name: string, value: unknown): void {
    this.taken.add(name)
    this.kept.set(name, value)
  }

  /** Keeps an element of a list that could not be used. */
  keepElement(name: string, value: unknown): void {
    const list = this.kept.get(name)
    this.kept.set(name, Array.isArray(list) ? [...list, value] : [value])
  }

  /** Everything not taken, and everything kept. Members in `quiet` belong to the format, so they go unsaid. */
  rest(quiet: readonly string[] = []): Extra {
    const extra: Extra = {}
    for (const name of Object.keys(this.json)) {
      if (this.taken.has(name)) continue
      defineMember(extra, name, this.json[name])
      if (!quiet.includes(name)) {
        this.note('kept', this.pathOf(name), 'Not known here: kept as it stands, and exported again.')
      }
    }
    for (const [name, value] of this.kept) defineMember(extra, name, value)
    return extra
  }

  private keepWrong(name: string, expected: string, value: unknown): void {
    this.keep(name, value)
    const message = `Expected ${expected}, found ${describe(value)}: not used, but exported again.`
    this.note('kept', this.pathOf(name), message)
  }

  private leaveWrong(name: string, expected: string, value: unknown): undefined {
    this.note('left', this.pathOf(name), `Expected ${expected}, found ${describe(value)}: not used.`)
  }
}

function describe(value: unknown): string {
  return `${nameOfJsonType(value)} (${quoteJson(value)})`
}
