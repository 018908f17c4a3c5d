// What a read will cost for what it gives, told before it runs from the size of what it aims at.

import { readUnits } from '../../../engine/capacity/readUnits.ts'
import { plural } from '../../workspace/plural.ts'
import { activeKeyConditions } from '../request/keyConditionExpression.ts'
import type { QueryForm } from '../request/queryForm.ts'
import { partitionKeysOf, type QueryTarget, targetName } from '../request/queryTarget.ts'
import type { Advice } from '../words/advice.ts'
import { formatBytes, formatUnits } from '../words/amounts.ts'
import { code, phrase } from '../words/phrase.ts'

export interface TargetSize {
  itemCount: number
  sizeBytes: number
}

/** A table below this is read whole without a second thought. */
const SMALL_BYTES = 64 * 1024

export function adviseBefore(
  form: QueryForm,
  target: QueryTarget,
  size: TargetSize | undefined,
): Advice | undefined {
  if (form.operation === 'Scan') return size && adviseScan(form, target, size)
  if (form.operation !== 'Query' || !hasFilter(form)) return undefined
  const reachesSortKey = activeKeyConditions(form, target).length > partitionKeysOf(target).length
  if (reachesSortKey) return undefined
  return {
    tone: 'note',
    words: phrase`The filter comes after the reading: the whole item collection is read and paid for.`,
  }
}

function adviseScan(form: QueryForm, target: QueryTarget, size: TargetSize): Advice | undefined {
  const parts = form.segments?.totalSegments ?? 1
  if (form.limit !== undefined || parts === 0) return undefined
  const units = readUnits(size.sizeBytes / parts, form.consistentRead)
  const what = phrase`${plural(Math.round(size.itemCount / parts), 'item')}, ${formatBytes(size.sizeBytes / parts)}`
  const whatever = hasFilter(form) ? ', whatever the filter keeps' : ''
  return {
    tone: size.sizeBytes > SMALL_BYTES ? 'warning' : 'note',
    words: phrase`A Scan to the end reads ${parts > 1 ? 'its part of ' : 'all of '}${code(targetName(target))}: ${what}, about ${formatUnits(units)} RCU${whatever}.`,
  }
}

function hasFilter({ filter }: QueryForm): boolean {
  return filter.kind === 'text' ? filter.text.trim() !== '' : filter.members.length > 0
}
