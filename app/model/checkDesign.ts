// What DynamoDB would refuse in a table's definition, as data for forms and lists: one problem for each
// place. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html

import type {
  AttributeDefinition,
  CreateTableInput,
  GlobalSecondaryIndex,
  KeySchemaElement,
  LocalSecondaryIndex,
  Projection,
} from '../../engine/api.ts'
import type { Design } from './design.ts'

export interface DesignProblem {
  code: ProblemCode
  /** Where it stands: `tables[0].definition.GlobalSecondaryIndexes[1].IndexName`. */
  path: string
  message: string
}

export type ProblemCode =
  | 'table-name'
  | 'table-name-taken'
  | 'key-schema'
  | 'key-name'
  | 'key-definition'
  | 'unused-definition'
  | 'index-name'
  | 'index-name-taken'
  | 'index-count'
  | 'local-index-key'
  | 'projection'
  | 'capacity'

export const mostGlobalIndexes = 20
export const mostLocalIndexes = 5
export const mostProjectedAttributes = 20
export const mostProjectedAttributesOfTable = 100
export const mostIndexKeyAttributes = 4

/** The rule for the names of tables and indexes. */
export function isResourceName(name: string): boolean {
  return typeof name === 'string' && /^[a-zA-Z0-9_.-]{3,255}$/.test(name)
}

const nameRule = 'has to be 3 to 255 characters long, of a–z, A–Z, 0–9, “_”, “-” and “.” only'

export function checkDesign(design: Design): DesignProblem[] {
  const problems: DesignProblem[] = []
  const names = new Set<string>()
  design.tables.forEach(({ definition }, position) => {
    const at = `tables[${position}].definition.`
    if (names.has(definition.TableName)) {
      problems.push({
        code: 'table-name-taken',
        path: `${at}TableName`,
        message: `There is another table named ${definition.TableName}.`,
      })
    }
    names.add(definition.TableName)
    for (const problem of checkTableDefinition(definition)) {
      problems.push({ ...problem, path: at + problem.path })
    }
  })
  return problems
}

type Report = (code: ProblemCode, path: string, message: string) => void

/** Paths are those inside the definition. */
export function checkTableDefinition(definition: CreateTableInput): DesignProblem[] {
  const problems: DesignProblem[] = []
  const report: Report = (code, path, message) => problems.push({ code, path, message })
  if (!isResourceName(definition.TableName)) {
    report('table-name', 'TableName', `The name of a table ${nameRule}.`)
  }
  checkKeySchema(report, 'KeySchema', definition.KeySchema, 'the table')
  if (definition.KeySchema.length > 2) {
    report('key-schema', 'KeySchema', 'A table has one partition key and at most one sort key.')
  }
  checkKeyNames(report, 'KeySchema', definition.KeySchema, definition.AttributeDefinitions)
  checkIndexes(report, definition)
  checkDefinitionsUsed(report, definition)
  checkCapacity(report, definition)
  return problems
}

function checkKeySchema(report: Report, path: string, schema: KeySchemaElement[], owner: string): void {
  const hashCount = schema.filter((element) => element.KeyType === 'HASH').length
  if (hashCount === 0) report('key-schema', path, `The key of ${owner} needs a partition key.`)
  if (!schema.every((element) => element.KeyType === 'HASH' || element.KeyType === 'RANGE')) {
    report('key-schema', path, `In the key of ${owner}, each attribute is HASH or RANGE.`)
  }
  const leading = schema.slice(0, hashCount).every((element) => element.KeyType === 'HASH')
  if (!leading) report('key-schema', path, `In the key of ${owner}, partition keys come before sort keys.`)
  const names = schema.map((element) => element.AttributeName)
  const repeated = names.find((name, position) => names.indexOf(name) !== position)
  if (repeated !== undefined) {
    report('key-schema', path, `The attribute ${repeated} stands twice in the key of ${owner}.`)
  }
}

function checkKeyNames(
  report: Report,
  path: string,
  schema: KeySchemaElement[],
  definitions: AttributeDefinition[],
): void {
  schema.forEach(({ AttributeName: name }, position) => {
    const at = `${path}[${position}].AttributeName`
    if (name === '') report('key-name', at, 'A key attribute needs a name.')
    else if (new TextEncoder().encode(name).length > 255) {
      report('key-name', at, 'The name of a key attribute may take up 255 bytes at most.')
    }
    if (!definitions.some((each) => each.AttributeName === name)) {
      report('key-definition', at, `The key attribute ${name} has no type.`)
    }
  })
}

function checkIndexes(report: Report, definition: CreateTableInput): void {
  const local = definition.LocalSecondaryIndexes ?? []
  const global = definition.GlobalSecondaryIndexes ?? []
  if (local.length > mostLocalIndexes) {
    report('index-count', 'LocalSecondaryIndexes', `A table has at most ${mostLocalIndexes} local indexes.`)
  }
  if (global.length > mostGlobalIndexes) {
    report(
      'index-count',
      'GlobalSecondaryIndexes',
      `A table has at most ${mostGlobalIndexes} global indexes.`,
    )
  }
  const names = new Set<string>()
  local.forEach((index, position) => {
    const at = `LocalSecondaryIndexes[${position}].`
    checkIndex(report, at, index, definition, names)
    checkLocalIndexKey(report, at, index, definition)
  })
  global.forEach((index, position) => {
    const at = `GlobalSecondaryIndexes[${position}].`
    checkIndex(report, at, index, definition, names)
    checkGlobalIndexKey(report, at, index)
  })
  checkProjectedCount(report, [...local, ...global])
}

function checkIndex(
  report: Report,
  at: string,
  index: LocalSecondaryIndex,
  definition: CreateTableInput,
  names: Set<string>,
): void {
  if (!isResourceName(index.IndexName))
    report('index-name', `${at}IndexName`, `The name of an index ${nameRule}.`)
  if (names.has(index.IndexName)) {
    report('index-name-taken', `${at}IndexName`, `The table has another index named ${index.IndexName}.`)
  }
  names.add(index.IndexName)
  checkKeySchema(report, `${at}KeySchema`, index.KeySchema, `the index ${index.IndexName}`)
  checkKeyNames(report, `${at}KeySchema`, index.KeySchema, definition.AttributeDefinitions)
  checkProjection(report, `${at}Projection`, index.Projection)
}

function checkLocalIndexKey(
  report: Report,
  at: string,
  index: LocalSecondaryIndex,
  definition: CreateTableInput,
): void {
  const path = `${at}KeySchema`
  const partitionKey = nameOf(definition.KeySchema, 'HASH')
  if (nameOf(definition.KeySchema, 'RANGE') === undefined) {
    report('local-index-key', path, 'Only a table with a sort key can have local indexes.')
  }
  if (nameOf(index.KeySchema, 'HASH') !== partitionKey) {
    report('local-index-key', path, `A local index has the table’s partition key, ${partitionKey}.`)
  }
  if (index.KeySchema.length !== 2 || nameOf(index.KeySchema, 'RANGE') === undefined) {
    report('local-index-key', path, 'A local index has exactly one sort key besides the partition key.')
  }
}

function checkGlobalIndexKey(report: Report, at: string, index: GlobalSecondaryIndex): void {
  for (const [keyType, words] of [
    ['HASH', 'partition key'],
    ['RANGE', 'sort key'],
  ] as const) {
    const count = index.KeySchema.filter((element) => element.KeyType === keyType).length
    if (count > mostIndexKeyAttributes) {
      report('key-schema', `${at}KeySchema`, `A global index has at most 4 ${words} attributes.`)
    }
  }
}

function checkProjection(report: Report, path: string, projection: Projection): void {
  const names = projection.NonKeyAttributes
  if (projection.ProjectionType === undefined) {
    report('projection', path, 'Choose what the index projects: ALL, KEYS_ONLY or INCLUDE.')
  } else if (projection.ProjectionType !== 'INCLUDE') {
    if (names) report('projection', path, `A projection of ${projection.ProjectionType} lists no attributes.`)
  } else if (!names || names.length === 0) {
    report('projection', path, 'A projection of INCLUDE lists the attributes to include.')
  } else if (names.length > mostProjectedAttributes) {
    report('projection', path, `A projection lists at most ${mostProjectedAttributes} attributes.`)
  }
}

function checkProjectedCount(report: Report, indexes: LocalSecondaryIndex[]): void {
  let count = 0
  for (const { Projection } of indexes) count += Projection.NonKeyAttributes?.length ?? 0
  if (count > mostProjectedAttributesOfTable) {
    const message = `The indexes of a table list at most ${mostProjectedAttributesOfTable} attributes together.`
    report('projection', 'GlobalSecondaryIndexes', message)
  }
}

function checkDefinitionsUsed(report: Report, definition: CreateTableInput): void {
  const used = new Set(usedKeyNames(definition))
  const seen = new Set<string>()
  definition.AttributeDefinitions.forEach(({ AttributeName: name, AttributeType }, position) => {
    const path = `AttributeDefinitions[${position}]`
    if (!used.has(name))
      report('unused-definition', path, `${name} is no key attribute: it has no type here.`)
    if (!['S', 'N', 'B'].includes(AttributeType))
      report('key-definition', path, `The type of ${name} is S, N or B.`)
    if (seen.has(name)) report('unused-definition', path, `${name} is defined twice.`)
    seen.add(name)
  })
}

function checkCapacity(report: Report, definition: CreateTableInput): void {
  const { BillingMode, ProvisionedThroughput } = definition
  const onDemand = BillingMode === 'PAY_PER_REQUEST'
  const holders = [
    { at: '', throughput: ProvisionedThroughput },
    ...(definition.GlobalSecondaryIndexes ?? []).map((index, position) => ({
      at: `GlobalSecondaryIndexes[${position}].`,
      throughput: index.ProvisionedThroughput,
    })),
  ]
  for (const { at, throughput } of holders) {
    const path = `${at}ProvisionedThroughput`
    if (onDemand && throughput)
      report('capacity', path, 'On-demand billing goes without provisioned capacity.')
    if (!onDemand && !throughput)
      report('capacity', path, 'Provisioned billing needs read and write capacity.')
    if (
      !onDemand &&
      throughput &&
      !(throughput.ReadCapacityUnits >= 1 && throughput.WriteCapacityUnits >= 1)
    ) {
      report('capacity', path, 'Read and write capacity are 1 or more each.')
    }
  }
}

/** The attributes of all keys of the table and its indexes, each once, the table's first. */
export function usedKeyNames(definition: CreateTableInput): string[] {
  const names = new Set<string>()
  const schemas = [
    definition,
    ...(definition.LocalSecondaryIndexes ?? []),
    ...(definition.GlobalSecondaryIndexes ?? []),
  ]
  for (const { KeySchema } of schemas) for (const { AttributeName } of KeySchema) names.add(AttributeName)
  return [...names]
}

function nameOf(schema: KeySchemaElement[], keyType: 'HASH' | 'RANGE'): string | undefined {
  return schema.find((element) => element.KeyType === keyType)?.AttributeName
}
