import type { CreateTableInput, LocalSecondaryIndex } from '../../engine/api.ts'
import {
  createIndexForm,
  createTableForm,
  type IndexForm,
  type KeyPart,
  type TableForm,
} from './tableForm.ts'

/** The form that stands for an existing table, so that a new index is checked together with it. */
export function formOfDefinition(definition: CreateTableInput): TableForm {
  const part = (name: string): KeyPart => ({
    name,
    type:
      definition.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)?.AttributeType ??
      'S',
  })
  const parts = (index: Pick<LocalSecondaryIndex, 'KeySchema'>, keyType: 'HASH' | 'RANGE') =>
    index.KeySchema.filter((key) => key.KeyType === keyType).map((key) => part(key.AttributeName))
  const indexForm = (kind: IndexForm['kind'], index: LocalSecondaryIndex): IndexForm => ({
    ...createIndexForm(kind, index.IndexName),
    partition: parts(index, 'HASH'),
    sort: parts(index, 'RANGE'),
    projection: index.Projection.ProjectionType ?? 'ALL',
    included: (index.Projection.NonKeyAttributes ?? []).join(','),
  })
  return {
    ...createTableForm(),
    name: definition.TableName,
    partition: parts(definition, 'HASH')[0] ?? { name: '', type: 'S' },
    sort: parts(definition, 'RANGE')[0] ?? { name: '', type: 'S' },
    indexes: [
      ...(definition.LocalSecondaryIndexes ?? []).map((index) => indexForm('LSI', index)),
      ...(definition.GlobalSecondaryIndexes ?? []).map((index) => indexForm('GSI', index)),
    ],
    billing: definition.BillingMode ?? 'PROVISIONED',
  }
}
