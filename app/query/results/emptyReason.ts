// Why a read gave nothing: nobody lives there, the range is empty, or the filter threw everything away.

import type { QueryInput } from '../../../engine/api.ts'
import { plural } from '../../workspace/plural.ts'
import { type QueryTarget, sortKeysOf, targetName } from '../request/queryTarget.ts'
import { code, type Phrase, phrase } from '../words/phrase.ts'
import { type ReadPage, totalsOf } from './readPage.ts'

export interface EmptyReason {
  title: string
  words: Phrase
}

export function emptyReason(pages: readonly ReadPage[], target: QueryTarget): EmptyReason {
  const request = pages[0]?.request
  const { scannedCount } = totalsOf(pages)
  const hasMore = pages.at(-1)?.lastEvaluatedKey !== undefined
  if (scannedCount > 0) return filteredAway(scannedCount, hasMore)
  if (request?.operation === 'GetItem') {
    return {
      title: 'No item has this key',
      words: phrase`GetItem finds an item by its whole primary key, letter by letter. ${code(target.tableName)} has none with this one.`,
    }
  }
  if (request?.operation === 'Scan') {
    const part = request.input.TotalSegments === undefined ? '' : 'This segment of '
    return { title: 'Nothing to read', words: phrase`${part}${code(targetName(target))} holds no items.` }
  }
  return emptyQuery(request?.input as QueryInput | undefined, target)
}

function filteredAway(scannedCount: number, hasMore: boolean): EmptyReason {
  const more = hasMore ? ' There is more to read: go on with the next page.' : ''
  return {
    title: 'All filtered away',
    words: phrase`${plural(scannedCount, 'item')} ${scannedCount === 1 ? 'was' : 'were'} read and paid for, and the filter kept none.${more}`,
  }
}

function emptyQuery(input: QueryInput | undefined, target: QueryTarget): EmptyReason {
  const sortKeys = sortKeysOf(target).map(({ name }) => name)
  const names = Object.values(input?.ExpressionAttributeNames ?? {})
  const condition = input?.KeyConditionExpression ?? ''
  const isRange = sortKeys.some(
    (name) => names.includes(name) || new RegExp(`\\b${escaped(name)}\\b`).test(condition),
  )
  const where = code(targetName(target))
  if (isRange) {
    return {
      title: 'Nothing in this range',
      words: phrase`The item collection has no item in ${where} that meets the sort key condition, or does not exist at all. Without the condition, you see what it has.`,
    }
  }
  const sparse =
    target.kind === 'table' ? '' : ' Items that lack a key attribute of the index are left out of it.'
  return {
    title: 'No such item collection',
    words: phrase`No item in ${where} has this partition key value.${sparse}`,
  }
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
