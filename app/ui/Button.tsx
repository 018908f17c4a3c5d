import type { ComponentProps } from 'react'
import styles from './Button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** plain: bordered; accent: the one thing to do here; quiet: among others in a bar; danger: destroys. */
  tone?: 'plain' | 'accent' | 'quiet' | 'danger'
  size?: 'small' | 'normal' | 'large'
}

export function Button({ tone = 'plain', size = 'normal', className, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={`${styles.button} ${className ?? ''}`}
      data-tone={tone}
      data-size={size}
    />
  )
}
