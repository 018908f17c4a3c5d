// Judges an input against its declared constraints. Violations are collected and reported together, in the
// service's words; the table name comes first and alone.

import { type DynamoDBError, validationError } from '../value/dynamoDBError.ts'
import type {
  ListShape,
  MapShape,
  Member,
  NumberShape,
  Shape,
  StructureShape,
  TextShape,
} from './constraints.ts'
import { javaName, javaText } from './javaText.ts'
import { parseTableArn } from './tableArn.ts'

const MAX_REPORTED = 10

export interface ConstraintOptions {
  /** Whether a second member outside its enumeration goes unreported. */
  firstEnumerationOnly?: boolean
}

export function checkConstraints(
  shape: StructureShape,
  input: Record<string, unknown>,
  options: ConstraintOptions = {},
): void {
  const tableName = shape.members.get('TableName')
  if (tableName) checkTableName(tableName, input.TableName)
  const violations = new Violations(options.firstEnumerationOnly ?? false)
  for (const [name, member] of shape.members) {
    if (member !== tableName) violations.addMember(name, member, input[name], ROOT)
  }
  violations.throwIfAny()
}

function checkTableName(member: Member, value: unknown): void {
  if (value === undefined && member.required === 'parameter') throw missingParameter('TableName')
  const violations = new Violations(false)
  violations.addMember('TableName', member, value, ROOT)
  violations.throwIfAny()
}

function missingParameter(name: string): DynamoDBError {
  return validationError(`The parameter '${name}' is required but was not present in the request`)
}

/** `1 validation error detected: …`, the envelope of all violations and of some other complaints. */
export function detected(messages: readonly string[]): string {
  return `${messages.length} validation error${messages.length > 1 ? 's' : ''} detected: ${messages.join('; ')}`
}

/** One violation, for the few checks that AWS words like a constraint but makes elsewhere. */
export function violationText(value: string, path: string, phrase: string): string {
  return `Value ${value} at '${path}' failed to satisfy constraint: ${phrase}`
}

/** Where a value stands: the path that AWS prints, and the same in the members' own spelling. */
interface Place {
  path: string
  ownPath: string
  terse: boolean
}

const ROOT: Place = { path: '', ownPath: '', terse: false }

function step(place: Place, path: string, ownPath: string, terse = false): Place {
  const dot = place === ROOT ? '' : '.'
  return { path: place.path + dot + path, ownPath: place.ownPath + dot + ownPath, terse }
}

class Violations {
  readonly #messages: string[] = []
  readonly #firstEnumerationOnly: boolean
  #enumerationSeen = false

  constructor(firstEnumerationOnly: boolean) {
    this.#firstEnumerationOnly = firstEnumerationOnly
  }

  throwIfAny(): void {
    if (this.#messages.length > 0) throw validationError(detected(this.#messages.slice(0, MAX_REPORTED)))
  }

  addMember(name: string, { shape, required, terse }: Member, value: unknown, parent: Place): void {
    if (value === undefined && !required) return
    this.#addValue(shape, value, step(parent, javaName(name), name, terse))
  }

  #addValue(shape: Shape, value: unknown, place: Place): void {
    if (value === undefined) this.#add(shape, value, { ...place, terse: false }, 'Member must not be null')
    else if (shape.type === 'String') this.#addText(shape, value as string, place)
    else if (shape.type === 'Integer' || shape.type === 'Long') this.#addNumber(shape, value as number, place)
    else if (shape.type === 'List') this.#addList(shape, value as unknown[], place)
    else if (shape.type === 'Map') this.#addMap(shape, value as Record<string, unknown>, place)
    else if (shape.type === 'Structure') this.#addStructure(shape, value as Record<string, unknown>, place)
  }

  #addText(shape: TextShape, value: string, place: Place): void {
    if (shape.values) this.#addEnumeration(shape, shape.values, value, place)
    else for (const phrase of textViolations(shape, value)) this.#add(shape, value, place, phrase)
  }

  #addEnumeration(shape: TextShape, values: readonly string[], value: string, place: Place): void {
    if (values.includes(value)) return
    if (this.#enumerationSeen && this.#firstEnumerationOnly) return
    this.#enumerationSeen = true
    this.#add(shape, value, place, `Member must satisfy enum value set: [${values.join(', ')}]`)
  }

  #addNumber(shape: NumberShape, value: number, place: Place): void {
    const { min = -Infinity, max = Infinity } = shape
    if (value < min) this.#add(shape, value, place, `Member must have value greater than or equal to ${min}`)
    if (value > max) this.#add(shape, value, place, `Member must have value less than or equal to ${max}`)
  }

  #addList(shape: ListShape, value: unknown[], place: Place): void {
    for (const phrase of lengthViolations(shape, value.length)) this.#add(shape, value, place, phrase)
    if (!isJudged(shape.of)) return
    for (const [i, element] of value.entries()) {
      this.#addValue(shape.of, element, step(place, `${i + 1}.member`, `${i + 1}.member`))
    }
  }

  #addMap(shape: MapShape, value: Record<string, unknown>, place: Place): void {
    if (!isJudged(shape.of)) return
    for (const key in value) {
      const phrase = entryViolation(shape, key, value[key])
      if (phrase) this.#add(shape, value, place, phrase)
      if (phrase) return
      this.#addValue(shape.of, value[key], step(place, `${key}.member`, `${key}.member`))
    }
  }

  #addStructure(shape: StructureShape, value: Record<string, unknown>, place: Place): void {
    for (const [name, member] of shape.members) this.addMember(name, member, value[name], place)
  }

  #add(shape: Shape, value: unknown, { path, ownPath, terse }: Place, phrase: string): void {
    const shown = value === undefined ? 'null' : `'${javaText(shape, value)}'`
    this.#messages.push(
      terse
        ? `Value at '${ownPath}' failed to satisfy constraint: ${phrase}`
        : violationText(shown, path, phrase),
    )
  }
}

/** Attribute values have rules of their own, told elsewhere. */
function isJudged(shape: Shape): boolean {
  if (shape.type === 'Map') return isJudged(shape.of)
  return shape.type !== 'AttributeValue' && shape.type !== 'Unread'
}

function textViolations(shape: TextShape, value: string): string[] {
  if (shape.orArn && parseTableArn(value)) return []
  const phrases = lengthViolations(shape, value.length)
  if (shape.pattern && value !== '' && !shape.pattern.test(value))
    phrases.unshift(patternPhrase(shape.pattern))
  return phrases
}

function lengthViolations(limits: { minLength?: number; maxLength?: number }, length: number): string[] {
  const { minLength = 0, maxLength = Infinity } = limits
  if (length < minLength) return [lengthPhrase('greater', minLength)]
  if (length > maxLength) return [lengthPhrase('less', maxLength)]
  return []
}

function entryViolation({ keys, valueLength }: MapShape, key: string, value: unknown): string | undefined {
  if (keys && textViolations(keys, key).length > 0) {
    const { minLength = 0, maxLength = Infinity, pattern } = keys
    const phrases = [lengthPhrase('less', maxLength), lengthPhrase('greater', minLength)]
    if (pattern) phrases.push(patternPhrase(pattern))
    return `Map keys must satisfy constraint: [${phrases.join(', ')}]`
  }
  if (valueLength && lengthViolations(valueLength, (value as unknown[]).length).length > 0) {
    const phrases = [
      lengthPhrase('less', valueLength.maxLength),
      lengthPhrase('greater', valueLength.minLength),
    ]
    return `Map value must satisfy constraint: [${phrases.join(', ')}]`
  }
  return undefined
}

function lengthPhrase(direction: 'greater' | 'less', length: number): string {
  return `Member must have length ${direction} than or equal to ${length}`
}

/** AWS prints its patterns without the anchors that they imply. */
function patternPhrase(pattern: RegExp): string {
  return `Member must satisfy regular expression pattern: ${pattern.source.slice(1, -1)}`
}
