// The drafts of a project as its document `query`. A draft that is not as this version writes it is given
// up, the others stand: drafts are a convenience, and nothing in a stored document may keep the view shut.

import { ATTRIBUTE_TYPES } from '../values/attributeTypes.ts'
import { createDraft, type QueryDraft } from './queryDraft.ts'
import { parseJsonText } from './request/jsonText.ts'
import { type QueryForm, readOperations } from './request/queryForm.ts'

export function printDrafts(drafts: ReadonlyMap<string, QueryDraft>): string {
  return JSON.stringify({ formatVersion: 1, drafts: [...drafts.values()] })
}

export function parseDrafts(text: string): ReadonlyMap<string, QueryDraft> {
  const parsed = parseJsonText(text)
  const document = 'json' in parsed ? parsed.json : undefined
  if (!isObject(document) || document.formatVersion !== 1 || !Array.isArray(document.drafts)) return new Map()
  return new Map(
    document.drafts.filter(isSavedDraft).map((saved) => {
      const blank = createDraft(saved.form.tableName)
      return [saved.form.tableName, { ...blank, ...saved, form: { ...blank.form, ...saved.form } }]
    }),
  )
}

type Check = (json: unknown) => boolean

/** Members that are undefined are not written: a draft of this version has at least these. */
interface SavedDraft extends Partial<QueryDraft> {
  form: QueryForm
}

function isSavedDraft(json: unknown): json is SavedDraft {
  return isObject(json) && fits(json, draftMembers)
}

const isText: Check = (json) => typeof json === 'string'
const isFlag: Check = (json) => typeof json === 'boolean'
const isWhole: Check = (json) => Number.isSafeInteger(json)
const isListOf =
  (isMember: Check): Check =>
  (json) =>
    Array.isArray(json) && json.every(isMember)
const orNothing =
  (check: Check): Check =>
  (json) =>
    json === undefined || check(json)
const isShaped =
  (members: Record<string, Check>): Check =>
  (json) =>
    isObject(json) && fits(json, members)

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function fits(json: Record<string, unknown>, members: Record<string, Check>): boolean {
  return Object.entries(members).every(([name, check]) => check(json[name]))
}

const isType: Check = (type) => ATTRIBUTE_TYPES.some((each) => each === type)
const isTypedText = isShaped({ type: isType, text: isText })
const isOperand = isShaped({ type: (type) => type === 'path' || isType(type), text: isText })

const isFilterNode: Check = (json) => isFilterGroup(json) || isFilterTest(json)

const isFilterGroup: Check = (json) =>
  isShaped({
    kind: (kind) => kind === 'group',
    negated: isFlag,
    joiner: (joiner) => joiner === 'AND' || joiner === 'OR',
    members: isListOf(isFilterNode),
  })(json)

const isFilterTest = isShaped({
  kind: (kind) => kind === 'test',
  negated: isFlag,
  subject: (subject) => subject === 'attribute' || subject === 'size',
  path: isText,
  operator: isText,
  operands: isListOf(isOperand),
})

const isFilterText = isShaped({
  kind: (kind) => kind === 'text',
  text: isText,
  names: isListOf(isShaped({ placeholder: isText, name: isText })),
  values: isListOf(isShaped({ placeholder: isText, value: isTypedText })),
})

const formMembers: { [Name in keyof QueryForm]: Check } = {
  operation: (operation) => readOperations.some((each) => each === operation),
  tableName: isText,
  indexName: orNothing(isText),
  keys: isListOf(isShaped({ name: isText, operator: isText, values: isListOf(isTypedText) })),
  filter: (filter) => isFilterGroup(filter) || isFilterText(filter),
  projection: isListOf(isText),
  select: orNothing(isText),
  limit: orNothing(isWhole),
  newestFirst: isFlag,
  consistentRead: isFlag,
  segments: orNothing(isShaped({ segment: isWhole, totalSegments: isWhole })),
  startKey: orNothing(isObject),
}

const draftMembers: { [Name in keyof QueryDraft]: Check } = {
  form: isShaped(formMembers),
  pane: (pane) => pane === 'form' || pane === 'json',
  json: orNothing(isText),
  beyond: orNothing(isText),
}
