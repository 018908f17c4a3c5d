// The bar above the picture: how much there is, which entities, and what can be done with it all.

import { memo, type ReactNode } from 'react'
import type { Entity, TableDesign } from '../model/design.ts'
import { Button } from '../ui/Button.tsx'
import { EntityMark, entityStyle } from '../ui/EntityMark.tsx'
import { Icon } from '../ui/Icon.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { useEntityCounts } from '../workspace/entityCounts.ts'
import { clearEntityFocus, focusEntity } from '../workspace/entityFocus.ts'
import { type Layout, navigate } from '../workspace/route.ts'
import { FindCollection } from './FindCollection.tsx'
import { formatCount, formatItems, formatSize } from './formatSize.ts'
import styles from './ItemsView.module.css'
import type { CollectionSource } from './reading/collectionSource.ts'
import type { CollectionTotals } from './reading/collectionWindow.ts'
import type { TableShape } from './tableShape.ts'

export interface ShapeBarProps {
  shape: TableShape
  design: TableDesign | undefined
  totals: CollectionTotals | undefined
  source: CollectionSource
  layout: Layout
  /** The name of the entity that stands out. */
  focused: string | undefined
  onFound(position: number): void
  onShowLeftOut(): void
  onAdd(): void
}

const LAYOUTS = [
  { value: 'collections', label: 'Collections', icon: 'collections' },
  { value: 'grid', label: 'Grid', icon: 'columns' },
] as const

export const ShapeBar = memo(function ShapeBar(props: ShapeBarProps) {
  const { shape, design, layout } = props
  return (
    <div className={styles.bar}>
      <Totals {...props} />
      <Legend table={shape.tableName} entities={design?.entities ?? []} focused={props.focused} />
      <div className={styles.tools}>
        <FindCollection shape={shape} source={props.source} onFound={props.onFound} />
        <SegmentedControl
          label="Layout"
          value={layout}
          segments={LAYOUTS}
          onValue={(value) =>
            navigate({ layout: value === 'collections' ? undefined : value }, { replace: true })
          }
        />
        <Button tone="accent" onClick={props.onAdd}>
          <Icon name="add" />
          Add item
        </Button>
      </div>
    </div>
  )
})

function Totals({ shape, totals, layout, focused, onShowLeftOut }: ShapeBarProps): ReactNode {
  const focusedCount = useFocusedCount(shape, focused)
  if (!totals) return <span className={styles.totals}>Reading…</span>
  const leftOut = shape.indexName ? totals.tableItemCount - totals.itemCount : 0
  return (
    <span className={styles.totals}>
      <span>
        {focusedCount !== undefined && `${formatCount(focusedCount)} of `}
        {formatItems(totals.itemCount)}
      </span>
      <span>{formatSize(totals.sizeBytes)}</span>
      {leftOut > 0 && (
        <button
          type="button"
          className={styles.leftOut}
          disabled={layout !== 'collections'}
          onClick={onShowLeftOut}
        >
          {formatCount(leftOut)} not in this index
        </button>
      )}
    </span>
  )
}

/** Items of the entity that stands out; only those of whole tables are counted. */
function useFocusedCount(shape: TableShape, focused: string | undefined): number | undefined {
  const count = useEntityCounts(({ counts }) => counts.get(shape.tableName))
  if (shape.indexName || focused === undefined || !count?.complete) return undefined
  return count.byEntity.get(focused) ?? 0
}

interface LegendProps {
  table: string
  entities: readonly Entity[]
  focused: string | undefined
}

/** What the colours mean; pressing one sets its items off from the others. */
function Legend({ table, entities, focused }: LegendProps): ReactNode {
  if (entities.length === 0) return null
  return (
    <fieldset className={styles.legend}>
      <legend className={styles.legendTitle}>Entities</legend>
      {entities.map(({ name, color }) => (
        <button
          key={name}
          type="button"
          className={styles.entity}
          style={entityStyle(color)}
          aria-pressed={focused === name}
          onClick={() => (focused === name ? clearEntityFocus() : focusEntity(table, name))}
        >
          <EntityMark color={color} size={9} />
          {name}
        </button>
      ))}
    </fieldset>
  )
}
