import type { ComponentProps, ReactNode } from 'react'
import styles from './Checkbox.module.css'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'children'> {
  checked: boolean
  onValue(checked: boolean): void
  children?: ReactNode
}

export function Checkbox({ onValue, children, className, ...rest }: CheckboxProps) {
  return (
    <label className={`${styles.label} ${className ?? ''}`}>
      <input
        {...rest}
        type="checkbox"
        className={styles.box}
        onChange={(event) => onValue(event.target.checked)}
      />
      {children}
    </label>
  )
}
