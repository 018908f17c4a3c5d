import { type ComponentProps, lazy, Suspense, useRef, useState } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import type { MenuEntry } from './menuEntry.ts'

const importMenu = () => import('./Menu.tsx')
// The popup and what places it are fetched when a menu is about to open: they are not needed to start.
const Menu = lazy(() => importMenu().then((module) => ({ default: module.Menu })))

export interface MenuButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** The accessible name of the button and the menu. */
  label: string
  /** Asked for each time the menu opens. */
  entries(): MenuEntry[]
  /** Shows the icon alone instead of children. */
  icon?: IconName
  /** Leave out the arrow after the children. */
  bare?: boolean
  align?: 'start' | 'end'
}

export function MenuButton({
  label,
  entries,
  icon,
  bare,
  align = 'start',
  children,
  ...rest
}: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const trigger: ComponentProps<'button'> = {
    ref: anchor,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    onClick: () => setOpen(!open),
    onPointerEnter: () => void importMenu(),
    onFocus: () => void importMenu(),
  }
  return (
    <>
      {icon ? (
        <IconButton
          icon={icon}
          label={label}
          size={rest.size === 'small' ? 'small' : 'normal'}
          {...trigger}
        />
      ) : (
        <Button aria-label={label} {...rest} {...trigger}>
          {children}
          {!bare && <Icon name="expand" size={13} />}
        </Button>
      )}
      {open && (
        <Suspense>
          <Menu
            anchor={anchor}
            label={label}
            entries={entries()}
            align={align}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
