// The reads of this session as a list to recall them from: each request once, the newest first, pages
// after the first left out.

import type { GetItemInput, QueryInput, ScanInput } from '../../engine/api.ts'
import type { ActivityRequest } from '../workspace/activity.ts'
import { plural } from '../workspace/plural.ts'
import { readOperations } from './request/queryForm.ts'
import type { ReadRequest } from './request/readRequest.ts'

export interface HistoryEntry {
  id: number
  request: ReadRequest
  label: string
  /** What came of it. */
  detail: string
}

const MOST_ENTRIES = 20

export function historyOf(requests: readonly ActivityRequest[]): HistoryEntry[] {
  const entries = new Map<string, HistoryEntry>()
  for (const logged of requests.toReversed()) {
    const request = asReadRequest(logged)
    if (!request || logged.background || entries.size === MOST_ENTRIES) continue
    const text = JSON.stringify(request)
    if (entries.has(text)) continue
    entries.set(text, { id: logged.id, request, label: labelOf(request), detail: detailOf(logged) })
  }
  return [...entries.values()]
}

function asReadRequest({ operation, input }: ActivityRequest): ReadRequest | undefined {
  if (!readOperations.some((each) => each === operation)) return undefined
  const { ExclusiveStartKey: _, ...rest } = input as { ExclusiveStartKey?: unknown }
  return { operation, input: rest } as ReadRequest
}

function labelOf({ operation, input }: ReadRequest): string {
  const target = [input.TableName, 'IndexName' in input ? input.IndexName : undefined]
    .filter(Boolean)
    .join(' / ')
  return `${operation} ${target}${conditionOf(operation, input)}`
}

function conditionOf(operation: ReadRequest['operation'], input: ReadRequest['input']): string {
  if (operation === 'GetItem')
    return `: ${Object.values((input as GetItemInput).Key ?? {})
      .map(payloadOf)
      .join(', ')}`
  const { KeyConditionExpression, FilterExpression } = input as QueryInput
  const expressions = [KeyConditionExpression, FilterExpression && `filter ${FilterExpression}`].filter(
    Boolean,
  )
  if (expressions.length === 0) return ''
  return `: ${withValues(expressions.join(', '), input as ScanInput)}`
}

/** The expression as it reads with its names and values in place. */
function withValues(
  expression: string,
  { ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }: ScanInput,
) {
  return expression.replace(/[#:]\w+/g, (placeholder) => {
    if (Object.hasOwn(ExpressionAttributeNames, placeholder))
      return ExpressionAttributeNames[placeholder] ?? ''
    const value = Object.hasOwn(ExpressionAttributeValues, placeholder)
      ? ExpressionAttributeValues[placeholder]
      : undefined
    return value === undefined ? placeholder : payloadOf(value)
  })
}

function payloadOf(value: object): string {
  const payload: unknown = Object.values(value)[0]
  return typeof payload === 'string' ? payload : JSON.stringify(payload)
}

function detailOf({ output, error, durationMs }: ActivityRequest): string {
  if (error) return 'refused'
  if (durationMs === undefined) return '…'
  const { Count, Item } = (output ?? {}) as { Count?: number; Item?: unknown }
  if (Count !== undefined) return plural(Count, 'item')
  return Item ? '1 item' : 'no item'
}
