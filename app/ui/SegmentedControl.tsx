import { useId } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './SegmentedControl.module.css'
import { tooltip } from './Tooltip.tsx'

export interface Segment<Value extends string> {
  value: Value
  label: string
  icon?: IconName
  /** Shows the icon alone; the label stays its name and tooltip. */
  iconOnly?: boolean
  disabled?: boolean
}

export interface SegmentedControlProps<Value extends string> {
  label: string
  value: Value
  segments: readonly Segment<Value>[]
  onValue(value: Value): void
  size?: 'small' | 'normal'
}

/** One of two to five, all in sight: a radio group, so the arrow keys move. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={props.label}
      className={styles.group}
      data-size={props.size ?? 'normal'}
    >
      {props.segments.map((segment) => (
        <label
          key={segment.value}
          className={styles.segment}
          {...(segment.iconOnly ? tooltip(segment.label) : {})}
        >
          <input
            type="radio"
            name={name}
            checked={segment.value === props.value}
            disabled={segment.disabled}
            aria-label={segment.label}
            onChange={() => props.onValue(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} size={14} />}
          {!segment.iconOnly && segment.label}
        </label>
      ))}
    </div>
  )
}
