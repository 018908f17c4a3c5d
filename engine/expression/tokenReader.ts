// A cursor over the tokens of one expression. It also notes the problems that DynamoDB reports only once
// the whole text has proved to be well formed, in DynamoDB's order of precedence.

import { utf8SizeBytes } from '../value/utf8.ts'
import type { ExpressionKind } from './ast.ts'
import { expressionError } from './expressionError.ts'
import { conditionFunctions, updateFunctions } from './functions.ts'
import { readTokens, type Token, type TokenType } from './lexer.ts'
import { isReservedWord } from './reservedWords.ts'

const largestExpressionBytes = 4096
const mostOperators = 300

export class TokenReader {
  readonly kind: ExpressionKind
  readonly text: string
  readonly notes: ProblemNotes
  readonly #tokens: Token[]
  readonly #keywords: ReadonlySet<string>
  #position = 0

  /** Throws for a text that is empty or too long. Keywords are in upper case. */
  constructor(kind: ExpressionKind, text: string, keywords: readonly string[]) {
    this.kind = kind
    this.text = text
    if (text === '') throw expressionError(kind, 'The expression can not be empty;')
    const sizeBytes = text.length > largestExpressionBytes / 3 ? utf8SizeBytes(text) : text.length
    if (sizeBytes > largestExpressionBytes) {
      throw expressionError(
        kind,
        `Expression size has exceeded the maximum allowed size; expression size: ${sizeBytes}`,
      )
    }
    this.#tokens = readTokens(text)
    this.notes = new ProblemNotes(kind === 'UpdateExpression' ? updateOrder : conditionOrder)
    this.#keywords = new Set(keywords)
  }

  get token(): Token {
    return this.#tokens[this.#position] as Token
  }

  get following(): Token | undefined {
    return this.#tokens[this.#position + 1]
  }

  /** The end of the token before the cursor. */
  get lastEnd(): number {
    return this.#tokens[this.#position - 1]?.end ?? 0
  }

  is(type: TokenType): boolean {
    return this.token.type === type
  }

  isKeyword(keyword: string): boolean {
    return this.token.type === 'word' && this.token.text.toUpperCase() === keyword
  }

  /** A word that is not a keyword of this kind of expression. */
  isIdentifier(): boolean {
    return this.token.type === 'word' && !this.#keywords.has(this.token.text.toUpperCase())
  }

  next(): Token {
    const token = this.token
    if (token.type !== 'end') this.#position++
    return token
  }

  accept(type: TokenType): boolean {
    if (!this.is(type)) return false
    this.next()
    return true
  }

  acceptKeyword(keyword: string): boolean {
    if (!this.isKeyword(keyword)) return false
    this.next()
    return true
  }

  expect(type: TokenType): Token {
    if (!this.is(type)) this.fail()
    return this.next()
  }

  /** Throws the syntax error of the token under the cursor. */
  fail(): never {
    const { token, following } = this
    const first = this.#tokens[this.#position - 1] ?? token
    const last = following === undefined || following.type === 'end' ? token : following
    const near = this.text.slice(first.start, last.type === 'end' ? this.lastEnd : last.end)
    throw expressionError(this.kind, `Syntax error; token: "${token.text}", near: "${near}"`)
  }

  /** To call when the text has been read whole. Throws the first problem noted on the way. */
  finish(): void {
    if (!this.is('end')) this.fail()
    const problem = this.notes.first()
    if (problem !== undefined) throw expressionError(this.kind, problem)
  }
}

/** Kinds of problems in the order in which DynamoDB reports them. */
type ProblemKind =
  | 'parentheses'
  | 'operators'
  | 'unknownFunction'
  | 'misusedFunction'
  | 'reserved'
  | 'section'

const conditionOrder: ProblemKind[] = [
  'parentheses',
  'operators',
  'unknownFunction',
  'misusedFunction',
  'reserved',
]
const updateOrder: ProblemKind[] = ['reserved', 'operators', 'unknownFunction', 'misusedFunction', 'section']

class ProblemNotes {
  readonly #order: ProblemKind[]
  readonly #problems = new Map<ProblemKind, string>()
  #operators = 0

  constructor(order: ProblemKind[]) {
    this.#order = order
  }

  /** Of several problems of one kind, the first in the text counts. */
  add(kind: ProblemKind, problem: string): void {
    if (!this.#problems.has(kind)) this.#problems.set(kind, problem)
  }

  addIdentifier(name: string): void {
    if (isReservedWord(name)) {
      this.add('reserved', `Attribute name is a reserved keyword; reserved keyword: ${name}`)
    }
  }

  /** A function that does not exist, or that exists only in the other kind of expression. */
  addForeignFunction(name: string): void {
    const home = this.#order === updateOrder ? 'an update' : 'a condition'
    const isKnown = conditionFunctions.has(name) || updateFunctions.has(name)
    const problem = isKnown ? `The function is not allowed in ${home} expression` : 'Invalid function name'
    this.add('unknownFunction', `${problem}; function: ${name}`)
  }

  addMisusedFunction(name: string): void {
    this.add(
      'misusedFunction',
      `The function is not allowed to be used this way in an expression; function: ${name}`,
    )
  }

  addRedundantParentheses(): void {
    this.add('parentheses', 'The expression has redundant parentheses;')
  }

  countOperator(): void {
    this.#operators++
    if (this.#operators === mostOperators + 1) {
      this.add('operators', `The expression contains too many operators; operator count: ${this.#operators}`)
    }
  }

  first(): string | undefined {
    for (const kind of this.#order) {
      const problem = this.#problems.get(kind)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}
