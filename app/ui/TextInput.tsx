import type { ComponentProps } from 'react'
import styles from './TextInput.module.css'

export interface TextInputProps extends Omit<ComponentProps<'input'>, 'size'> {
  /** Keys, names and values are monospaced. */
  mono?: boolean
  invalid?: boolean | undefined
  size?: 'small' | 'normal' | 'large'
}

export function TextInput({ mono, invalid, size = 'normal', className, ...rest }: TextInputProps) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      aria-invalid={invalid || undefined}
      className={`${styles.input} ${className ?? ''}`}
      data-mono={mono || undefined}
      data-size={size}
    />
  )
}
