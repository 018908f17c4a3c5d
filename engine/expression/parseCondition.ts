// Conditions: ConditionExpression, FilterExpression and KeyConditionExpression share this grammar.
// An operator-precedence parser that keeps what is open on a stack of its own, so that a text of
// thousands of parentheses is parsed like any other. Of the words that are operators, NOT binds
// strongest, then AND, then OR; the first AND after BETWEEN belongs to it.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html

import type { Condition, ConditionKind, FunctionNode, LogicalNode, Operand, PathNode } from './ast.ts'
import { conditionFunctions } from './functions.ts'
import type { Comparator } from './lexer.ts'
import { parsePath, parseSteps } from './parsePath.ts'
import { TokenReader } from './tokenReader.ts'

export const conditionKeywords = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN']

const comparators: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>='])

/** Throws the first problem that the text has by itself, whatever its placeholders stand for. */
export function parseCondition(text: string, kind: ConditionKind): Condition {
  return new ConditionParser(new TokenReader(kind, text, conditionKeywords)).parse()
}

/** What has been opened and waits for its next part. */
type Frame =
  | { kind: 'group'; operandOnly: boolean }
  | { kind: 'function'; name: string; operands: Operand[]; start: number }
  | { kind: 'comparison'; operator: Comparator; left: Operand }
  | { kind: 'between'; operand: Operand; lower?: Operand }
  | { kind: 'in'; operand: Operand; candidates: Operand[] }
  | { kind: 'not'; start: number }
  | { kind: 'and' | 'or'; conditions: Condition[] }

type Node = Operand | Condition

class ConditionParser {
  readonly #reader: TokenReader
  readonly #frames: Frame[] = []
  #node: Node | undefined
  /** Whether `node` stands directly in parentheses. */
  #grouped = false

  constructor(reader: TokenReader) {
    this.#reader = reader
  }

  parse(): Condition {
    do this.#readOperand()
    while (!this.#attach())
    const condition = this.#condition()
    this.#reader.finish()
    return condition
  }

  get #top(): Frame | undefined {
    return this.#frames[this.#frames.length - 1]
  }

  /** Opens parentheses, functions and NOT up to the next path or value. */
  #readOperand(): void {
    const reader = this.#reader
    for (;;) {
      const { start } = reader.token
      if (reader.accept('(')) {
        this.#frames.push({ kind: 'group', operandOnly: this.#wantsOperand() })
      } else if (reader.isKeyword('NOT') && !this.#wantsOperand()) {
        reader.next()
        reader.notes.countOperator()
        this.#frames.push({ kind: 'not', start })
      } else if (reader.isIdentifier() && reader.following?.type === '(') {
        const name = reader.next().text
        reader.next()
        this.#frames.push({ kind: 'function', name, operands: [], start })
      } else break
    }
    this.#complete(this.#readAtom())
  }

  #readAtom(): Operand {
    const reader = this.#reader
    if (!reader.is('value')) return parsePath(reader)
    const { text, start, end } = reader.next()
    return { kind: 'value', placeholder: text, start, end }
  }

  #complete(node: Node, grouped = false): void {
    this.#node = node
    this.#grouped = grouped
  }

  /** Where only an operand may stand: inside a function, after a comparator, in parentheses there. */
  #wantsOperand(): boolean {
    const top = this.#top
    if (top === undefined) return false
    if (top.kind === 'group') return top.operandOnly
    return top.kind !== 'not' && top.kind !== 'and' && top.kind !== 'or'
  }

  /** Hands the node to what is open. Returns true at the end, false when another operand must follow. */
  #attach(): boolean {
    for (;;) {
      const goesOn = this.#wantsOperand() ? this.#attachOperand() : this.#attachCondition()
      if (goesOn !== undefined) return goesOn
    }
  }

  /** Returns undefined when the node became part of a larger one, to be attached in its turn. */
  #attachOperand(): false | undefined {
    const reader = this.#reader
    const top = this.#top
    switch (top?.kind) {
      case 'group':
        return this.#closeGroup()
      case 'function':
        top.operands.push(this.#operand())
        if (reader.accept(',')) return false
        reader.expect(')')
        return this.#closeFunction(top.name, top.operands, top.start)
      case 'in':
        top.candidates.push(this.#operand())
        if (reader.accept(',')) return false
        reader.expect(')')
        return this.#closeIn(top.operand, top.candidates)
      case 'between':
        return this.#attachBound(top)
      case 'comparison':
        return this.#closeComparison(top.operator, top.left)
      default:
        return reader.fail()
    }
  }

  #attachBound(frame: Frame & { kind: 'between' }): false | undefined {
    const bound = this.#operand()
    if (frame.lower === undefined) {
      if (!this.#reader.acceptKeyword('AND')) this.#reader.fail()
      frame.lower = bound
      return false
    }
    const { operand, lower } = frame
    this.#frames.pop()
    this.#checkOperands([operand, lower, bound])
    this.#complete({ kind: 'between', operand, lower, upper: bound, start: operand.start, end: bound.end })
    return undefined
  }

  #closeComparison(operator: Comparator, left: Operand): undefined {
    const right = this.#operand()
    this.#frames.pop()
    this.#checkOperands([left, right])
    this.#complete({ kind: 'comparison', operator, left, right, start: left.start, end: right.end })
  }

  #closeIn(operand: Operand, candidates: Operand[]): undefined {
    this.#frames.pop()
    this.#checkOperands([operand, ...candidates])
    const end = this.#reader.lastEnd
    this.#complete({ kind: 'in', operand, candidates, start: operand.start, end })
  }

  #closeFunction(name: string, operands: Operand[], start: number): undefined {
    this.#frames.pop()
    if (!conditionFunctions.has(name)) this.#reader.notes.addForeignFunction(name)
    this.#checkOperands(operands)
    this.#complete({ kind: 'function', name, operands, start, end: this.#reader.lastEnd })
  }

  #closeGroup(): undefined {
    this.#reader.expect(')')
    this.#frames.pop()
    if (this.#grouped) this.#reader.notes.addRedundantParentheses()
    this.#grouped = true
    const node = this.#node
    if (node?.kind === 'path' && (this.#reader.is('.') || this.#reader.is('['))) this.#extendPath(node)
  }

  /** A path may go on after parentheses: `(a.b)[0]`. */
  #extendPath(path: PathNode): void {
    const elements = [...path.elements]
    parseSteps(this.#reader, elements)
    this.#complete({ kind: 'path', elements, start: path.start, end: this.#reader.lastEnd })
  }

  /** Of the functions only size gives a value to work with. */
  #checkOperands(operands: Operand[]): void {
    for (const operand of operands) {
      if (operand.kind === 'function' && operand.name !== 'size') {
        this.#reader.notes.addMisusedFunction(operand.name)
      }
    }
  }

  #attachCondition(): boolean | undefined {
    const reader = this.#reader
    const top = this.#top
    if (isOperand(this.#node) && this.#openComparison(this.#node)) return false
    if (isOnlyOperand(this.#node)) {
      // A path or value in parentheses may still turn out to be the left side of a comparison.
      if (top?.kind === 'group' && reader.is(')')) return this.#closeGroup()
      reader.fail()
    }
    if (top?.kind === 'not') return this.#closeNot(top.start)
    if (reader.isKeyword('AND')) return this.#openLogical('and')
    if (top?.kind === 'and') return this.#closeLogical('and', top.conditions)
    if (reader.isKeyword('OR')) return this.#openLogical('or')
    if (top?.kind === 'or') return this.#closeLogical('or', top.conditions)
    if (top?.kind === 'group') return this.#closeGroup()
    return reader.is('end') || reader.fail()
  }

  /** Takes a comparator, BETWEEN or IN after an operand, if there is one. */
  #openComparison(operand: Operand): boolean {
    const reader = this.#reader
    if (comparators.has(reader.token.type)) {
      const operator = reader.next().type as Comparator
      this.#frames.push({ kind: 'comparison', operator, left: operand })
    } else if (reader.acceptKeyword('BETWEEN')) {
      this.#frames.push({ kind: 'between', operand })
    } else if (reader.acceptKeyword('IN')) {
      reader.expect('(')
      this.#frames.push({ kind: 'in', operand, candidates: [] })
    } else return false
    reader.notes.countOperator()
    return true
  }

  #closeNot(start: number): undefined {
    const condition = this.#condition()
    this.#frames.pop()
    this.#complete({ kind: 'not', condition, start, end: condition.end })
  }

  #openLogical(kind: LogicalNode['kind']): false {
    this.#reader.next()
    this.#reader.notes.countOperator()
    const condition = this.#condition()
    const top = this.#top
    if (top?.kind === kind) top.conditions.push(condition)
    else this.#frames.push({ kind, conditions: [condition] })
    return false
  }

  #closeLogical(kind: LogicalNode['kind'], conditions: Condition[]): undefined {
    const last = this.#condition()
    conditions.push(last)
    this.#frames.pop()
    this.#complete({ kind, conditions, start: conditions[0]?.start ?? last.start, end: last.end })
  }

  #operand(): Operand {
    return this.#node as Operand
  }

  /** The node as a condition; size gives a number, no condition. */
  #condition(): Condition {
    const condition = this.#node as Condition
    if (condition.kind === 'function' && condition.name === 'size') {
      this.#reader.notes.addMisusedFunction('size')
    }
    return condition
  }
}

function isOperand(node: Node | undefined): node is Operand {
  return isOnlyOperand(node) || isFunction(node)
}

function isOnlyOperand(node: Node | undefined): node is Exclude<Operand, FunctionNode> {
  return node?.kind === 'path' || node?.kind === 'value'
}

function isFunction(node: Node | undefined): node is FunctionNode {
  return node?.kind === 'function'
}
