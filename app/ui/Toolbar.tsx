import type { ComponentProps } from 'react'
import styles from './Toolbar.module.css'

/** A bar of controls above what they act on. `data-end` on a child pushes it to the end. */
export function Toolbar(props: ComponentProps<'div'> & { 'aria-label': string }) {
  return <div role="toolbar" {...props} className={`${styles.toolbar} ${props.className ?? ''}`} />
}
