// The design document: what a person draws, apart from the items. Tables in the shape of CreateTable,
// entities (NoSQL Workbench says facets) and whatever an imported file held besides.
// Invariant: it is plain JSON, and edits (edits.ts) give a new document, never a changed one.

import type { CreateTableInput } from '../../engine/api.ts'
import type { AttributeType, AttributeValue } from '../../engine/value/attributeValue.ts'

export interface Design {
  formatVersion: 1
  name: string
  description: string
  author: string
  dateCreated: string
  dateLastModified: string
  tables: TableDesign[]
  /** Members of the imported document that we do not know, kept in their places for the export. */
  extra: Extra
}

export interface TableDesign {
  definition: CreateTableInput
  /** Attributes outside the primary key that the design knows by name. */
  attributes: AttributeNote[]
  entities: Entity[]
  unplaced: UnplacedItem[]
  /** Unknown members of the source's indexes; absent when there are none. */
  indexNotes?: IndexNote[]
  extra: Extra
}

export interface IndexNote {
  name: string
  extra: Extra
}

export interface AttributeNote {
  name: string
  type?: AttributeType
  extra: Extra
}

/** Items that mean the same kind of thing: orders, users, … */
export interface Entity {
  name: string
  /** 0-based place in the palette of entity colours. */
  color: number
  /** Found from the items, not drawn by a person; never exported as a facet. */
  inferred: boolean
  partitionKeyAlias?: string
  sortKeyAlias?: string
  /** Non-key attributes of the entity. */
  attributes: string[]
  match: EntityMatch
  /** keyText() of the items that `match` does not tell apart. */
  members: string[]
  extra: Extra
}

/** How an item is recognised: all that is given must hold; an empty match recognises nothing. */
export interface EntityMatch {
  partitionKeyPrefix?: string
  sortKeyPrefix?: string
  typeAttribute?: { name: string; value: AttributeValue }
}

/** An item of the source that DynamoDB would refuse: kept as it stood, and exported again. */
export interface UnplacedItem {
  /** The list that held it, by names, such as `Shop.TableFacets.Order.TableData`. */
  path: string
  value: unknown
  reason: string
  /** The facet that held it, when it did not stand in the table's own data. */
  facet?: string
}

/**
 * Members that we do not know, and values of known members that we could not use: an object mirrors the
 * source's members, a list holds the elements of the source's list that were left over.
 */
export type Extra = Record<string, unknown>

export function createDesign(name: string, now: Date = new Date()): Design {
  const date = now.toISOString()
  return {
    formatVersion: 1,
    name,
    description: '',
    author: '',
    dateCreated: date,
    dateLastModified: date,
    tables: [],
    extra: {},
  }
}

export function createTableDesign(definition: CreateTableInput): TableDesign {
  return { definition, attributes: [], entities: [], unplaced: [], extra: {} }
}

export function findTable(design: Design, tableName: string): TableDesign | undefined {
  return design.tables.find((table) => table.definition.TableName === tableName)
}
