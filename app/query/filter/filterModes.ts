// The two ways to write a filter, rows and text, and the way from one to the other.

import { bindExpressions } from '../../../engine/expression/expressions.ts'
import { filterExpression, textPlaceholders } from '../request/filterExpression.ts'
import { filterText, findFilterGroup } from '../request/filterOfExpression.ts'
import { createPlaceholders } from '../request/placeholders.ts'
import { createGroup, createTest, type FilterGroup, type FilterText } from '../request/queryForm.ts'

export function textOfGroup(group: FilterGroup): FilterText {
  const placeholders = createPlaceholders()
  const text = filterExpression(group, placeholders, []) ?? ''
  return filterText(text, { TableName: '', ...placeholders.maps() })
}

/** Undefined when rows cannot say it, or it is not an expression yet. */
export function groupOfText(filter: FilterText): FilterGroup | undefined {
  if (filter.text.trim() === '') return createGroup()
  return findFilterGroup({ TableName: '', FilterExpression: filter.text, ...textMaps(filter) })
}

/** The text edited: placeholders that it now uses get a place to say what they stand for. */
export function withText(filter: FilterText, text: string): FilterText {
  const used = textPlaceholders({ ...filter, text })
  const names = [...new Set(used.filter((placeholder) => placeholder.startsWith('#')))]
  const values = [...new Set(used.filter((placeholder) => placeholder.startsWith(':')))]
  return {
    kind: 'text',
    text,
    names: keepKnown(filter.names, names, (placeholder) => ({ placeholder, name: placeholder.slice(1) })),
    values: keepKnown(filter.values, values, (placeholder) => ({
      placeholder,
      value: { type: 'S', text: '' },
    })),
  }
}

// What a placeholder stood for is kept while the text does not use it: it may be in the middle of an edit.
function keepKnown<Entry extends { placeholder: string }>(
  known: readonly Entry[],
  used: readonly string[],
  create: (placeholder: string) => Entry,
): Entry[] {
  const entries = used.map(
    (placeholder) => known.find((each) => each.placeholder === placeholder) ?? create(placeholder),
  )
  return [...entries, ...known.filter(({ placeholder }) => !used.includes(placeholder))]
}

/** What the text's placeholders stand for, of those that it uses. */
function textMaps(filter: FilterText) {
  const placeholders = createPlaceholders()
  filterExpression(filter, placeholders, [])
  return placeholders.maps()
}

/** The first problem of a filter text, in DynamoDB's words; undefined when there is none. */
export function findTextProblem(filter: FilterText): string | undefined {
  if (filter.text.trim() === '') return undefined
  try {
    bindExpressions({ FilterExpression: filter.text, ...textMaps(filter) })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A group inside another joins by the other word: by the same it would say nothing new. */
export function newGroup(parent: FilterGroup): FilterGroup {
  return { ...createGroup([createTest()]), joiner: parent.joiner === 'AND' ? 'OR' : 'AND' }
}
