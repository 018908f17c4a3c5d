// Where the picture reads items from: by position in the order of a Scan, with the item collections that the
// window touches. The engine answers it; a test gives a list.

import type { Item } from '../../../engine/value/attributeValue.ts'
import type { BesideCalls } from '../../../engine/worker/beside.ts'
import type { TableShape } from '../tableShape.ts'

type EngineOutput = Awaited<ReturnType<BesideCalls['readCollections']>>

export type CollectionExtent = EngineOutput['collections'][number]

export type CollectionEntry = EngineOutput['entries'][number] & {
  /** The item with what tells its entity, where the index drops that. */
  classified?: Item
}

export interface ReadCollectionsOutput extends Omit<EngineOutput, 'entries'> {
  entries: CollectionEntry[]
}

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
