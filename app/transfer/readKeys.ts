// KeyAttributes of NoSQL Workbench ({ PartitionKey, SortKey }) as KeySchema and attribute definitions.
// Also taken: lists of several attributes on a side, and a KeySchema in AWS's own form.

import type { AttributeDefinition, KeySchemaElement, KeyType } from '../../engine/api.ts'
import type { ScalarAttributeType } from '../../engine/value/attributeValue.ts'
import type { Extra } from '../model/design.ts'
import { elementPath, isJsonObject, quoteJson } from '../values/jsonDocument.ts'
import { Members } from './members.ts'
import type { Note } from './report.ts'

export interface ReadKeys {
  keySchema: KeySchemaElement[]
  /** Unknown members of the key attributes, as they stood. */
  extra: Extra
}

/** The types of key attributes, as far as they are known: the first to say so decides. */
export class KeyTypes {
  private readonly types = new Map<string, ScalarAttributeType>()
  private readonly guess: (name: string) => ScalarAttributeType | undefined

  constructor(guess: (name: string) => ScalarAttributeType | undefined) {
    this.guess = guess
  }

  get definitions(): AttributeDefinition[] {
    return [...this.types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }))
  }

  /** `stated` is what the source says at `path`; undefined where it says nothing. */
  define(name: string, stated: unknown, path: string, note: Note): void {
    const type = parseKeyType(stated)
    const known = this.types.get(name)
    if (known !== undefined) {
      if (stated === undefined || type === known) return
      note(
        'repaired',
        path,
        `${name} is a key attribute of type ${known} already: ${quoteJson(stated)} was not used.`,
      )
      return
    }
    const chosen = type ?? this.guess(name) ?? 'S'
    this.types.set(name, chosen)
    if (type === undefined) {
      const found = stated === undefined ? 'no type' : `the type ${quoteJson(stated)}`
      note('repaired', path, `A key attribute is S, N or B; ${name} has ${found}: ${chosen} was taken.`)
    } else if (type !== stated) {
      note('repaired', path, `The type ${quoteJson(stated)} was read as ${type}.`)
    }
  }
}

const typeWords = new Map<string, ScalarAttributeType>([
  ['s', 'S'],
  ['string', 'S'],
  ['n', 'N'],
  ['number', 'N'],
  ['b', 'B'],
  ['binary', 'B'],
])

export function parseKeyType(stated: unknown): ScalarAttributeType | undefined {
  return typeof stated === 'string' ? typeWords.get(stated.trim().toLowerCase()) : undefined
}

const sides = [
  ['PartitionKey', 'HASH'],
  ['SortKey', 'RANGE'],
] as const

/** Undefined where there is no partition key. `most` is the number of attributes that a side may have. */
export function readKeys(owner: Members, types: KeyTypes, note: Note, most: number): ReadKeys | undefined {
  const schema =
    owner.peek('KeyAttributes') === undefined ? readKeySchema(owner, types, note, most) : undefined
  if (schema !== undefined) return { keySchema: schema, extra: {} }
  const json = owner.takeObject('KeyAttributes')
  if (json === undefined) return undefined
  const members = new Members(json, owner.pathOf('KeyAttributes'), note)
  const keySchema: KeySchemaElement[] = []
  const extras: Extra = {}
  for (const [side, keyType] of sides) {
    const sideExtra = readSide(members, side, keyType, { keySchema, types, note, most })
    if (sideExtra !== undefined) extras[side] = sideExtra
  }
  if (!keySchema.some((element) => element.KeyType === 'HASH')) return undefined
  return { keySchema, extra: { ...members.rest(), ...extras } }
}

interface Sides {
  keySchema: KeySchemaElement[]
  types: KeyTypes
  note: Note
  most: number
}

function readSide(members: Members, side: string, keyType: KeyType, state: Sides): Extra | undefined {
  const json = members.take(side)
  const path = members.pathOf(side)
  const list = Array.isArray(json) ? json : [json]
  let extra: Extra | undefined
  list.forEach((element: unknown, position) => {
    const at = Array.isArray(json) ? elementPath(path, position) : path
    const rest = readKeyAttribute(element, at, keyType, state)
    if (rest !== undefined && Object.keys(rest).length > 0 && list.length === 1) extra = rest
  })
  return extra
}

function readKeyAttribute(json: unknown, path: string, keyType: KeyType, state: Sides): Extra | undefined {
  const { keySchema, types, note, most } = state
  if (json === undefined || json === '') return undefined
  const attribute = typeof json === 'string' ? { AttributeName: json } : json
  if (!isJsonObject(attribute)) {
    note('left', path, `${quoteJson(json)} names no key attribute.`)
    return undefined
  }
  const members = new Members(attribute, path, note)
  const name = members.takeText('AttributeName')
  const stated = members.take('AttributeType')
  if (name === undefined || name === '') {
    if (Object.keys(attribute).length > 0) note('left', path, `${quoteJson(json)} names no key attribute.`)
    return undefined
  }
  if (keySchema.some((element) => element.AttributeName === name)) {
    note('left', path, `${name} is in the key already: it was not taken a second time.`)
    return undefined
  }
  if (keySchema.filter((element) => element.KeyType === keyType).length >= most) {
    note('left', path, `Only ${most} may stand here: ${name} was left out of the key.`)
    return undefined
  }
  keySchema.push({ AttributeName: name, KeyType: keyType })
  types.define(name, stated, members.pathOf('AttributeType'), note)
  return members.rest()
}

// AWS's own form. The types stand in AttributeDefinitions, of the index or of its table.
function readKeySchema(
  owner: Members,
  types: KeyTypes,
  note: Note,
  most: number,
): KeySchemaElement[] | undefined {
  const json = owner.peek('KeySchema')
  if (!Array.isArray(json)) return undefined
  const keySchema: KeySchemaElement[] = []
  for (const element of json) {
    if (!isJsonObject(element) || typeof element.AttributeName !== 'string') return undefined
    const { AttributeName, KeyType } = element
    if (KeyType !== 'HASH' && KeyType !== 'RANGE') return undefined
    keySchema.push({ AttributeName, KeyType })
  }
  const count = (keyType: KeyType) => keySchema.filter((element) => element.KeyType === keyType).length
  if (count('HASH') < 1 || count('HASH') > most || count('RANGE') > most) return undefined
  keySchema.sort((a, b) => (a.KeyType < b.KeyType ? -1 : a.KeyType > b.KeyType ? 1 : 0))
  const stated = definitionsIn(owner)
  owner.take('KeySchema')
  for (const { AttributeName } of keySchema) {
    types.define(AttributeName, stated.get(AttributeName), owner.pathOf('AttributeDefinitions'), note)
  }
  return keySchema
}

function definitionsIn(owner: Members): Map<string, unknown> {
  const stated = new Map<string, unknown>()
  const json = owner.peek('AttributeDefinitions')
  if (!Array.isArray(json)) return stated
  owner.take('AttributeDefinitions')
  for (const each of json) {
    if (isJsonObject(each) && typeof each.AttributeName === 'string') {
      stated.set(each.AttributeName, each.AttributeType)
    }
  }
  return stated
}
