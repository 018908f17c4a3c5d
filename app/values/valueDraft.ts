// An attribute value while it is being typed: it may be wrong, and it remembers what it was before its type
// was changed. An item's draft is the draft of a map.
// Laws: valueOfDraft(draftOfValue(v)) is v; no edit changes a draft, each gives a new one.

import {
  type AttributeMap,
  type AttributeType,
  type AttributeValue,
  createAttributeMap,
  type Item,
  typeOf,
} from '../../engine/value/attributeValue.ts'
import { equalValues } from '../../engine/value/compareValues.ts'
import { findValueProblem } from './findValueProblem.ts'

export interface ValueDraft {
  /** Tells it from all other drafts, wherever it is moved. */
  id: number
  /** Attribute name; empty for an element of a list. */
  name: string
  type: AttributeType
  /** Of S and N as typed, of B in base64. */
  text: string
  flag: boolean
  /** Of a set. */
  members: readonly string[]
  /** Of a list or map. */
  children: readonly ValueDraft[]
}

let nextId = 1

export function createDraft(type: AttributeType, name = ''): ValueDraft {
  return { id: nextId++, name, type, text: '', flag: false, members: [], children: [] }
}

export function draftOfValue(value: AttributeValue, name = ''): ValueDraft {
  const draft = createDraft(typeOf(value), name)
  if ('S' in value) return { ...draft, text: value.S }
  if ('N' in value) return { ...draft, text: value.N }
  if ('B' in value) return { ...draft, text: value.B }
  if ('BOOL' in value) return { ...draft, flag: value.BOOL }
  if ('L' in value) return { ...draft, children: value.L.map((element) => draftOfValue(element)) }
  if ('M' in value) return { ...draft, children: draftsOfMap(value.M) }
  if ('NULL' in value) return draft
  return { ...draft, members: 'SS' in value ? value.SS : 'NS' in value ? value.NS : value.BS }
}

function draftsOfMap(map: AttributeMap): ValueDraft[] {
  return Object.entries(map).map(([name, value]) => draftOfValue(value, name))
}

/** Keys first, in their order. */
export function draftOfItem(item: Item, keyNames: readonly string[] = []): ValueDraft {
  const draft = draftOfValue({ M: item })
  const rank = ({ name }: ValueDraft) => (keyNames.includes(name) ? keyNames.indexOf(name) : keyNames.length)
  return { ...draft, children: draft.children.toSorted((a, b) => rank(a) - rank(b)) }
}

/** The value as it goes on the wire, not yet judged: see draftProblems. */
export function valueOfDraft(draft: ValueDraft): AttributeValue {
  switch (draft.type) {
    case 'S':
      return { S: draft.text }
    case 'N':
      return { N: draft.text.trim() }
    case 'B':
      return { B: draft.text }
    case 'BOOL':
      return { BOOL: draft.flag }
    case 'NULL':
      return { NULL: true }
    case 'L':
      return { L: draft.children.map(valueOfDraft) }
    case 'M':
      return { M: mapOfDrafts(draft.children) }
    default:
      return { [draft.type]: [...draft.members] } as AttributeValue
  }
}

export function mapOfDrafts(children: readonly ValueDraft[]): AttributeMap {
  const map = createAttributeMap()
  for (const child of children) map[child.name] = valueOfDraft(child)
  return map
}

/** What is wrong, by the id of the part that it is wrong with, in DynamoDB's words where it has some. */
export function draftProblems(draft: ValueDraft): Map<number, string> {
  const problems = new Map<number, string>()
  collectProblems(draft, problems)
  return problems
}

function collectProblems(draft: ValueDraft, problems: Map<number, string>): void {
  if (draft.type === 'M') collectNameProblems(draft.children, problems)
  if (draft.type === 'M' || draft.type === 'L') {
    for (const child of draft.children) collectProblems(child, problems)
    return
  }
  const problem = findValueProblem(valueOfDraft(draft))
  if (problem && !problems.has(draft.id)) problems.set(draft.id, problem)
}

function collectNameProblems(children: readonly ValueDraft[], problems: Map<number, string>): void {
  const names = new Set<string>()
  for (const { id, name } of children) {
    if (name === '') problems.set(id, 'Empty attribute name')
    else if (names.has(name)) problems.set(id, `There are two attributes of the name ${name}.`)
    names.add(name)
  }
}

/** Applies an edit to the part with this id; undefined removes it. */
export function editDraft(
  draft: ValueDraft,
  id: number,
  edit: (part: ValueDraft) => ValueDraft | undefined,
): ValueDraft {
  if (draft.id === id) return edit(draft) ?? draft
  const children = draft.children.flatMap((child) => {
    if (child.id === id) return edit(child) ?? []
    return editDraft(child, id, edit)
  })
  const isSame =
    children.length === draft.children.length &&
    children.every((child, place) => child === draft.children[place])
  return isSame ? draft : { ...draft, children }
}

/**
 * The draft of an item, begun from `before`, carried over to the item as it is `now`: what was edited stays,
 * the rest follows.
 */
export function rebaseDraft(draft: ValueDraft, before: Item, now: Item): ValueDraft {
  const isEdited = ({ name }: ValueDraft, value: AttributeValue) =>
    !Object.hasOwn(before, name) || !sameValue(before[name]!, value)
  const names = new Set(draft.children.map(({ name }) => name))
  const children = draft.children.flatMap((child) => {
    const value = valueOfDraft(child)
    const next = Object.hasOwn(now, child.name) ? now[child.name] : undefined
    if (isEdited(child, value)) return child
    if (next === undefined) return []
    return sameValue(next, value) ? child : { ...draftOfValue(next, child.name), id: child.id }
  })
  const isFresh = (name: string) => !names.has(name) && !Object.hasOwn(before, name)
  const fresh = Object.keys(now).filter(isFresh)
  return { ...draft, children: [...children, ...fresh.map((name) => draftOfValue(now[name]!, name))] }
}

/** A value that is still being typed may be none, and then is the same as no other. */
export function sameValue(one: AttributeValue, other: AttributeValue): boolean {
  try {
    return equalValues(one, other)
  } catch {
    return false
  }
}

/** Moves a part among its siblings, up for a negative number of places. */
export function moveDraft(draft: ValueDraft, id: number, places: number): ValueDraft {
  const from = draft.children.findIndex((child) => child.id === id)
  if (from < 0) return { ...draft, children: draft.children.map((child) => moveDraft(child, id, places)) }
  const to = Math.max(0, Math.min(draft.children.length - 1, from + places))
  const children = [...draft.children]
  children.splice(to, 0, ...children.splice(from, 1))
  return { ...draft, children }
}

export function addChild(draft: ValueDraft, child: ValueDraft): ValueDraft {
  return { ...draft, children: [...draft.children, child] }
}

/** The same content as another type, as far as it can be; going back brings back what was there. */
export function retypeDraft(draft: ValueDraft, type: AttributeType): ValueDraft {
  const next = { ...draft, type }
  if (SETS.has(type) && !SETS.has(draft.type) && draft.members.length === 0) {
    return { ...next, members: draft.children.length > 0 ? scalarTexts(draft.children) : textsOf(draft) }
  }
  if (type === 'L' && draft.type !== 'M' && draft.children.length === 0) {
    return { ...next, children: elementsOf(draft) }
  }
  if (type === 'BOOL' && SCALARS.has(draft.type)) return { ...next, flag: draft.text.trim() === 'true' }
  return next
}

const SETS: ReadonlySet<AttributeType> = new Set(['SS', 'NS', 'BS'])
const SCALARS: ReadonlySet<AttributeType> = new Set(['S', 'N', 'B'])

function textsOf(draft: ValueDraft): string[] {
  return SCALARS.has(draft.type) && draft.text !== '' ? [draft.text] : []
}

function scalarTexts(children: readonly ValueDraft[]): string[] {
  return children.filter((child) => SCALARS.has(child.type)).map((child) => child.text)
}

function elementsOf(draft: ValueDraft): ValueDraft[] {
  if (SETS.has(draft.type)) {
    const type = draft.type.slice(0, 1) as AttributeType
    return draft.members.map((text) => ({ ...createDraft(type), text }))
  }
  if (!SCALARS.has(draft.type) || draft.text === '') return []
  return [{ ...draft, id: nextId++, name: '' }]
}
