import { useMemo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { runCommand } from '../workspace/commands.ts'
import { clearEntityFocus, focusEntity, useEntityFocus } from '../workspace/entityFocus.ts'
import { useProject } from '../workspace/project.ts'
import { navigate, type Route, useRoute } from '../workspace/route.ts'
import { useTables } from '../workspace/tables.ts'
import styles from './Sidebar.module.css'
import { SidebarRow } from './SidebarRow.tsx'
import { labelOf, listSidebar, nodeId, type SidebarNode, tableNameOf } from './sidebarTree.ts'
import { TourOffer } from './TourOffer.tsx'
import { useTreeKeys } from './useTreeKeys.ts'

export function Sidebar() {
  const tables = useTables((state) => state.tables)
  return (
    <nav className={styles.sidebar} aria-label="Tables" data-tour="sidebar">
      <div className={styles.head}>
        <h2 className={styles.title}>Tables</h2>
        <IconButton icon="add" label="New table" size="small" onClick={() => runCommand('table.new')} />
      </div>
      <div className={styles.content}>{tables && (tables.length > 0 ? <SidebarTree /> : <NoTables />)}</div>
      <TourOffer />
    </nav>
  )
}

function NoTables() {
  return (
    <div className={styles.none}>
      <p>No tables yet.</p>
      <Button size="small" onClick={() => runCommand('table.new')}>
        New table…
      </Button>
    </div>
  )
}

function SidebarTree() {
  const tables = useTables((state) => state.tables)
  const design = useProject((state) => state.design)
  const route = useRoute()
  const focus = useEntityFocus()
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const nodes = useMemo(() => listSidebar(tables ?? [], design, closed), [tables, design, closed])
  const selectedId = selectedNode(route, focus)
  const toggle = (node: SidebarNode, open: boolean) => {
    const next = new Set(closed)
    if (open) next.delete(tableNameOf(node))
    else next.add(tableNameOf(node))
    setClosed(next)
  }
  const keys = useTreeKeys({ nodes, selectedId, labelOf, toggle, open: openNode })
  return (
    <div
      role="tree"
      aria-label="Tables, indexes and entities"
      className={styles.tree}
      onKeyDown={keys.onKeyDown}
    >
      {nodes.map((node) => (
        <SidebarRow
          key={node.id}
          node={node}
          selected={node.id === selectedId}
          tabIndex={node.id === keys.tabStop ? 0 : -1}
          onOpen={() => openNode(node)}
          onToggle={(open) => toggle(node, open)}
        />
      ))}
    </div>
  )
}

function selectedNode(
  route: Route,
  focus: { table: string | undefined; entity: string | undefined },
): string | undefined {
  if (!route.table) return undefined
  if (focus.entity !== undefined && focus.table === route.table)
    return nodeId('entity', route.table, focus.entity)
  return route.index ? nodeId('index', route.table, route.index) : nodeId('table', route.table)
}

function openNode(node: SidebarNode): void {
  const table = tableNameOf(node)
  if (node.kind === 'entity') {
    navigate({ table, key: undefined })
    focusEntity(table, node.entity.name)
    return
  }
  clearEntityFocus()
  navigate({ table, index: node.kind === 'index' ? node.index.IndexName : undefined, key: undefined })
}
