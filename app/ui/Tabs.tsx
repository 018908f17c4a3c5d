import type { KeyboardEvent, ReactNode } from 'react'
import styles from './Tabs.module.css'

export interface Tab<Value extends string> {
  value: Value
  label: ReactNode
  /** A count or another short remark after the label. */
  detail?: ReactNode
  tip?: string
}

export interface TabsProps<Value extends string> {
  label: string
  value: Value
  tabs: readonly Tab<Value>[]
  onValue(value: Value): void
  /** The id of the element that shows the chosen tab, and carries role="tabpanel". */
  panelId?: string
}

/** A row of tabs; arrow keys, Home and End move and choose. */
export function Tabs<Value extends string>({ label, value, tabs, onValue, panelId }: TabsProps<Value>) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = nextIndex(event.key, at, tabs.length)
    const tab = next === undefined ? undefined : tabs[next]
    if (!tab || next === undefined) return
    event.preventDefault()
    onValue(tab.value)
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')
    buttons[next]?.focus()
  }
  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          data-tip={tab.tip}
          onClick={() => onValue(tab.value)}
        >
          {tab.label}
          {tab.detail !== undefined && <span className={styles.detail}>{tab.detail}</span>}
        </button>
      ))}
    </div>
  )
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
