// One table from the JSON that goes into CreateTable or comes out of DescribeTable.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html

import type { CreateTableInput } from '../../engine/api.ts'
import { checkTableDefinition } from '../model/checkDesign.ts'
import { createDesign, createTableDesign } from '../model/design.ts'
import { withUsedDefinitions } from '../model/edits.ts'
import { isJsonObject, type JsonObject } from '../values/jsonDocument.ts'
import { writeCreateTable } from './createTableJson.ts'
import { ImportError } from './importError.ts'
import type { ImportedDesign, ReadOptions } from './nosqlWorkbench.ts'
import { createReport, type Note } from './report.ts'
import { resourceName } from './resourceName.ts'
import { extensionMembers } from './workbenchFormat.ts'

export interface FoundTable {
  format: 'create-table' | 'describe-table'
  json: JsonObject
  path: string
}

export function findTableDefinition(json: unknown): FoundTable | undefined {
  if (!isJsonObject(json)) return undefined
  if (isTable(json))
    return { format: 'TableStatus' in json ? 'describe-table' : 'create-table', json, path: '$' }
  for (const name of ['Table', 'TableDescription']) {
    const inner = json[name]
    if (isJsonObject(inner) && isTable(inner))
      return { format: 'describe-table', json: inner, path: `$.${name}` }
  }
  return undefined
}

function isTable(json: JsonObject): boolean {
  return Array.isArray(json.KeySchema) && Array.isArray(json.AttributeDefinitions)
}

/** Throws ImportError for a definition that DynamoDB would refuse. */
export function readTableDefinition(found: FoundTable, options: ReadOptions = {}): ImportedDesign {
  const report = createReport(options.earlier)
  const definition = readDefinition(found, options.fallbackName, report.note)
  const [problem] = checkTableDefinition(definition)
  if (problem !== undefined) throw refused(problem.message, `${found.path}.${problem.path}`)
  const design = createDesign(options.fallbackName ?? definition.TableName)
  design.tables.push(createTableDesign(definition))
  return { design, items: new Map([[definition.TableName, []]]), report: report.finish(1, 0) }
}

function refused(message: string, path: string): ImportError {
  return new ImportError(
    message,
    'DynamoDB would refuse this table: correct the definition and open it again.',
    {
      path: path.replace(/^(.*)\["(.*)"\]$/, '$1.$2'),
    },
  )
}

// Members that CreateTable takes; those of a description have other names or say what the live table does.
const understood = new Set<string>([
  'TableName',
  'AttributeDefinitions',
  'KeySchema',
  'LocalSecondaryIndexes',
  'GlobalSecondaryIndexes',
  'BillingMode',
  'BillingModeSummary',
  'ProvisionedThroughput',
  'TableClassSummary',
  ...extensionMembers,
])

function readDefinition(
  { json, path }: FoundTable,
  fallback: string | undefined,
  note: Note,
): CreateTableInput {
  const others = Object.keys(json).filter((name) => !understood.has(name))
  if (others.length > 0) note('left', path, `Not part of a design: ${others.join(', ')}.`)
  const TableName = json.TableName ?? resourceName(fallback, 'Table', new Set())
  if (TableName !== json.TableName) {
    note('repaired', `${path}.TableName`, `The table has no name: it was named ${TableName}.`)
  }
  try {
    return writeCreateTable({ definition: withUsedDefinitions(definitionOf({ ...json, TableName })) })
  } catch {
    // A list that is none, an element that is no object: TypeErrors of reading members.
    throw refused('The table definition is not in the form of CreateTable.', path)
  }
}

function definitionOf(json: JsonObject): CreateTableInput {
  const { BillingModeSummary, TableClassSummary, ...members } = json
  const stated =
    members.BillingMode ?? (isJsonObject(BillingModeSummary) ? BillingModeSummary.BillingMode : undefined)
  const capacity = isJsonObject(json.ProvisionedThroughput) ? json.ProvisionedThroughput : {}
  // A table on demand is described with a capacity of 0.
  const onDemand = stated === 'PAY_PER_REQUEST' || (stated === undefined && !capacity.ReadCapacityUnits)
  const definition = { ...members, BillingMode: onDemand ? 'PAY_PER_REQUEST' : 'PROVISIONED' } as JsonObject
  if (onDemand) delete definition.ProvisionedThroughput
  if (isJsonObject(TableClassSummary)) definition.TableClass = TableClassSummary.TableClass
  if (
    !isJsonObject(definition.StreamSpecification) ||
    definition.StreamSpecification.StreamEnabled !== true
  ) {
    delete definition.StreamSpecification
  }
  return definition as unknown as CreateTableInput
}
