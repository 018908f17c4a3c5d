import { type MouseEvent, useState } from 'react'
import { EntityMark } from '../ui/EntityMark.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useEntityCounts } from '../workspace/entityCounts.ts'
import type { IndexDescription } from '../workspace/tables.ts'
import { formatCount, formatShortCount } from './format.ts'
import styles from './SidebarRow.module.css'
import { SidebarRowMenu } from './SidebarRowMenu.tsx'
import { labelOf, type SidebarNode } from './sidebarTree.ts'

export interface SidebarRowProps {
  node: SidebarNode
  selected: boolean
  tabIndex: number
  onOpen(): void
  onToggle(open: boolean): void
}

export function SidebarRow({ node, selected, tabIndex, onOpen, onToggle }: SidebarRowProps) {
  const [menuAt, setMenuAt] = useState<{ x: number; y: number }>()
  const isTable = node.kind === 'table'
  const openMenu = (event: MouseEvent) => {
    event.preventDefault()
    setMenuAt({ x: event.clientX, y: event.clientY })
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of its rows. */}
      <div
        role="treeitem"
        className={styles.row}
        data-node={node.id}
        data-kind={node.kind}
        data-tip={tipOf(node)}
        aria-level={isTable ? 1 : 2}
        aria-selected={selected}
        aria-expanded={isTable && node.hasChildren ? node.expanded : undefined}
        tabIndex={tabIndex}
        onClick={onOpen}
        onContextMenu={openMenu}
      >
        {isTable && <Twisty shown={node.hasChildren} expanded={node.expanded} onToggle={onToggle} />}
        <RowIcon node={node} />
        <span className={styles.name}>{labelOf(node)}</span>
        {node.kind === 'index' && <span className={styles.kind}>{node.index.kind}</span>}
        <RowCount node={node} />
      </div>
      {menuAt && <SidebarRowMenu node={node} at={menuAt} onClose={() => setMenuAt(undefined)} />}
    </>
  )
}

function Twisty({
  shown,
  expanded,
  onToggle,
}: {
  shown: boolean
  expanded: boolean
  onToggle(open: boolean): void
}) {
  if (!shown) return <span className={styles.twisty} />
  return (
    // The arrow keys do the same; a press on the arrow must not open the table as well.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <span
      className={styles.twisty}
      data-expanded={expanded}
      onClick={(event) => {
        event.stopPropagation()
        onToggle(!expanded)
      }}
    >
      <Icon name="forward" size={13} />
    </span>
  )
}

function RowIcon({ node }: { node: SidebarNode }) {
  if (node.kind === 'entity') return <EntityMark color={node.entity.color} />
  return <Icon name={node.kind} size={14} />
}

function RowCount({ node }: { node: SidebarNode }) {
  const counts = useEntityCounts((state) =>
    node.kind === 'entity' ? state.counts.get(node.tableName) : undefined,
  )
  const known = countOf(node, counts?.byEntity)
  if (known === undefined) return null
  const atLeast = node.kind === 'entity' && counts?.complete === false
  return (
    <span className={styles.count}>
      {formatShortCount(known)}
      {atLeast && '+'}
    </span>
  )
}

function countOf(node: SidebarNode, byEntity: ReadonlyMap<string, number> | undefined): number | undefined {
  if (node.kind === 'table') return node.table.ItemCount
  if (node.kind === 'index') return node.index.ItemCount
  return byEntity && (byEntity.get(node.entity.name) ?? 0)
}

function tipOf(node: SidebarNode): string | undefined {
  if (node.kind === 'index') return describeIndex(node.index)
  if (node.kind === 'entity') return undefined
  return `${node.table.TableName}\n${formatCount(node.table.ItemCount)} items`
}

function describeIndex(index: IndexDescription): string {
  const kind = index.kind === 'GSI' ? 'Global secondary index' : 'Local secondary index'
  const keys = index.KeySchema.map((key) => key.AttributeName).join(' + ')
  const { ProjectionType = 'ALL', NonKeyAttributes = [] } = index.Projection
  const projection = ProjectionType === 'INCLUDE' ? `INCLUDE ${NonKeyAttributes.join(', ')}` : ProjectionType
  return `${kind} on ${keys}\nProjection ${projection}\n${formatCount(index.ItemCount)} items`
}
