import type { CheckboxProps } from './Checkbox.tsx'
import styles from './Switch.module.css'

/** On or off, at once; a Checkbox is for what a later button will do. */
export function Switch({ onValue, children, className, ...rest }: CheckboxProps) {
  return (
    <label className={`${styles.label} ${className ?? ''}`}>
      <input
        {...rest}
        type="checkbox"
        role="switch"
        aria-checked={rest.checked}
        className={styles.track}
        onChange={(event) => onValue(event.target.checked)}
      />
      {children}
    </label>
  )
}
