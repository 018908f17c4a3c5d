// One line about a request: what it was about and what came of it.

import { type ActivityRequest, consumedUnits, countItems } from '../workspace/activity.ts'
import { plural } from '../workspace/plural.ts'
import { formatCount } from './format.ts'

interface AnyInput {
  TableName?: string
  IndexName?: string
  RequestItems?: Record<string, unknown>
}

interface AnyOutput {
  Count?: number
  ScannedCount?: number
  TableNames?: string[]
  LastEvaluatedKey?: unknown
}

/** The table, and the index if one was read. */
export function targetOf(request: ActivityRequest): string {
  const { TableName, IndexName, RequestItems } = request.input as AnyInput
  const name = TableName ?? Object.keys(RequestItems ?? {}).join(', ')
  return IndexName ? `${name} / ${IndexName}` : name
}

/** What came back: items returned and read, or the error's name. */
export function resultOf(request: ActivityRequest): string {
  if (request.error) return request.error.name
  if (request.durationMs === undefined) return '…'
  const output = (request.output ?? {}) as AnyOutput
  if (output.Count !== undefined) return readResult(output)
  if (request.operation === 'GetItem') return countItems(request) > 0 ? '1 item' : 'no item'
  if (output.TableNames) return plural(output.TableNames.length, 'table')
  if (request.operation === 'BatchGetItem') return plural(countItems(request), 'item')
  if (request.operation === 'BatchWriteItem') return `${plural(countItems(request), 'item')} written`
  return 'done'
}

function readResult({ Count = 0, ScannedCount = Count, LastEvaluatedKey }: AnyOutput): string {
  const returned =
    ScannedCount === Count
      ? plural(Count, 'item')
      : `${formatCount(Count)} of ${formatCount(ScannedCount)} read`
  return LastEvaluatedKey ? `${returned}, more` : returned
}

export function unitsOf(request: ActivityRequest): string {
  const units = consumedUnits(request.output)
  if (units === undefined) return ''
  const amount = units.toLocaleString('en', { maximumFractionDigits: 1 })
  return `${amount} ${amount === '1' ? 'unit' : 'units'}`
}
