// A document path in an expression: names joined by dots, list positions in brackets.

import type { PathElement, PathNode } from './ast.ts'
import { expressionError } from './expressionError.ts'
import type { TokenReader } from './tokenReader.ts'

const deepestPath = 32
const highestIndex = 2 ** 31 - 1

export function parsePath(reader: TokenReader): PathNode {
  const start = reader.token.start
  const elements: PathElement[] = [parseName(reader)]
  parseSteps(reader, elements)
  return { kind: 'path', elements, start, end: reader.lastEnd }
}

/** The steps after the first name, for as long as there are any. */
export function parseSteps(reader: TokenReader, elements: PathElement[]): void {
  for (;;) {
    if (reader.accept('.')) elements.push(parseName(reader))
    else if (reader.accept('[')) elements.push(parseIndex(reader))
    else break
  }
  if (elements.length > deepestPath) {
    const problem = `The document path has too many nesting levels; nesting levels: ${elements.length}`
    throw expressionError(reader.kind, problem)
  }
}

function parseName(reader: TokenReader): PathElement {
  if (reader.is('name')) return { kind: 'placeholder', placeholder: reader.next().text }
  if (!reader.isIdentifier()) reader.fail()
  const name = reader.next().text
  reader.notes.addIdentifier(name)
  return { kind: 'name', name }
}

function parseIndex(reader: TokenReader): PathElement {
  const text = reader.expect('number').text
  reader.expect(']')
  const index = Number(text)
  if (index > highestIndex) {
    throw expressionError(reader.kind, `List index is not within the allowable range; index: [${text}]`)
  }
  return { kind: 'index', index }
}
