// One line about a request: what it was about and what came of it.

import { type ActivityRequest, consumedUnits } from '../workspace/activity.ts'
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
  Item?: unknown
  Responses?: Record<string, unknown[]>
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
  if (request.operation === 'GetItem') return output.Item ? '1 item' : 'no item'
  if (output.Responses)
    return plural(
      Object.values(output.Responses).reduce((sum, list) => sum + list.length, 0),
      'item',
    )
  if (output.TableNames) return plural(output.TableNames.length, 'table')
  if (request.operation === 'BatchWriteItem')
    return `${plural(countWrites(request.input as AnyInput), 'item')} written`
  return 'done'
}

function readResult({ Count = 0, ScannedCount = Count, LastEvaluatedKey }: AnyOutput): string {
  const returned =
    ScannedCount === Count
      ? plural(Count, 'item')
      : `${formatCount(Count)} of ${formatCount(ScannedCount)} read`
  return LastEvaluatedKey ? `${returned}, more` : returned
}

function countWrites({ RequestItems = {} }: AnyInput): number {
  return Object.values(RequestItems).reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  )
}

export function unitsOf(request: ActivityRequest): string {
  const units = consumedUnits(request.output)
  return units === undefined ? '' : `${units.toLocaleString('en', { maximumFractionDigits: 1 })} units`
}
