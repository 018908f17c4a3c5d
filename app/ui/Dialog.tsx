import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, type RefObject, useRef } from 'react'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  title: string
  /** A sentence under the title. */
  description?: ReactNode
  children: ReactNode
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode
  size?: 'small' | 'normal' | 'large'
  /** False while leaving would lose work that cannot be undone: Escape and the backdrop then do nothing. */
  dismissible?: boolean
  initialFocus?: RefObject<HTMLElement | null>
  onClose(): void
}

/** An input if there is one, or else the button that the dialog is for; for a destructive one, Cancel. */
function findFirstFocus(popup: HTMLElement | null): HTMLElement | true {
  const input = popup?.querySelector<HTMLElement>('input:not(:disabled), select, textarea')
  const buttons = popup?.querySelectorAll<HTMLElement>('footer button:not(:disabled)') ?? []
  const main = [...buttons].find((button) => button.dataset.tone === 'accent') ?? buttons[0]
  return input ?? main ?? true
}

/** An open modal dialog. Render it to open it; import it lazily, it is not part of the first load. */
export function Dialog(props: DialogProps) {
  const {
    title,
    description,
    children,
    actions,
    size = 'normal',
    dismissible = true,
    initialFocus,
    onClose,
  } = props
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root
      open
      onOpenChange={(open) => !open && dismissible && onClose()}
      disablePointerDismissal={!dismissible}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            className={styles.popup}
            data-size={size}
            ref={popup}
            initialFocus={initialFocus ?? (() => findFirstFocus(popup.current))}
          >
            <header className={styles.header}>
              <div className={styles.words}>
                <Base.Title className={styles.title}>{title}</Base.Title>
                {description && (
                  <Base.Description className={styles.description}>{description}</Base.Description>
                )}
              </div>
              {dismissible && <IconButton icon="close" label="Close" onClick={onClose} />}
            </header>
            <div className={styles.body}>{children}</div>
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
