// Request text as it is typed: the JSON it is, or the place where it stops being JSON. Browsers disagree on
// whether and how they tell that place, so it is found here.

export interface JsonProblem {
  message: string
  /** 1-based. */
  line: number
  column: number
}

export type JsonResult = { json: unknown } | { problem: JsonProblem }

export function parseJsonText(text: string): JsonResult {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return { problem: findJsonProblem(text) }
  }
}

type Expectation =
  | 'a value'
  | 'a value or ]'
  | 'a name in quotes'
  | 'a name in quotes or }'
  | 'a colon'
  | 'an end'

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y

/** `text` must not be JSON. */
function findJsonProblem(text: string): JsonProblem {
  const open: ('{' | '[')[] = []
  let expected: Expectation = 'a value'
  let at = 0
  for (;;) {
    at += matchAt(SPACE, text, at)
    const step = readStep(text, at, expected, open)
    if (!step) return problemAt(text, at, messageOf(text, at, expected, open))
    at += step.length
    expected = step.expected
  }
}

interface Step {
  length: number
  expected: Expectation
}

function readStep(text: string, at: number, expected: Expectation, open: ('{' | '[')[]): Step | undefined {
  const character = text[at]
  switch (expected) {
    case 'a value':
    case 'a value or ]':
      if (character === ']' && expected === 'a value or ]') return close(open)
      return readValue(text, at, open)
    case 'a name in quotes':
    case 'a name in quotes or }': {
      if (character === '}' && expected === 'a name in quotes or }') return close(open)
      const length = matchAt(STRING, text, at)
      return length > 0 ? { length, expected: 'a colon' } : undefined
    }
    case 'a colon':
      return character === ':' ? { length: 1, expected: 'a value' } : undefined
    case 'an end': {
      const inside = open.at(-1)
      if (inside === undefined) return undefined
      if (character === ',') return { length: 1, expected: inside === '{' ? 'a name in quotes' : 'a value' }
      return character === closers[inside] ? close(open) : undefined
    }
  }
}

const closers = { '{': '}', '[': ']' } as const

function readValue(text: string, at: number, open: ('{' | '[')[]): Step | undefined {
  const character = text[at]
  if (character === '{' || character === '[') {
    open.push(character)
    return { length: 1, expected: character === '{' ? 'a name in quotes or }' : 'a value or ]' }
  }
  const length = matchAt(STRING, text, at) || matchAt(SCALAR, text, at)
  return length > 0 ? { length, expected: 'an end' } : undefined
}

function close(open: ('{' | '[')[]): Step {
  open.pop()
  return { length: 1, expected: 'an end' }
}

function messageOf(text: string, at: number, expected: Expectation, open: readonly ('{' | '[')[]): string {
  const inside = open.at(-1)
  const found = text[at]
  if (expected === 'an end' && !inside) return `The JSON has ended, but here stands ${found}`
  const wanted = expected === 'an end' && inside ? `a comma or ${closers[inside]}` : expected
  if (found === undefined) return `The JSON ends too early: ${wanted} is missing.`
  if (found === '"' && matchAt(STRING, text, at) === 0) return 'This text in quotes is not closed.'
  if (found === '"') return `Expected ${wanted} here, or the text before is not closed.`
  return `Expected ${wanted} instead of ${found}`
}

function problemAt(text: string, at: number, message: string): JsonProblem {
  const before = text.slice(0, at)
  return { message, line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
