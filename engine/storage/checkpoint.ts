// Between the tables in memory and their stored form: what a checkpoint writes, and how tables come back as
// stubs whose pages are fetched when first touched.

import { Catalog } from '../table/catalog.ts'
import { type Page, printPage } from '../table/page.ts'
import { SortedItems } from '../table/sortedItems.ts'
import { Table } from '../table/table.ts'
import {
  type Checkpoint,
  FORMAT_VERSION,
  type PageRef,
  type StoredCatalog,
  type StoredTable,
} from './store.ts'

/** A checkpoint on its way to the store. */
export interface PlannedCheckpoint {
  checkpoint: Checkpoint
  /** For one that was not stored: gives the work back, so that the next checkpoint does it again. */
  failed(): void
}

/** Takes the state of memory at one moment. Dropped pages are those of tables that are gone. */
export function planCheckpoint(
  catalog: Catalog,
  sequence: number,
  firstFreePageId: number,
  droppedPages: number[],
): PlannedCheckpoint {
  const writtenPages = new Map<number, string>()
  const dirtyPages: Page[] = []
  const removedLists = [droppedPages]
  let nextPageId = firstFreePageId
  for (const table of catalog.tables()) {
    removedLists.push(table.removedPages)
    for (const items of sortedItemsOf(table)) {
      items.dropEmptyPages()
      removedLists.push(items.removedPages)
      for (const page of items.pages) {
        if (!page.dirty) continue
        if (page.id === 0) page.id = nextPageId++
        writtenPages.set(page.id, printPage(page))
        page.dirty = false
        dirtyPages.push(page)
      }
    }
  }
  const removed = removedLists.map((list) => list.splice(0))
  const stored = storedCatalog(catalog, sequence, nextPageId)
  return {
    checkpoint: { catalog: stored, writtenPages, removedPages: removed.flat() },
    failed: () => {
      for (const page of dirtyPages) page.dirty = true
      for (const [place, ids] of removed.entries()) removedLists[place]!.push(...ids)
    },
  }
}

export function loadCatalog(stored: StoredCatalog | undefined): Catalog {
  const catalog = new Catalog()
  for (const { definition, items, indexes } of stored?.tables ?? []) {
    const entries = new Map(Object.entries(indexes).map(([name, refs]) => [name, loadItems(refs)]))
    catalog.add(new Table(definition, loadItems(items), entries))
  }
  return catalog
}

function* sortedItemsOf(table: Table): IterableIterator<SortedItems> {
  yield table.items
  for (const index of table.indexes.values()) yield index.entries
}

function storedCatalog(catalog: Catalog, sequence: number, nextPageId: number): StoredCatalog {
  const tables = [...catalog.tables()].map(storedTable)
  return { formatVersion: FORMAT_VERSION, sequence, nextPageId, tables }
}

function storedTable(table: Table): StoredTable {
  const indexes: Record<string, PageRef[]> = Object.create(null)
  for (const [name, index] of table.indexes) indexes[name] = pageRefs(index.entries)
  return { definition: table.definition, items: pageRefs(table.items), indexes }
}

function pageRefs(items: SortedItems): PageRef[] {
  return items.pages.map(({ id, firstKey, count, sizeBytes }) => ({ id, firstKey, count, sizeBytes }))
}

function loadItems(refs: readonly PageRef[]): SortedItems {
  return new SortedItems(refs.map((ref) => ({ ...ref, entries: undefined, dirty: false })))
}
