// A table as the service describes it: its definition, with the counts and sizes of the moment.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html

import type { TableDescription } from '../api.ts'
import type { Table } from '../table/table.ts'
import type { IndexDefinition, TableDefinition } from '../table/tableDefinition.ts'

/** The table is missing while it is being created. A table that is being deleted has no indexes to show. */
export function describeDefinition(definition: TableDefinition, table: Table | undefined): TableDescription {
  const {
    Tags: _tags,
    ResourcePolicy: _policy,
    LocalSecondaryIndexes,
    GlobalSecondaryIndexes,
    ...rest
  } = definition
  const isDeleting = definition.TableStatus === 'DELETING'
  return {
    ...rest,
    TableSizeBytes: table?.items.sizeBytes ?? 0,
    ItemCount: table?.items.count ?? 0,
    ...(LocalSecondaryIndexes &&
      !isDeleting && {
        LocalSecondaryIndexes: LocalSecondaryIndexes.map((index) => describeIndex(index, table)),
      }),
    ...(GlobalSecondaryIndexes &&
      !isDeleting && {
        GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => describeIndex(index, table)),
      }),
  }
}

function describeIndex<Definition extends IndexDefinition>(
  definition: Definition,
  table: Table | undefined,
): Definition & { IndexSizeBytes: number; ItemCount: number } {
  const entries = table?.indexes.get(definition.IndexName)?.entries
  return { ...definition, IndexSizeBytes: entries?.sizeBytes ?? 0, ItemCount: entries?.count ?? 0 }
}
