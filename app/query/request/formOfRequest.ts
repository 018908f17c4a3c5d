// The form that writes a given request, the inverse of requestOfForm; or, in plain words, why no form can.
// What runs is always the request as it stands: a request beyond the form stays JSON.
// Law: formOfRequest(requestOfForm(f)) keeps f.

import type { AttributeMap, AttributeValue } from '../../../engine/value/attributeValue.ts'
import { BeyondForm } from './beyondForm.ts'
import { filterOfExpression } from './filterOfExpression.ts'
import { keyConditionsOfExpression } from './keyConditionsOfExpression.ts'
import { projectionOfExpression } from './projectionOfExpression.ts'
import type { KeyCondition, QueryForm, ReadOperation } from './queryForm.ts'
import { findTarget, type QueryTarget, type TableShape } from './queryTarget.ts'
import { isWireValue, type RequestMembers, readRequestMembers } from './requestMembers.ts'
import { typedTextOfValue } from './typedText.ts'

export type FormResult = { form: QueryForm } | { reason: string }

/** `base` keeps what the operation does not have; `findDefinition` knows the tables of the design. */
export function formOfRequest(
  operation: ReadOperation,
  request: unknown,
  findDefinition: (tableName: string) => TableShape | undefined,
  base: QueryForm,
): FormResult {
  try {
    const members = readRequestMembers(operation, request)
    const definition = findDefinition(members.TableName)
    if (!definition) throw new BeyondForm(`This project has no table ${members.TableName}.`)
    const target = findTarget(definition, members.IndexName)
    if (!target) throw new BeyondForm(`${members.TableName} has no index ${members.IndexName}.`)
    return { form: buildForm(operation, members, target, base) }
  } catch (error) {
    if (error instanceof BeyondForm) return { reason: error.message }
    throw error
  }
}

function buildForm(
  operation: ReadOperation,
  members: RequestMembers,
  target: QueryTarget,
  base: QueryForm,
): QueryForm {
  const shared = {
    ...base,
    operation,
    tableName: target.tableName,
    projection: projectionOfExpression(members),
    consistentRead: members.ConsistentRead === true,
  }
  if (operation === 'GetItem') {
    return { ...shared, keys: mergeKeys(base, target, readKey(members.Key ?? {}, target)) }
  }
  const paged: QueryForm = {
    ...shared,
    indexName: target.indexName,
    filter: filterOfExpression(members, base.filter),
    select: members.Select,
    limit: members.Limit,
    startKey: members.ExclusiveStartKey,
  }
  if (operation === 'Scan') return { ...paged, segments: segmentsOf(members) }
  const conditions = keyConditionsOfExpression(members, target)
  return {
    ...paged,
    keys: mergeKeys(base, target, conditions),
    newestFirst: members.ScanIndexForward === false,
  }
}

/** Conditions on keys of other targets stay, so that changing the index back finds them. */
function mergeKeys(base: QueryForm, target: QueryTarget, conditions: KeyCondition[]): KeyCondition[] {
  const names = new Set(target.keys.map((key) => key.name))
  return [...conditions, ...base.keys.filter(({ name }) => !names.has(name))]
}

function readKey(key: AttributeMap, { tableKeys }: QueryTarget): KeyCondition[] {
  const surplus = Object.keys(key).find((name) => !tableKeys.some((each) => each.name === name))
  if (surplus !== undefined) throw new BeyondForm(`${surplus} is not a key attribute of the table.`)
  return tableKeys.map(({ name, type }) => {
    const value: AttributeValue | undefined = Object.hasOwn(key, name) ? key[name] : undefined
    if (!value || !isWireValue(value) || !(type in value)) {
      throw new BeyondForm(`The key attribute ${name} has the type ${type}.`)
    }
    return { name, operator: '=', values: [typedTextOfValue(value)] }
  })
}

function segmentsOf({ Segment, TotalSegments }: RequestMembers): QueryForm['segments'] {
  if (Segment === undefined && TotalSegments === undefined) return undefined
  if (Segment === undefined || TotalSegments === undefined) {
    throw new BeyondForm('Segment and TotalSegments only make sense together.')
  }
  return { segment: Segment, totalSegments: TotalSegments }
}
