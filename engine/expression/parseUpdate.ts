// UpdateExpression: the sections SET, REMOVE, ADD and DELETE, each with actions joined by commas.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html

import type { RemoveAction, SectionKind, SetAction, Update, UpdateSection, ValueAction } from './ast.ts'
import { parsePath } from './parsePath.ts'
import { parseSetValue } from './parseSetValue.ts'
import { TokenReader } from './tokenReader.ts'

export const sectionKinds: SectionKind[] = ['SET', 'REMOVE', 'ADD', 'DELETE']

/** Throws the first problem that the text has by itself, whatever its placeholders stand for. */
export function parseUpdate(text: string): Update {
  const reader = new TokenReader('UpdateExpression', text, sectionKinds)
  const sections: UpdateSection[] = []
  do sections.push(parseSection(reader, sections))
  while (!reader.is('end'))
  reader.finish()
  return { kind: 'update', sections, start: 0, end: text.length }
}

function parseSection(reader: TokenReader, earlier: UpdateSection[]): UpdateSection {
  const { start } = reader.token
  const kind = sectionKinds.find((keyword) => reader.acceptKeyword(keyword)) ?? reader.fail()
  const section = parseActions(reader, kind, start)
  if (earlier.some((other) => other.kind === kind)) {
    reader.notes.add('section', `The "${kind}" section can only be used once in an update expression;`)
  }
  return section
}

function parseActions(reader: TokenReader, kind: SectionKind, start: number): UpdateSection {
  switch (kind) {
    case 'SET':
      return { kind, actions: parseList(reader, parseSetAction), start, end: reader.lastEnd }
    case 'REMOVE':
      return { kind, actions: parseList(reader, parseRemoveAction), start, end: reader.lastEnd }
    default:
      return { kind, actions: parseList(reader, parseValueAction), start, end: reader.lastEnd }
  }
}

function parseList<Action>(reader: TokenReader, parse: (reader: TokenReader) => Action): Action[] {
  const actions: Action[] = []
  do actions.push(parse(reader))
  while (reader.accept(','))
  return actions
}

function parseSetAction(reader: TokenReader): SetAction {
  const path = parsePath(reader)
  reader.expect('=')
  const value = parseSetValue(reader)
  return { path, value, start: path.start, end: reader.lastEnd }
}

function parseRemoveAction(reader: TokenReader): RemoveAction {
  const path = parsePath(reader)
  return { path, start: path.start, end: path.end }
}

function parseValueAction(reader: TokenReader): ValueAction {
  const path = parsePath(reader)
  const { text, start, end } = reader.expect('value')
  return { path, value: { kind: 'value', placeholder: text, start, end }, start: path.start, end }
}
