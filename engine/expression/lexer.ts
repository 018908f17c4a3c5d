// Expression text as tokens. The lexer never fails: a character that begins no token is a token of type
// 'unknown', so that the parser can report it in DynamoDB's words and an editor can still colour the rest.
// Keywords are words here; which words are keywords depends on the expression (see keywords).

export type TokenType =
  | 'word'
  | 'name' // #placeholder
  | 'value' // :placeholder
  | 'number'
  | 'unknown'
  | 'end'
  | Punctuation

export type Punctuation = '(' | ')' | '[' | ']' | '.' | ',' | '+' | '-' | Comparator

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>='

export interface Token {
  type: TokenType
  start: number
  end: number
  text: string
}

const space = 1
const letter = 2
const digit = 4
const underscore = 8

const classes = new Uint8Array(128)
for (const character of ' \t\r\n') classes[character.charCodeAt(0)] = space
for (const character of '0123456789') classes[character.charCodeAt(0)] = digit
for (const character of 'abcdefghijklmnopqrstuvwxyz') {
  classes[character.charCodeAt(0)] = letter
  classes[character.toUpperCase().charCodeAt(0)] = letter
}
classes['_'.charCodeAt(0)] = underscore

const singles = '()[].,+-=<>'

/** The tokens of the text; the last one is of type 'end'. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let start = skipSpace(text, 0)
  while (start < text.length) {
    const token = readToken(text, start)
    tokens.push(token)
    start = skipSpace(text, token.end)
  }
  tokens.push({ type: 'end', start: text.length, end: text.length, text: '<EOF>' })
  return tokens
}

function skipSpace(text: string, from: number): number {
  let end = from
  while (end < text.length && classOf(text, end) === space) end++
  return end
}

function readToken(text: string, start: number): Token {
  const character = text.charAt(start)
  const kind = classOf(text, start)
  if (kind === letter) return token('word', text, start, endOfWord(text, start))
  if (kind === digit) return token('number', text, start, endOfDigits(text, start))
  if (character === '#' || character === ':') return readPlaceholder(text, start, character)
  if (!singles.includes(character)) return token('unknown', text, start, endOfCharacter(text, start))
  const pair = text.slice(start, start + 2)
  if (pair === '<>' || pair === '<=' || pair === '>=') return token(pair, text, start, start + 2)
  return token(character as Punctuation, text, start, start + 1)
}

function readPlaceholder(text: string, start: number, prefix: '#' | ':'): Token {
  const end = endOfWord(text, start + 1)
  if (end === start + 1) return token('unknown', text, start, end)
  return token(prefix === '#' ? 'name' : 'value', text, start, end)
}

function token(type: TokenType, text: string, start: number, end: number): Token {
  return { type, start, end, text: text.slice(start, end) }
}

function endOfWord(text: string, from: number): number {
  let end = from
  while (end < text.length && (classOf(text, end) & (letter | digit | underscore)) !== 0) end++
  return end
}

function endOfDigits(text: string, from: number): number {
  let end = from
  while (end < text.length && classOf(text, end) === digit) end++
  return end
}

/** A character outside the basic plane is one token, not two halves. */
function endOfCharacter(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
}

function classOf(text: string, position: number): number {
  return classes[text.charCodeAt(position)] ?? 0
}
