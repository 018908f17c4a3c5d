import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode, RefObject } from 'react'
import styles from './Popover.module.css'

export interface PopoverProps {
  /** What it hangs from. */
  anchor: RefObject<Element | null> | Element
  label: string
  children: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right'
  align?: 'start' | 'center' | 'end'
  /** Where the focus goes when it opens; false leaves it where it is. */
  initialFocus?: RefObject<HTMLElement | null> | false
  onClose(): void
}

/** An open popover. Render it to open it; Escape and a press outside ask to close. */
export function Popover(props: PopoverProps) {
  const { anchor, label, children, side = 'bottom', align = 'start', initialFocus, onClose } = props
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          className={styles.positioner}
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={4}
        >
          <Base.Popup
            className={styles.popup}
            aria-label={label}
            {...(initialFocus === undefined ? {} : { initialFocus })}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
