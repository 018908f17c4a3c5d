import type { ComponentProps } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './IconButton.module.css'
import { tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  icon: IconName
  /** What it does: its accessible name and its tooltip. */
  label: string
  /** The keyboard shortcut, shown in the tooltip. */
  keys?: string | undefined
  tone?: 'quiet' | 'danger'
  size?: 'small' | 'normal'
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, tone = 'quiet', size = 'normal', className, type, ...rest } = props
  return (
    <button
      {...rest}
      {...tooltip(label, keys)}
      type={type ?? 'button'}
      aria-label={label}
      className={`${styles.button} ${className ?? ''}`}
      data-tone={tone}
      data-size={size}
    >
      <Icon name={icon} />
    </button>
  )
}
