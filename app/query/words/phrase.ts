// A sentence in which some words are code: names and values that people must tell from ours.
// Made by the `phrase` tag, shown by PhraseText.

import { formatCount } from './amounts.ts'

export interface CodeWord {
  code: string
}

export type Phrase = readonly (string | CodeWord)[]

export function code(text: string): CodeWord {
  return { code: text }
}

/** Text, code words and other phrases in one; numbers are counts. */
export function phrase(
  texts: TemplateStringsArray,
  ...parts: (string | number | CodeWord | Phrase)[]
): Phrase {
  const words: (string | CodeWord)[] = []
  texts.forEach((text, index) => {
    if (text !== '') words.push(text)
    const part = parts[index]
    if (part === undefined) return
    if (typeof part === 'number') words.push(formatCount(part))
    else if (typeof part === 'string') words.push(part)
    else if (isPhrase(part)) words.push(...part)
    else words.push(part)
  })
  return words
}

export function joinPhrases(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.flatMap((each, index) => (index === 0 ? each : [separator, ...each]))
}

/** The sentence as plain text, code words in backquotes. */
export function textOfPhrase(words: Phrase): string {
  return words.map((word) => (typeof word === 'string' ? word : `\`${word.code}\``)).join('')
}

function isPhrase(part: CodeWord | Phrase): part is Phrase {
  return Array.isArray(part)
}
