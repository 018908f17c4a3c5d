// One attribute value on one line, as every list of items shows it: its type is told by form (a mark, mono
// digits, italics), never by colour alone. The whole of a shortened value is in the tip.

import { memo } from 'react'
import { type AttributeValue, typeOf } from '../../engine/value/attributeValue.ts'
import { tooltip } from '../ui/Tooltip.tsx'
import { TYPE_NAMES } from '../values/attributeTypes.ts'
import styles from './ValueText.module.css'
import { typeMark, valueSummary } from './valueSummary.ts'

export interface ValueTextProps {
  value: AttributeValue
  /** Characters shown at most. */
  limit?: number
  /** Key values are monospaced. */
  isKey?: boolean | undefined
}

export const ValueText = memo(function ValueText({ value, limit = 60, isKey }: ValueTextProps) {
  const type = typeOf(value)
  const mark = typeMark(value)
  return (
    <span className={styles.value} data-type={type} data-key={isKey || undefined}>
      {mark && (
        <abbr className={styles.mark} aria-label={TYPE_NAMES[type]}>
          {mark}
        </abbr>
      )}
      {valueSummary(value, limit)}
    </span>
  )
})

/** Spread on a cell whose tip is written when the pointer comes: thousands of cells need not have it ready. */
export const LAZY_TIP = { ...tooltip(''), 'data-lazy-tip': '' }

/** Writes the tip of a cell that has LAZY_TIP: its attribute, type and whole value. */
export function writeValueTip(cell: HTMLElement, name: string, value: AttributeValue | undefined): void {
  cell.dataset.tip = value ? `${name} · ${TYPE_NAMES[typeOf(value)]}\n${valueSummary(value, 600)}` : ''
}
