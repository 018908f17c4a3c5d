// What is particular to NoSQL Workbench's data model files: members that belong to the format without
// meaning anything to a design, its defaults, and our extension.
//
// The format cannot say some things that a design can. They stand in a member named "Sortkey" of the table,
// index or facet they belong to; other tools read the file without them:
// - index: { KeySchema, AttributeDefinitions } of a key with several attributes on a side (KeyAttributes
//   then names the first of each side);
// - table: { CreateTable } with the members of CreateTable that the format lacks, such as streams;
// - facet: { Match, Color }, where they differ from what the facet's items show.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/workbench.Modeler.html

import type { CreateTableInput } from '../../engine/api.ts'
import type { JsonObject } from '../values/jsonDocument.ts'

export const extensionName = 'Sortkey'

export const serviceName = 'Amazon DynamoDB'
export const currentVersion = '3.0'
export const knownVersions = ['1.0', '2.0', '3.0']

/** What NoSQL Workbench writes at every table and facet. */
export function defaultDataAccess(): JsonObject {
  return { MySql: {} }
}

export function isDefaultDataAccess(value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(defaultDataAccess())
}

/** Members of CreateTable that stand in the extension. */
export const extensionMembers = [
  'StreamSpecification',
  'SSESpecification',
  'Tags',
  'TableClass',
  'DeletionProtectionEnabled',
  'WarmThroughput',
  'OnDemandThroughput',
  'ResourcePolicy',
] as const satisfies (keyof CreateTableInput)[]

/** Likewise for global indexes. */
export const indexExtensionMembers = ['OnDemandThroughput', 'WarmThroughput'] as const
