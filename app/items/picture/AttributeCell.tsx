import { memo } from 'react'
import type { AttributeValue } from '../../../engine/value/attributeValue.ts'
import { LAZY_TIP, ValueText } from '../../grid/ValueText.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './AttributeCell.module.css'

export interface AttributeCellProps {
  id: string
  line: number
  place: number
  name: string
  value: AttributeValue | undefined
  isKey: boolean
  isActive: boolean
  /** Pixels. */
  width: number
}

/** One attribute of an item: its name and its value. */
export const AttributeCell = memo(function AttributeCell(props: AttributeCellProps) {
  const { id, line, place, name, value, isKey, isActive, width } = props
  return (
    <div
      id={id}
      role="gridcell"
      className={styles.cell}
      data-line={line}
      data-cell={place}
      data-active={isActive || undefined}
      style={{ width }}
      {...LAZY_TIP}
    >
      {isKey && <span className={styles.keySign} />}
      <span className={styles.name}>{name}</span>
      {value && <ValueText value={value} isKey={isKey} />}
      {value && isNested(value) && (
        <span className={styles.expand} data-expand aria-hidden>
          ▾
        </span>
      )}
    </div>
  )
})

/** Whether a value has parts that a look inside shows. */
export function isNested(value: AttributeValue): boolean {
  return 'L' in value || 'M' in value || 'SS' in value || 'NS' in value || 'BS' in value
}

export interface GhostCellProps {
  id: string
  line: number
  place: number
  name: string
  isActive: boolean
  /** Pixels. */
  width: number
  indexName: string
}

/** An attribute that the item has and the index does not: visibly absent. */
export const GhostCell = memo(function GhostCell(props: GhostCellProps) {
  const { id, line, place, name, isActive, width, indexName } = props
  return (
    <div
      id={id}
      role="gridcell"
      className={styles.ghost}
      data-line={line}
      data-cell={place}
      data-active={isActive || undefined}
      style={{ width }}
      data-tip={`${name} is not projected into ${indexName}.\nReading it takes a second request, to the table.`}
    >
      <s>{name}</s>
      <VisuallyHidden> is not in the index</VisuallyHidden>
    </div>
  )
})
