import type { Phrase } from './phrase.ts'

/** Plain words about what a read costs for what it gives. */
export interface Advice {
  tone: 'note' | 'warning'
  words: Phrase
}
