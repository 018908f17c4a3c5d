// Edits of the design document: each takes a document and gives a new one that shares what stayed as it was.
// An edit of something that is not there gives the document back unchanged.

import type {
  AttributeDefinition,
  CreateTableInput,
  GlobalSecondaryIndex,
  LocalSecondaryIndex,
} from '../../engine/api.ts'
import { usedKeyNames } from './checkDesign.ts'
import {
  type AttributeNote,
  createTableDesign,
  type Design,
  type Entity,
  type TableDesign,
} from './design.ts'

export function renameDesign(design: Design, name: string): Design {
  return { ...design, name }
}

export function addTable(design: Design, definition: CreateTableInput): Design {
  return { ...design, tables: [...design.tables, createTableDesign(withUsedDefinitions(definition))] }
}

export function removeTable(design: Design, tableName: string): Design {
  const tables = design.tables.filter((table) => table.definition.TableName !== tableName)
  return tables.length === design.tables.length ? design : { ...design, tables }
}

/** `definitions` gives the types of those key attributes that the table does not define yet. */
export function addIndex(
  design: Design,
  tableName: string,
  index: { local: LocalSecondaryIndex } | { global: GlobalSecondaryIndex },
  definitions: AttributeDefinition[] = [],
): Design {
  return editDefinition(design, tableName, (definition) => {
    const known = new Set(definition.AttributeDefinitions.map((each) => each.AttributeName))
    const added = definitions.filter((each) => !known.has(each.AttributeName))
    const next = { ...definition, AttributeDefinitions: [...definition.AttributeDefinitions, ...added] }
    if ('local' in index) next.LocalSecondaryIndexes = [...(next.LocalSecondaryIndexes ?? []), index.local]
    else next.GlobalSecondaryIndexes = [...(next.GlobalSecondaryIndexes ?? []), index.global]
    return withUsedDefinitions(next)
  })
}

export function removeIndex(design: Design, tableName: string, indexName: string): Design {
  return editTable(design, tableName, (table) => {
    const { LocalSecondaryIndexes, GlobalSecondaryIndexes, ...rest } = table.definition
    const local = LocalSecondaryIndexes?.filter((index) => index.IndexName !== indexName) ?? []
    const global = GlobalSecondaryIndexes?.filter((index) => index.IndexName !== indexName) ?? []
    const definition: CreateTableInput = { ...rest }
    if (local.length > 0) definition.LocalSecondaryIndexes = local
    if (global.length > 0) definition.GlobalSecondaryIndexes = global
    const { indexNotes, ...others } = table
    const notes = indexNotes?.filter((note) => note.name !== indexName) ?? []
    const next: TableDesign = { ...others, definition: withUsedDefinitions(definition) }
    return notes.length > 0 ? { ...next, indexNotes: notes } : next
  })
}

export function addEntity(design: Design, tableName: string, entity: Entity): Design {
  return editTable(design, tableName, (table) => ({ ...table, entities: [...drawn(table.entities), entity] }))
}

export function replaceEntity(design: Design, tableName: string, entityName: string, entity: Entity): Design {
  return editTable(design, tableName, (table) => ({
    ...table,
    entities: drawn(table.entities.map((each) => (each.name === entityName ? entity : each))),
  }))
}

/** Puts found entities in the place of those found before; those that a person drew stay. */
export function setInferredEntities(design: Design, tableName: string, entities: Entity[]): Design {
  return editTable(design, tableName, (table) => {
    const isDrawn = table.entities.some((entity) => !entity.inferred)
    return isDrawn ? table : { ...table, entities }
  })
}

export function setAttributes(design: Design, tableName: string, attributes: AttributeNote[]): Design {
  return editTable(design, tableName, (table) => ({ ...table, attributes }))
}

/** Definitions of exactly the attributes that keys use, in the order of their use. */
export function withUsedDefinitions(definition: CreateTableInput): CreateTableInput {
  const used = usedKeyNames(definition)
  const AttributeDefinitions = used.flatMap(
    (name) => definition.AttributeDefinitions.find((each) => each.AttributeName === name) ?? [],
  )
  return { ...definition, AttributeDefinitions }
}

// Once a person has touched one of the found entities, all of them are theirs.
function drawn(entities: Entity[]): Entity[] {
  return entities.map((entity) => (entity.inferred ? { ...entity, inferred: false } : entity))
}

function editDefinition(
  design: Design,
  tableName: string,
  edit: (definition: CreateTableInput) => CreateTableInput,
): Design {
  return editTable(design, tableName, (table) => ({ ...table, definition: edit(table.definition) }))
}

function editTable(design: Design, tableName: string, edit: (table: TableDesign) => TableDesign): Design {
  let found = false
  const tables = design.tables.map((table) => {
    if (found || table.definition.TableName !== tableName) return table
    found = true
    return edit(table)
  })
  return found ? { ...design, tables } : design
}
