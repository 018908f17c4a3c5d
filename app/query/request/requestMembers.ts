// The members of a read request as JSON gives them, judged only as far as a form needs: known, and of the
// right JSON type. What DynamoDB thinks of them is for DynamoDB to say.

import type { Select } from '../../../engine/api.ts'
import type { AttributeMap, AttributeValue } from '../../../engine/value/attributeValue.ts'
import { ATTRIBUTE_TYPES } from '../../values/attributeTypes.ts'
import { BeyondForm } from './beyondForm.ts'
import type { ReadOperation } from './queryForm.ts'

export interface RequestMembers {
  TableName: string
  IndexName?: string
  Key?: AttributeMap
  KeyConditionExpression?: string
  FilterExpression?: string
  ProjectionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, AttributeValue>
  Select?: Select
  Limit?: number
  ScanIndexForward?: boolean
  ConsistentRead?: boolean
  Segment?: number
  TotalSegments?: number
  ExclusiveStartKey?: AttributeMap
  ReturnConsumedCapacity?: string
}

type Member = keyof RequestMembers
type Check = (json: unknown) => boolean

const shared: Member[] = [
  'TableName',
  'ProjectionExpression',
  'ExpressionAttributeNames',
  'ConsistentRead',
  'ReturnConsumedCapacity',
]
const paged: Member[] = [
  'IndexName',
  'FilterExpression',
  'ExpressionAttributeValues',
  'Select',
  'Limit',
  'ExclusiveStartKey',
]
const known: Record<ReadOperation, ReadonlySet<string>> = {
  GetItem: new Set([...shared, 'Key']),
  Query: new Set([...shared, ...paged, 'KeyConditionExpression', 'ScanIndexForward']),
  Scan: new Set([...shared, ...paged, 'Segment', 'TotalSegments']),
}

const isText: Check = (json) => typeof json === 'string'
const isFlag: Check = (json) => typeof json === 'boolean'
const isWhole: Check = (json) => Number.isSafeInteger(json) && (json as number) >= 0
const isNames: Check = (json) => isObject(json) && Object.values(json).every(isText)
const isValues: Check = (json) => isObject(json) && Object.values(json).every(isWireValue)
const selects = ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT']

const checks: Record<Member, Check> = {
  TableName: isText,
  IndexName: isText,
  Key: isObject,
  KeyConditionExpression: isText,
  FilterExpression: isText,
  ProjectionExpression: isText,
  ExpressionAttributeNames: isNames,
  ExpressionAttributeValues: isValues,
  Select: (json) => selects.includes(json as string),
  Limit: isWhole,
  ScanIndexForward: isFlag,
  ConsistentRead: isFlag,
  Segment: isWhole,
  TotalSegments: isWhole,
  ExclusiveStartKey: isValues,
  ReturnConsumedCapacity: (json) => ['INDEXES', 'TOTAL', 'NONE'].includes(json as string),
}

/** Throws BeyondForm. Members that are null count as absent, as they do for DynamoDB. */
export function readRequestMembers(operation: ReadOperation, request: unknown): RequestMembers {
  if (!isObject(request)) throw new BeyondForm('A request is a JSON object.')
  const members: Record<string, unknown> = {}
  for (const [name, json] of Object.entries(request)) {
    if (json === null || json === undefined) continue
    if (!known[operation].has(name))
      throw new BeyondForm(`The form of ${operation} has no place for ${name}.`)
    if (!checks[name as Member](json)) throw new BeyondForm(`The form cannot show this value of ${name}.`)
    members[name] = json
  }
  if (members.TableName === undefined) throw new BeyondForm('The request names no table.')
  return members as unknown as RequestMembers
}

/** One type descriptor with a payload of its JSON type; what the payload says is not judged. */
export function isWireValue(json: unknown): json is AttributeValue {
  if (!isObject(json)) return false
  const [type, ...others] = Object.keys(json)
  const payload = type === undefined ? undefined : json[type]
  if (others.length > 0) return false
  switch (ATTRIBUTE_TYPES.find((each) => each === type)) {
    case undefined:
      return false
    case 'S':
    case 'N':
    case 'B':
      return isText(payload)
    case 'BOOL':
      return isFlag(payload)
    case 'NULL':
      return payload === true
    case 'M':
      return isObject(payload)
    default:
      return Array.isArray(payload)
  }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
