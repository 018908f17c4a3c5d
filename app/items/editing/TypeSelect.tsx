import type { AttributeType } from '../../../engine/value/attributeValue.ts'
import { Select } from '../../ui/Select.tsx'
import { ATTRIBUTE_TYPES, TYPE_NAMES } from '../../values/attributeTypes.ts'
import styles from './TypeSelect.module.css'

export interface TypeSelectProps {
  type: AttributeType
  /** What has this type: an attribute's name. */
  of: string
  /** The types to choose from; all ten without it. */
  types?: readonly AttributeType[] | undefined
  onType(type: AttributeType): void
}

export function TypeSelect({ type, of, types = ATTRIBUTE_TYPES, onType }: TypeSelectProps) {
  if (types.length === 1) return <span className={styles.only}>{TYPE_NAMES[type]}</span>
  const options = types.map((value) => ({ value, label: TYPE_NAMES[value] }))
  return <Select size="small" aria-label={`Type of ${of}`} value={type} options={options} onValue={onType} />
}
