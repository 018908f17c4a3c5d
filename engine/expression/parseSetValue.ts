// The right-hand side of a SET action: a value, a path, a function, or two of these joined by one + or -.
// Parentheses may hold another such sum, except inside a function. What is open is kept on a stack of the
// parser's own, as in parseCondition.

import type { Operand } from './ast.ts'
import { updateFunctions } from './functions.ts'
import { parsePath } from './parsePath.ts'
import type { TokenReader } from './tokenReader.ts'

type Frame =
  | { kind: 'group'; plain: boolean } // plain: no + or - in here
  | { kind: 'function'; name: string; operands: Operand[]; start: number }
  | { kind: 'arithmetic'; operator: '+' | '-'; left: Operand }

export function parseSetValue(reader: TokenReader): Operand {
  return new SetValueParser(reader).parse()
}

class SetValueParser {
  readonly #reader: TokenReader
  readonly #frames: Frame[] = []
  /** Whether a + or - may follow: not after a sum that has no parentheses of its own. */
  #mayContinue = true

  constructor(reader: TokenReader) {
    this.#reader = reader
  }

  parse(): Operand {
    for (;;) {
      const operand = this.#attach(this.#readOperand())
      if (operand !== undefined) return operand
    }
  }

  get #top(): Frame | undefined {
    return this.#frames[this.#frames.length - 1]
  }

  #readOperand(): Operand {
    const reader = this.#reader
    for (;;) {
      const { start } = reader.token
      if (reader.accept('(')) {
        this.#frames.push({ kind: 'group', plain: this.#isPlain() })
      } else if (reader.isIdentifier() && reader.following?.type === '(') {
        const name = reader.next().text
        reader.next()
        this.#frames.push({ kind: 'function', name, operands: [], start })
      } else break
    }
    this.#mayContinue = true
    if (!reader.is('value')) return parsePath(reader)
    const { text, start, end } = reader.next()
    return { kind: 'value', placeholder: text, start, end }
  }

  #isPlain(): boolean {
    const top = this.#top
    return top?.kind === 'function' || (top?.kind === 'group' && top.plain)
  }

  /** Returns the whole value at its end, undefined when another operand must follow. */
  #attach(first: Operand): Operand | undefined {
    const reader = this.#reader
    let operand = first
    for (;;) {
      const top = this.#top
      if (top?.kind === 'arithmetic') operand = this.#closeArithmetic(top.operator, top.left, operand)
      else if (this.#openArithmetic(operand)) return undefined
      else if (top === undefined) return operand
      else if (top.kind === 'function') {
        top.operands.push(operand)
        if (reader.accept(',')) return undefined
        reader.expect(')')
        operand = this.#closeFunction(top.name, top.operands, top.start)
      } else {
        reader.expect(')')
        this.#frames.pop()
        this.#mayContinue = true
      }
    }
  }

  #openArithmetic(left: Operand): boolean {
    const operator = this.#reader.token.type
    if (operator !== '+' && operator !== '-') return false
    if (!this.#mayContinue || this.#isPlain()) return false
    this.#reader.next()
    this.#reader.notes.countOperator()
    this.#frames.push({ kind: 'arithmetic', operator, left })
    return true
  }

  #closeArithmetic(operator: '+' | '-', left: Operand, right: Operand): Operand {
    this.#frames.pop()
    this.#mayContinue = false
    return { kind: 'arithmetic', operator, left, right, start: left.start, end: right.end }
  }

  #closeFunction(name: string, operands: Operand[], start: number): Operand {
    const { notes, lastEnd } = this.#reader
    this.#frames.pop()
    this.#mayContinue = true
    if (!updateFunctions.has(name)) notes.addForeignFunction(name)
    for (const operand of operands) {
      if (name === 'list_append' && operand.kind === 'function' && operand.name === 'list_append') {
        notes.addMisusedFunction('list_append')
      }
    }
    return { kind: 'function', name, operands, start, end: lastEnd }
  }
}
