// What a request names: the table and index that it would read, and the operation that its members belong to.
// Read from JSON as it stands, whether a form can show the rest or not.

import type { ReadOperation } from './queryForm.ts'

export interface RequestAim {
  tableName: string
  indexName: string | undefined
}

/** Undefined while the JSON names no table. */
export function findAim(json: unknown): RequestAim | undefined {
  if (!isObject(json) || typeof json.TableName !== 'string') return undefined
  const indexName = typeof json.IndexName === 'string' ? json.IndexName : undefined
  return { tableName: json.TableName, indexName }
}

export function aimLabel({ tableName, indexName }: RequestAim): string {
  return indexName === undefined ? tableName : `${tableName} / ${indexName}`
}

/** The one operation that has these members; undefined when several have, or none. */
export function findOperation(json: unknown): ReadOperation | undefined {
  if (!isObject(json)) return undefined
  const found = (Object.keys(telling) as ReadOperation[]).filter((operation) =>
    telling[operation].some((name) => json[name] !== undefined && json[name] !== null),
  )
  return found.length === 1 ? found[0] : undefined
}

/** Members that only one of the operations has. */
const telling: Record<ReadOperation, string[]> = {
  GetItem: ['Key'],
  Query: ['KeyConditionExpression', 'KeyConditions', 'QueryFilter', 'ScanIndexForward'],
  Scan: ['Segment', 'TotalSegments', 'ScanFilter'],
}

/** The request aimed at another target; undefined when it is no request at all. */
export function withAim(json: unknown, { tableName, indexName }: RequestAim): object | undefined {
  if (!isObject(json)) return undefined
  const { TableName: _table, IndexName: _index, ...rest } = json
  return { TableName: tableName, ...(indexName === undefined ? {} : { IndexName: indexName }), ...rest }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
