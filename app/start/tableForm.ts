// The new-table form and the CreateTable request that it stands for. The form keeps what is not valid yet;
// the request is made of it at every key press, and checked.

import type { AttributeDefinition, CreateTableInput, KeySchemaElement, Projection } from '../../engine/api.ts'
import type { ScalarAttributeType } from '../../engine/value/attributeValue.ts'

export interface KeyPart {
  name: string
  type: ScalarAttributeType
}

export interface IndexForm {
  /** Of this form only: what React tells indexes apart by. */
  id: number
  kind: 'GSI' | 'LSI'
  name: string
  /** An LSI shares the partition key of its table, and this is not used. */
  partition: KeyPart[]
  sort: KeyPart[]
  projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'
  /** Attribute names, separated by commas. */
  included: string
  readUnits: number | undefined
  writeUnits: number | undefined
}

export interface TableForm {
  name: string
  partition: KeyPart
  /** Without a name: the table has no sort key. */
  sort: KeyPart
  indexes: IndexForm[]
  billing: 'PAY_PER_REQUEST' | 'PROVISIONED'
  readUnits: number | undefined
  writeUnits: number | undefined
}

const DEFAULT_UNITS = 5

export function createTableForm(): TableForm {
  return {
    name: '',
    partition: { name: 'PK', type: 'S' },
    sort: { name: 'SK', type: 'S' },
    indexes: [],
    billing: 'PAY_PER_REQUEST',
    readUnits: DEFAULT_UNITS,
    writeUnits: DEFAULT_UNITS,
  }
}

let nextIndexId = 1

export function createIndexForm(kind: IndexForm['kind'], name: string): IndexForm {
  return {
    id: nextIndexId++,
    kind,
    name,
    partition: [{ name: '', type: 'S' }],
    sort: [{ name: '', type: 'S' }],
    projection: 'ALL',
    included: '',
    readUnits: DEFAULT_UNITS,
    writeUnits: DEFAULT_UNITS,
  }
}

/** 'GSI1', 'GSI2', …: the first that is not taken. */
export function freeIndexName(kind: IndexForm['kind'], taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`${kind}${number}`)) return `${kind}${number}`
}

const named = (parts: readonly KeyPart[]) => parts.filter(({ name }) => name !== '')

function schemaOf(partition: readonly KeyPart[], sort: readonly KeyPart[]): KeySchemaElement[] {
  return [
    ...partition.map(({ name }) => ({ AttributeName: name, KeyType: 'HASH' as const })),
    ...named(sort).map(({ name }) => ({ AttributeName: name, KeyType: 'RANGE' as const })),
  ]
}

function projectionOf({ projection, included }: IndexForm): Projection {
  if (projection !== 'INCLUDE') return { ProjectionType: projection }
  const names = included.split(',').map((name) => name.trim())
  return { ProjectionType: 'INCLUDE', NonKeyAttributes: [...new Set(names.filter((name) => name !== ''))] }
}

function throughputOf(form: { readUnits: number | undefined; writeUnits: number | undefined }) {
  return {
    ProvisionedThroughput: {
      ReadCapacityUnits: form.readUnits ?? 0,
      WriteCapacityUnits: form.writeUnits ?? 0,
    },
  }
}

/** The partition key attributes that an index of this table has. */
export function partitionOf(form: Pick<TableForm, 'partition'>, index: IndexForm): KeyPart[] {
  return index.kind === 'LSI' ? [form.partition] : index.partition
}

export function globalIndexOf(index: IndexForm, billing: TableForm['billing']) {
  return {
    IndexName: index.name,
    KeySchema: schemaOf(index.partition, index.sort),
    Projection: projectionOf(index),
    ...(billing === 'PROVISIONED' ? throughputOf(index) : {}),
  }
}

/** The first type given to each key attribute; see findTypeConflicts for the others. */
export function definitionsOf(parts: readonly KeyPart[]): AttributeDefinition[] {
  const types = new Map<string, ScalarAttributeType>()
  for (const { name, type } of parts) if (name !== '' && !types.has(name)) types.set(name, type)
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }))
}

export function keyPartsOf(form: TableForm): KeyPart[] {
  return [
    form.partition,
    form.sort,
    ...form.indexes.flatMap((index) => [...partitionOf(form, index), ...index.sort]),
  ]
}

/** The request that the form stands for. */
export function definitionOfForm(form: TableForm): CreateTableInput {
  const local = form.indexes.filter(({ kind }) => kind === 'LSI')
  const global = form.indexes.filter(({ kind }) => kind === 'GSI')
  return {
    TableName: form.name,
    AttributeDefinitions: definitionsOf(keyPartsOf(form)),
    KeySchema: schemaOf([form.partition], [form.sort]),
    ...(local.length > 0 ? { LocalSecondaryIndexes: local.map((index) => localIndexOf(form, index)) } : {}),
    ...(global.length > 0
      ? { GlobalSecondaryIndexes: global.map((index) => globalIndexOf(index, form.billing)) }
      : {}),
    BillingMode: form.billing,
    ...(form.billing === 'PROVISIONED' ? throughputOf(form) : {}),
  }
}

function localIndexOf(form: TableForm, index: IndexForm) {
  return {
    IndexName: index.name,
    KeySchema: schemaOf([form.partition], index.sort),
    Projection: projectionOf(index),
  }
}
