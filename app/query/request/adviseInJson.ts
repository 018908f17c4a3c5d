// What to do about a refusal in the words of the request as JSON, where those of the form would not help.

import type { ErrorExplanation } from './explainError.ts'
import { findRefusedMember } from './refusedMember.ts'

interface JsonRule {
  pattern: RegExp
  /** `$1` stands for what the first group of the pattern found. */
  advice: string
}

const rules: readonly JsonRule[] = [
  {
    pattern: /reserved keyword: (\S+)/,
    advice:
      '$1 is a reserved word. Write #$1 in its place, and add "ExpressionAttributeNames": {"#$1": "$1"}.',
  },
  {
    pattern: /attribute name used in the document path is not defined; attribute name: (\S+)/,
    advice: 'Add "$1" to ExpressionAttributeNames, with the name of the attribute that it stands for.',
  },
  {
    pattern: /attribute value used in expression is not defined; attribute value: (\S+)/,
    advice: 'Add "$1" to ExpressionAttributeValues, such as "$1": {"S": "text"}.',
  },
  {
    pattern: /(Expression\w+) unused in expressions: keys: \{(.*)\}/,
    advice: 'Remove $2 from $1: no expression mentions it.',
  },
  {
    pattern: /Consistent reads are not supported on global secondary indexes/,
    advice:
      'A global secondary index cannot promise the latest write. Remove ConsistentRead, or remove IndexName to read the table.',
  },
  {
    pattern: /does not have the specified index: (.*)/,
    advice: 'The table has no index $1. Correct IndexName, or remove it to read the table.',
  },
]

/** `request` is the JSON that was refused. */
export function adviseInJson(
  refusal: ErrorExplanation & { name: string; message: string },
  request: unknown,
): string | undefined {
  if (refusal.name === 'SerializationException') return adviseOnType(refusal, request)
  const rule = rules.find(({ pattern }) => pattern.test(refusal.message))
  if (!rule) return refusal.advice
  const groups = rule.pattern.exec(refusal.message)
  return rule.advice.replace(/\$(\d)/g, (_, group) => groups?.[Number(group)] ?? '')
}

function adviseOnType(
  refusal: ErrorExplanation & { name: string; message: string },
  request: unknown,
): string | undefined {
  const path = findRefusedMember(refusal, request)
  const type = path?.at(-1)
  if (!path || type === undefined) return refusal.advice
  const payload = path.reduce<unknown>((json, name) => (json as Record<string, unknown>)?.[name], request)
  if (type === 'N') return `DynamoDB takes numbers as text: write {"N": "${String(payload)}"}.`
  if (type === 'S' || type === 'B') return `The value of ${type} is text: write it in double quotes.`
  if (type === 'BOOL' || type === 'NULL') return `The value of ${type} is true or false, without quotes.`
  if (['SS', 'NS', 'BS'].includes(type)) return `The value of ${type} is a list of texts in double quotes.`
  return `${type} has a value of another JSON type than DynamoDB takes here.`
}
