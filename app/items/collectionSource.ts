// Where the picture reads items from: by position in the order of a Scan, with the item collections that the
// window touches. The engine answers it; a test gives a list.

import type { BesideCalls } from '../../engine/worker/beside.ts'
import type { TableShape } from './tableShape.ts'

export type ReadCollectionsOutput = Awaited<ReturnType<BesideCalls['readCollections']>>
export type CollectionEntry = ReadCollectionsOutput['entries'][number]
export type CollectionExtent = ReadCollectionsOutput['collections'][number]

export interface CollectionSource {
  read(position: number, count: number): Promise<ReadCollectionsOutput>
}

export function engineSource(beside: BesideCalls, shape: TableShape): CollectionSource {
  const { tableName: TableName, indexName } = shape
  return {
    read: (position, count) =>
      beside.readCollections({ TableName, ...(indexName ? { IndexName: indexName } : {}), position, count }),
  }
}
