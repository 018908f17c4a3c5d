// What the sidebar lists, as the flat list of what is in sight: tables, under each its indexes and its
// entities. The tables are the engine's; their order and the entities come from the design.

import type { TableDescription } from '../../engine/api.ts'
import type { Design, Entity } from '../model/design.ts'
import type { IndexDescription } from '../workspace/tables.ts'
import { indexesOf } from '../workspace/tables.ts'

export type SidebarNode =
  | { id: string; kind: 'table'; table: TableDescription; expanded: boolean; hasChildren: boolean }
  | { id: string; kind: 'index'; tableName: string; index: IndexDescription }
  | { id: string; kind: 'entity'; tableName: string; entity: Entity }

export function labelOf(node: SidebarNode): string {
  if (node.kind === 'table') return node.table.TableName
  return node.kind === 'index' ? node.index.IndexName : node.entity.name
}

export function tableNameOf(node: SidebarNode): string {
  return node.kind === 'table' ? node.table.TableName : node.tableName
}

/** `closed` holds the names of collapsed tables. */
export function listSidebar(
  tables: readonly TableDescription[],
  design: Design,
  closed: ReadonlySet<string>,
): SidebarNode[] {
  return inDesignOrder(tables, design).flatMap((table) => {
    const tableName = table.TableName
    const entities =
      design.tables.find(({ definition }) => definition.TableName === tableName)?.entities ?? []
    const children: SidebarNode[] = [
      ...indexesOf(table).map((index) => ({
        id: nodeId('index', tableName, index.IndexName),
        kind: 'index' as const,
        tableName,
        index,
      })),
      ...entities.map((entity) => ({
        id: nodeId('entity', tableName, entity.name),
        kind: 'entity' as const,
        tableName,
        entity,
      })),
    ]
    const expanded = children.length > 0 && !closed.has(tableName)
    const node: SidebarNode = {
      id: nodeId('table', tableName),
      kind: 'table',
      table,
      expanded,
      hasChildren: children.length > 0,
    }
    return expanded ? [node, ...children] : [node]
  })
}

/** As the design's file lists them; those that it does not know come last, in the order they have. */
function inDesignOrder(tables: readonly TableDescription[], design: Design): TableDescription[] {
  const places = new Map(design.tables.map(({ definition }, place) => [definition.TableName, place]))
  const placeOf = ({ TableName }: TableDescription) => places.get(TableName) ?? design.tables.length
  return tables.toSorted((a, b) => placeOf(a) - placeOf(b))
}

export function nodeId(kind: SidebarNode['kind'], ...names: string[]): string {
  return [kind, ...names].map(encodeURIComponent).join('/')
}
