// An expression as an editor sees it: every visible piece of the text with its kind, whatever state the
// text is in. Nothing is refused; what belongs to no expression is of kind 'invalid'.

import type { ExpressionKind } from './ast.ts'
import { conditionFunctions, updateFunctions } from './functions.ts'
import { readTokens, type Token } from './lexer.ts'
import { conditionKeywords } from './parseCondition.ts'
import { sectionKinds } from './parseUpdate.ts'
import { isReservedWord } from './reservedWords.ts'

export type EditorTokenKind =
  | 'keyword'
  | 'function'
  | 'attribute'
  | 'reserved' // a word that would have to be an attribute name, but may not be one
  | 'namePlaceholder'
  | 'valuePlaceholder'
  | 'number'
  | 'operator'
  | 'punctuation'
  | 'invalid'

export interface EditorToken {
  kind: EditorTokenKind
  start: number
  end: number
}

/**
 * The tokens of the text from left to right, without the white space between them. Without a kind the
 * keywords and functions of all kinds count.
 */
export function tokenize(text: string, kind?: ExpressionKind): EditorToken[] {
  const tokens = readTokens(text).slice(0, -1)
  return tokens.map((token, i) => ({
    kind: kindOf(token, tokens[i - 1], tokens[i + 1], kind),
    start: token.start,
    end: token.end,
  }))
}

function kindOf(
  token: Token,
  previous: Token | undefined,
  next: Token | undefined,
  kind: ExpressionKind | undefined,
): EditorTokenKind {
  switch (token.type) {
    case 'word':
      return wordKind(token.text, previous, next, kind)
    case 'name':
      return 'namePlaceholder'
    case 'value':
      return kind === 'ProjectionExpression' ? 'invalid' : 'valuePlaceholder'
    case 'number':
      return previous?.type === '[' ? 'number' : 'invalid'
    case 'unknown':
    case 'end':
      return 'invalid'
    default:
      return '()[].,'.includes(token.type) ? 'punctuation' : 'operator'
  }
}

function wordKind(
  word: string,
  previous: Token | undefined,
  next: Token | undefined,
  kind: ExpressionKind | undefined,
): EditorTokenKind {
  if (keywordsOf(kind).includes(word.toUpperCase())) return 'keyword'
  if (next?.type === '(' && previous?.type !== '.') {
    return functionsOf(kind).includes(word) ? 'function' : 'invalid'
  }
  return isReservedWord(word) ? 'reserved' : 'attribute'
}

/** In upper case. */
export function keywordsOf(kind?: ExpressionKind): readonly string[] {
  if (kind === undefined) return [...conditionKeywords, ...sectionKinds]
  if (kind === 'ProjectionExpression') return []
  return kind === 'UpdateExpression' ? sectionKinds : conditionKeywords
}

export function functionsOf(kind?: ExpressionKind): readonly string[] {
  if (kind === undefined) return [...conditionFunctions, ...updateFunctions]
  if (kind === 'ProjectionExpression') return []
  return [...(kind === 'UpdateExpression' ? updateFunctions : conditionFunctions)]
}
