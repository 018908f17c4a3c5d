// The request that a form means: expressions with their names and values filled in, and only the members
// that the operation has. Parts that cannot be written down yet (a list that is not JSON, a path that is
// none) are left out and told as problems. formOfRequest is its inverse.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html

import type { GetItemInput, Key, QueryInput, ScanInput } from '../../../engine/api.ts'
import { createAttributeMap } from '../../../engine/value/attributeValue.ts'
import { parsePathText } from './documentPathText.ts'
import { filterExpression, textPlaceholders } from './filterExpression.ts'
import { type FormProblem, problemAt } from './formProblem.ts'
import { keyConditionExpression } from './keyConditionExpression.ts'
import { createPlaceholders, type Placeholders } from './placeholders.ts'
import { findKeyCondition, type QueryForm } from './queryForm.ts'
import type { QueryTarget } from './queryTarget.ts'
import type { ReadRequest } from './readRequest.ts'
import { valueOfTypedText } from './typedText.ts'

export interface WrittenRequest {
  request: ReadRequest
  problems: FormProblem[]
}

/** `target` must be the form's own; GetItem takes the key attributes of its table. */
export function requestOfForm(form: QueryForm, target: QueryTarget): WrittenRequest {
  const problems: FormProblem[] = []
  return { request: writeRequest(form, target, problems), problems }
}

// Consumed capacity is always asked for, index by index: the results explain it.
const capacity = { ReturnConsumedCapacity: 'INDEXES' } as const

function writeRequest(form: QueryForm, target: QueryTarget, problems: FormProblem[]): ReadRequest {
  if (form.operation === 'GetItem') {
    return { operation: 'GetItem', input: { ...getItemMembers(form, target, problems), ...capacity } }
  }
  const members = pagedMembers(form, target, problems)
  if (form.operation === 'Query') return { operation: 'Query', input: { ...members, ...capacity } }
  return { operation: 'Scan', input: { ...members, ...segmentMembers(form), ...capacity } }
}

function getItemMembers(form: QueryForm, target: QueryTarget, problems: FormProblem[]): GetItemInput {
  const placeholders = createPlaceholders()
  const projection = projectionExpression(form, placeholders, problems)
  return {
    TableName: form.tableName,
    Key: keyOfForm(form, target, problems),
    ...(projection === undefined ? {} : { ProjectionExpression: projection }),
    ...placeholders.maps(),
    ...(form.consistentRead ? { ConsistentRead: true } : {}),
  }
}

function keyOfForm(form: QueryForm, target: QueryTarget, problems: FormProblem[]): Key {
  const key = createAttributeMap()
  for (const { name, type } of target.tableKeys) {
    const draft = findKeyCondition(form, name)?.values[0] ?? { type, text: '' }
    if (draft.text === '') problems.push(problemAt({ part: 'key', name }, `Give ${name} a value.`, true))
    const value = valueOfTypedText(draft)
    if (value) key[name] = value
  }
  return key
}

function pagedMembers(form: QueryForm, target: QueryTarget, problems: FormProblem[]): QueryInput & ScanInput {
  const placeholders = createPlaceholders(textPlaceholders(form.filter))
  const isQuery = form.operation === 'Query'
  const keyCondition = isQuery ? keyConditionExpression(form, target, placeholders, problems) : undefined
  const filter = filterExpression(form.filter, placeholders, problems)
  const projection = projectionExpression(form, placeholders, problems)
  return {
    TableName: form.tableName,
    ...(form.indexName === undefined ? {} : { IndexName: form.indexName }),
    ...(keyCondition === undefined ? {} : { KeyConditionExpression: keyCondition }),
    ...(filter === undefined ? {} : { FilterExpression: filter }),
    ...(projection === undefined ? {} : { ProjectionExpression: projection }),
    ...placeholders.maps(),
    ...(form.select === undefined ? {} : { Select: form.select }),
    ...(isQuery && form.newestFirst ? { ScanIndexForward: false } : {}),
    ...(form.limit === undefined ? {} : { Limit: form.limit }),
    ...(form.consistentRead ? { ConsistentRead: true } : {}),
    ...(form.startKey === undefined ? {} : { ExclusiveStartKey: form.startKey }),
  }
}

function segmentMembers({ segments }: QueryForm): Pick<ScanInput, 'Segment' | 'TotalSegments'> {
  return segments ? { Segment: segments.segment, TotalSegments: segments.totalSegments } : {}
}

function projectionExpression(
  form: QueryForm,
  placeholders: Placeholders,
  problems: FormProblem[],
): string | undefined {
  const paths = form.projection.flatMap((text) => {
    const path = parsePathText(text)
    if (path) return [placeholders.path(path)]
    problems.push(problemAt({ part: 'projection' }, `\`${text}\` is not a document path.`))
    return []
  })
  return paths.length > 0 ? paths.join(', ') : undefined
}
