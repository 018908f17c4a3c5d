import { lazy, Suspense } from 'react'
import type { MenuEntry } from '../ui/menuEntry.ts'
import { openDialog } from '../workspace/dialogs.ts'
import { navigate } from '../workspace/route.ts'
import { labelOf, type SidebarNode, tableNameOf } from './sidebarTree.ts'

const Menu = lazy(() => import('../ui/Menu.tsx').then((module) => ({ default: module.Menu })))

export interface SidebarRowMenuProps {
  node: SidebarNode
  at: { x: number; y: number }
  onClose(): void
}

/** What can be done to a table or an index, where it was pressed. */
export function SidebarRowMenu({ node, at, onClose }: SidebarRowMenuProps) {
  return (
    <Suspense>
      <Menu anchor={at} label={`Actions on ${labelOf(node)}`} entries={entriesOf(node)} onClose={onClose} />
    </Suspense>
  )
}

function entriesOf(node: SidebarNode): MenuEntry[] {
  const table = tableNameOf(node)
  const index = node.kind === 'index' ? node.index.IndexName : undefined
  const entries: MenuEntry[] = [
    { label: 'Show items', icon: 'collections', run: () => navigate({ view: 'items', table, index }) },
    { label: 'Query', icon: 'run', run: () => navigate({ view: 'query', table, index }) },
    { label: 'Copy the name', icon: 'copy', run: () => void navigator.clipboard.writeText(labelOf(node)) },
  ]
  if (node.kind === 'table') {
    entries.push(
      'separator',
      { label: 'New index…', icon: 'index', run: () => openDialog({ kind: 'newIndex', table }) },
      {
        label: 'Delete table…',
        icon: 'delete',
        tone: 'danger',
        run: () => openDialog({ kind: 'deleteTable', table }),
      },
    )
  }
  if (node.kind === 'index' && node.index.kind === 'GSI') {
    const { IndexName } = node.index
    entries.push('separator', {
      label: 'Delete index…',
      icon: 'delete',
      tone: 'danger',
      run: () => openDialog({ kind: 'deleteIndex', table, index: IndexName }),
    })
  }
  return entries
}
