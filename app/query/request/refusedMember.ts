// Which member of a request, as JSON, a refusal of DynamoDB is about. A SerializationException names no
// member at all: the first value of a JSON type that DynamoDB does not take is the one.

import type { ErrorPart } from './explainError.ts'

/** The names that lead to the member; undefined when the refusal is about the request as a whole. */
export function findRefusedMember(
  { name, message, part }: { name: string; message: string; part: ErrorPart },
  request: unknown,
): string[] | undefined {
  if (!isObject(request)) return undefined
  if (name === 'SerializationException') return findWrongType(request)
  const named = namedMember(message)
  if (named && named[0] !== undefined && Object.hasOwn(request, named[0])) return named
  const member = members[part]?.find((each) => Object.hasOwn(request, each))
  return member === undefined ? undefined : [member]
}

const members: Partial<Record<ErrorPart, string[]>> = {
  target: ['IndexName', 'TableName'],
  key: ['KeyConditionExpression', 'KeyConditions', 'Key'],
  filter: ['FilterExpression'],
  projection: ['ProjectionExpression'],
  select: ['Select'],
  limit: ['Limit'],
  consistentRead: ['ConsistentRead'],
  segments: ['Segment', 'TotalSegments'],
  startKey: ['ExclusiveStartKey'],
}

function namedMember(message: string): string[] | undefined {
  const invalid = /Invalid (\w+Expression)\b/.exec(message)
  if (invalid?.[1]) return [invalid[1]]
  const unused = /(ExpressionAttribute(?:Names|Values)) unused in expressions: keys: \{([^,}]+)/.exec(message)
  if (unused?.[1] && unused[2]) return [unused[1], unused[2]]
  const value = /^(ExpressionAttribute(?:Names|Values)) contains invalid .* for key (\S+)/.exec(message)
  if (value?.[1] && value[2]) return [value[1], value[2]]
  const member = /\b(ExpressionAttribute(?:Names|Values)|(?:Filter|Projection|KeyCondition)Expression)\b/
  const mentioned = member.exec(message)?.[1]
  return mentioned === undefined ? undefined : [mentioned]
}

const texts = [
  'TableName',
  'IndexName',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
  'Select',
  'ReturnConsumedCapacity',
]
const maps = ['Key', 'ExclusiveStartKey', 'ExpressionAttributeValues']

function findWrongType(request: Record<string, unknown>): string[] | undefined {
  for (const [name, json] of Object.entries(request)) {
    if (json === null) continue
    if (texts.includes(name) && typeof json !== 'string') return [name]
    if ((name === 'Limit' || name.endsWith('Segments')) && typeof json !== 'number') return [name]
    if (name === 'ExpressionAttributeNames') {
      if (!isObject(json)) return [name]
      const wrong = Object.keys(json).find((key) => typeof json[key] !== 'string')
      if (wrong !== undefined) return [name, wrong]
    }
    const inside = maps.includes(name) ? findWrongValue(json) : undefined
    if (inside) return [name, ...inside]
  }
  return undefined
}

/** The path to the first attribute value that is no descriptor of the right JSON type; lists are not looked into. */
function findWrongValue(map: unknown): string[] | undefined {
  if (!isObject(map)) return []
  for (const [name, value] of Object.entries(map)) {
    if (!isObject(value)) return [name]
    for (const [type, payload] of Object.entries(value)) {
      const isWrong = types[type] !== undefined && !types[type](payload)
      if (isWrong) return [name, type]
      const inside = type === 'M' ? findWrongValue(payload) : undefined
      if (inside) return [name, type, ...inside]
    }
  }
  return undefined
}

const isText = (json: unknown) => typeof json === 'string'
const isTexts = (json: unknown) => Array.isArray(json) && json.every(isText)
const types: Record<string, (json: unknown) => boolean> = {
  S: isText,
  N: isText,
  B: isText,
  BOOL: (json) => typeof json === 'boolean',
  NULL: (json) => typeof json === 'boolean',
  SS: isTexts,
  NS: isTexts,
  BS: isTexts,
  L: Array.isArray,
  M: isObject,
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
