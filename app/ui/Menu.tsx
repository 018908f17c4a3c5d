import { Menu as Base } from '@base-ui/react/menu'
import type { RefObject } from 'react'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import styles from './Menu.module.css'
import type { MenuCommand, MenuEntry } from './menuEntry.ts'

export interface MenuProps {
  /** What it hangs from: an element, or a point in the window for a context menu. */
  anchor: RefObject<Element | null> | { x: number; y: number }
  label: string
  entries: MenuEntry[]
  align?: 'start' | 'end'
  onClose(): void
}

/** An open menu. MenuButton opens one from a button and loads this file only then. */
export function Menu({ anchor, label, entries, align = 'start', onClose }: MenuProps) {
  const place =
    'x' in anchor ? { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) } : anchor
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()} modal={false}>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} anchor={place} align={align} sideOffset={4}>
          <Base.Popup
            className={styles.popup}
            aria-label={label}
            {...('x' in anchor ? {} : { finalFocus: anchor as RefObject<HTMLElement | null> })}
          >
            <Entries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Entries({ entries }: { entries: MenuEntry[] }) {
  return entries.map((entry, position) => {
    // Entries are data that is made anew for each opening: their place is their identity.
    const key = position
    if (entry === 'separator') return <Base.Separator key={key} className={styles.separator} />
    if ('heading' in entry) {
      return (
        <div key={key} className={styles.heading}>
          {entry.heading}
        </div>
      )
    }
    if ('entries' in entry) return <Submenu key={key} {...entry} />
    return <Command key={key} {...entry} />
  })
}

function Command({ label, icon, detail, keys, tone, disabled = false, checked, run }: MenuCommand) {
  const content = (
    <>
      <span className={styles.icon}>
        {checked ? <Icon name="check" size={14} /> : icon && <Icon name={icon} size={14} />}
      </span>
      <span className={styles.label}>{label}</span>
      {detail && <span className={styles.detail}>{detail}</span>}
      {keys && <Kbd keys={keys} />}
    </>
  )
  if (checked !== undefined) {
    return (
      <Base.CheckboxItem
        className={styles.item}
        checked={checked}
        disabled={disabled}
        closeOnClick
        onCheckedChange={() => run()}
      >
        {content}
      </Base.CheckboxItem>
    )
  }
  return (
    <Base.Item className={styles.item} data-tone={tone} disabled={disabled} onClick={() => run()}>
      {content}
    </Base.Item>
  )
}

function Submenu({
  label,
  icon,
  entries,
}: {
  label: string
  icon?: MenuCommand['icon']
  entries: MenuEntry[]
}) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={styles.item}>
        <span className={styles.icon}>{icon && <Icon name={icon} size={14} />}</span>
        <span className={styles.label}>{label}</span>
        <Icon name="forward" size={13} />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={2} alignOffset={-5}>
          <Base.Popup className={styles.popup}>
            <Entries entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  )
}
