// Where in an expression a refusal points. DynamoDB's messages name the token, its neighbours, a function
// or a placeholder, but no position; the tokens of the text give it back.

import { readTokens, type Token } from '../../../engine/expression/lexer.ts'

export interface Place {
  start: number
  end: number
}

/** Undefined when the message is about the expression as a whole. */
export function locateProblem(text: string, message: string): Place | undefined {
  const tokens = readTokens(text)
  return (
    locateSyntaxError(text, message) ??
    locateWord(tokens, /reserved keyword: (\S+)/.exec(message)?.[1]) ??
    locateWord(tokens, /function: (\w+)$/.exec(message)?.[1]) ??
    locateWord(tokens, /attribute (?:name|value): ([#:]\w+)/.exec(message)?.[1]) ??
    locateWord(tokens, /operator(?: or function)?: ([^,\s]+),/.exec(message)?.[1]) ??
    (/redundant parentheses/.test(message) ? locateDoubledParentheses(tokens) : undefined)
  )
}

function locateSyntaxError(text: string, message: string): Place | undefined {
  const syntaxError = /Syntax error; token: "(.*)", near: "(.*)"$/s.exec(message)
  if (!syntaxError) return undefined
  const [, bad = '', near = ''] = syntaxError
  if (bad === '<EOF>') return { start: Math.max(0, text.trimEnd().length - 1), end: text.length }
  const from = text.indexOf(near)
  const [first, second] = readTokens(near)
  // `near` runs from the token before the bad one to the one after it; a bad first token has none before.
  const token = second?.text === bad && from > 0 ? second : first?.text === bad ? first : second
  if (from < 0 || token?.text !== bad) return undefined
  return { start: from + token.start, end: from + token.end }
}

function locateWord(tokens: readonly Token[], word: string | undefined): Place | undefined {
  return word === undefined
    ? undefined
    : tokens.find((token) => token.text.toUpperCase() === word.toUpperCase())
}

function locateDoubledParentheses(tokens: readonly Token[]): Place | undefined {
  const at = tokens.findIndex((token, index) => token.type === '(' && tokens[index + 1]?.type === '(')
  const [outer, inner] = [tokens[at], tokens[at + 1]]
  return outer && inner ? { start: outer.start, end: inner.end } : undefined
}
