// What a read cost for what it gave, told from what it read and what it kept.

import { plural } from '../../workspace/plural.ts'
import type { Advice } from '../words/advice.ts'
import { formatCount } from '../words/amounts.ts'
import { phrase } from '../words/phrase.ts'
import { type ReadPage, totalsOf } from './readPage.ts'

/** Fewer items than this teach nothing about waste. */
const FEW_ITEMS = 5

export function adviseAfter(pages: readonly ReadPage[]): Advice | undefined {
  const { scannedCount, count } = totalsOf(pages)
  const dropped = scannedCount - count
  if (scannedCount < FEW_ITEMS || dropped * 2 < scannedCount) return undefined
  const isScan = pages[0]?.request.operation === 'Scan'
  const instead = isScan
    ? 'A Query on a table or an index whose key says the same would read only what it returns.'
    : 'A sort key, or an index, that says the same as the filter would read only what it returns.'
  return {
    tone: 'warning',
    words: phrase`The filter threw away ${formatCount(dropped)} of ${plural(scannedCount, 'item')} read, and all of them are paid for. ${instead}`,
  }
}
