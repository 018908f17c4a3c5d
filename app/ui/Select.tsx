import type { ComponentProps } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Select.module.css'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
  disabled?: boolean
}

export interface SelectProps<Value extends string>
  extends Omit<ComponentProps<'select'>, 'onChange' | 'value' | 'size'> {
  value: Value
  options: readonly SelectOption<Value>[]
  onValue(value: Value): void
  mono?: boolean
  size?: 'small' | 'normal'
}

/** One of several, as the platform's own select: it opens above everything and works with any keyboard. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onValue, mono, size = 'normal', className, ...rest } = props
  return (
    <span className={`${styles.box} ${className ?? ''}`} data-size={size}>
      <select
        {...rest}
        className={styles.select}
        data-mono={mono || undefined}
        value={value}
        onChange={(event) => onValue(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="select" size={13} />
    </span>
  )
}
