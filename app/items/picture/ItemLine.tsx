// One item on one line: sort key, then its attributes side by side, then its size. The partition key stands
// in the band's label; here it is only what the keyboard stands on and what a screen reader says.

import { memo } from 'react'
import type { AttributeValue, Item } from '../../../engine/value/attributeValue.ts'
import { LAZY_TIP, ValueText } from '../../grid/ValueText.tsx'
import { typeMark, valueSummary } from '../../grid/valueSummary.ts'
import type { Entity } from '../../model/design.ts'
import { EntityMark, entityStyle } from '../../ui/EntityMark.tsx'
import { tooltip } from '../../ui/Tooltip.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { formatSize } from '../formatSize.ts'
import { AttributeCell, GhostCell } from './AttributeCell.tsx'
import styles from './ItemLine.module.css'
import { KeyText } from './KeyText.tsx'
import type { LineCell } from './lineCells.ts'

export interface ItemLineProps {
  gridId: string
  line: number
  /** Pixels. */
  top: number
  item: Item
  cells: readonly LineCell[]
  widthOf: (cell: LineCell) => number
  sizeBytes: number
  entity: Entity | undefined
  indexName: string | undefined
  /** Why the index leaves the item out, for an item that it leaves out. */
  absence?: string | undefined
  activeCell: number
  isSelected: boolean
  isDimmed: boolean
}

export const ItemLine = memo(function ItemLine(props: ItemLineProps) {
  const { gridId, line, cells, activeCell, entity } = props
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={props.isSelected}
      className={styles.line}
      data-selected={props.isSelected || undefined}
      data-dimmed={props.isDimmed || undefined}
      data-absent={props.absence ? true : undefined}
      style={{ top: props.top, ...(entity ? entityStyle(entity.color) : {}) }}
    >
      {cells.map((cell, place) => {
        const id = `${gridId}-${line}-${place}`
        const [name = ''] = cell.names
        const shared = { id, line, place, isActive: place === activeCell }
        if (cell.kind === 'hash') return <HashCell key="hash" {...shared} {...props} cell={cell} />
        if (cell.kind === 'range') return <RangeCell key="range" {...shared} {...props} cell={cell} />
        const width = props.widthOf(cell)
        if (cell.kind === 'ghost') {
          return (
            <GhostCell key={name} {...shared} name={name} width={width} indexName={props.indexName ?? ''} />
          )
        }
        return (
          <AttributeCell
            key={name}
            {...shared}
            name={name}
            value={cell.value}
            isKey={cell.isPrimaryKey}
            width={width}
          />
        )
      })}
      <div role="gridcell" className={styles.size}>
        {formatSize(props.sizeBytes)}
      </div>
    </div>
  )
})

interface KeyCellProps extends ItemLineProps {
  id: string
  place: number
  isActive: boolean
  cell: LineCell
}

function HashCell({ id, line, place, isActive, cell, cells, item, absence, entity }: KeyCellProps) {
  const isAlone = cells[1]?.kind !== 'range'
  return (
    <>
      <div
        id={id}
        role="rowheader"
        className={styles.hash}
        data-line={line}
        data-cell={place}
        data-active={isActive || undefined}
      >
        {absence ? (
          <span className={styles.absence} data-tip={`Not in the index: ${absence}`}>
            {absence}
          </span>
        ) : (
          <VisuallyHidden>{cell.names.map((name) => keyText(item[name])).join(' · ')}</VisuallyHidden>
        )}
      </div>
      {isAlone && (
        <span className={styles.lead} aria-hidden {...(entity ? tooltip(entity.name) : {})}>
          {entity && <EntityMark color={entity.color} size={9} />}
        </span>
      )}
    </>
  )
}

function RangeCell({ id, line, place, isActive, cell, item, entity }: KeyCellProps) {
  const text = cell.names.map((part) => keyText(item[part])).join(' · ')
  const isMarked = cell.value !== undefined && typeMark(cell.value) !== undefined
  return (
    <div
      id={id}
      role="rowheader"
      className={styles.range}
      data-line={line}
      data-cell={place}
      data-active={isActive || undefined}
      // A text in two parts would be read as two.
      aria-label={isMarked ? undefined : [text, entity?.name].filter(Boolean).join(' ')}
      {...LAZY_TIP}
    >
      <span className={styles.keyPart}>
        {entity ? <EntityMark color={entity.color} size={9} /> : <span className={styles.noMark} />}
        <span className={styles.key}>
          {cell.value && isMarked ? <ValueText value={cell.value} isKey /> : <KeyText text={text} />}
        </span>
      </span>
      {entity && <span className={styles.entity}>{entity.name}</span>}
    </div>
  )
}

function keyText(value: AttributeValue | undefined): string {
  return value ? valueSummary(value, 200) : '—'
}
