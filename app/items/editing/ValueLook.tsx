// A look inside a value: lists and maps unfolded, each part on its line.

import { type AttributeValue, typeOf } from '../../../engine/value/attributeValue.ts'
import { ValueText } from '../../grid/ValueText.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { TYPE_NAMES } from '../../values/attributeTypes.ts'
import { formatCount } from '../formatSize.ts'
import styles from './ValueLook.module.css'

export interface ValueLookProps {
  anchor: Element
  name: string
  value: AttributeValue
  onClose(): void
}

export function ValueLook({ anchor, name, value, onClose }: ValueLookProps) {
  return (
    <Popover anchor={anchor} label={`${name}, unfolded`} onClose={onClose}>
      <p className={styles.title}>
        <strong>{name}</strong> {TYPE_NAMES[typeOf(value)]}
      </p>
      <Parts value={value} depth={0} />
    </Popover>
  )
}

/** More parts than this are counted, not listed. */
const MOST_PARTS = 200
const MOST_DEPTH = 32

function Parts({ value, depth }: { value: AttributeValue; depth: number }) {
  const parts = partsOf(value)
  if (!parts || depth > MOST_DEPTH) return <ValueText value={value} limit={2_000} />
  return (
    <ul className={styles.parts}>
      {parts.slice(0, MOST_PARTS).map(([label, part]) => (
        <li key={label} className={styles.part}>
          <span className={styles.label}>{label}</span>
          <Parts value={part} depth={depth + 1} />
        </li>
      ))}
      {parts.length > MOST_PARTS && (
        <li className={styles.label}>{formatCount(parts.length - MOST_PARTS)} more</li>
      )}
    </ul>
  )
}

function partsOf(value: AttributeValue): [label: string, part: AttributeValue][] | undefined {
  if ('M' in value) return Object.entries(value.M)
  if ('L' in value) return value.L.map((element, place) => [String(place), element])
  if ('SS' in value) return value.SS.map((member, place) => [String(place + 1), { S: member }])
  if ('NS' in value) return value.NS.map((member, place) => [String(place + 1), { N: member }])
  if ('BS' in value) return value.BS.map((member, place) => [String(place + 1), { B: member }])
  return undefined
}
