import { Dialog } from '@base-ui/react/dialog'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { EntityMark } from '../ui/EntityMark.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './CommandPalette.module.css'
import { listPaletteEntries, type PaletteEntry, type SampleName } from './paletteEntries.ts'
import { searchPalette } from './searchPalette.ts'

export interface CommandPaletteProps {
  samples: readonly SampleName[]
  onClose(): void
}

/** Finds anything by a few letters and goes there or does it. */
export function CommandPalette({ samples, onClose }: CommandPaletteProps) {
  const [needle, setNeedle] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const entries = useMemo(() => listPaletteEntries(samples), [samples])
  const found = useMemo(() => searchPalette(entries, needle), [entries, needle])
  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveIn(event.key, at, found.length)
    if (event.key === 'Enter') run(found[at])
    else if (next === undefined) return
    else setAt(next)
    event.preventDefault()
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label="Find or run">
          <div className={styles.search}>
            <Icon name="search" />
            <input
              className={styles.input}
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={found[at] && `${listId}-${at}`}
              aria-label="Find a table, an index, an entity or a command"
              placeholder="Find a table, an index, an entity or a command…"
              autoComplete="off"
              spellCheck={false}
              value={needle}
              onChange={(event) => {
                setNeedle(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <PaletteList
            id={listId}
            found={found}
            at={at}
            grouped={!needle.trim()}
            onHover={setAt}
            onRun={run}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function moveIn(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'PageDown') return Math.min(count - 1, at + 8)
  if (key === 'PageUp') return Math.max(0, at - 8)
  return undefined
}

interface PaletteListProps {
  id: string
  found: readonly PaletteEntry[]
  at: number
  /** With headings; search results stand in the order of their fit instead. */
  grouped: boolean
  onHover(at: number): void
  onRun(entry: PaletteEntry): void
}

function PaletteList({ id, found, at, grouped, onHover, onRun }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${at}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])
  if (found.length === 0) return <p className={styles.none}>Nothing is called like this.</p>
  return (
    <div ref={list} role="listbox" id={id} aria-label="Found" className={styles.list}>
      {found.map((entry, place) => (
        <div key={entry.id} role="presentation">
          {grouped && entry.group !== found[place - 1]?.group && (
            <p className={styles.group}>{entry.group}</p>
          )}
          <PaletteLine
            id={`${id}-${place}`}
            entry={entry}
            chosen={place === at}
            onHover={() => onHover(place)}
            onRun={() => onRun(entry)}
          />
        </div>
      ))}
    </div>
  )
}

interface PaletteLineProps {
  id: string
  entry: PaletteEntry
  chosen: boolean
  onHover(): void
  onRun(): void
}

function PaletteLine({ id, entry, chosen, onHover, onRun }: PaletteLineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the focus stays in the input, which handles the keys.
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={styles.line}
      onPointerMove={onHover}
      onClick={onRun}
    >
      <span className={styles.icon}>
        {entry.color !== undefined ? (
          <EntityMark color={entry.color} />
        ) : (
          <Icon name={entry.icon ?? 'forward'} size={14} />
        )}
      </span>
      <span className={styles.label}>{entry.label}</span>
      {entry.detail && <span className={styles.detail}>{entry.detail}</span>}
      {entry.keys && <Kbd keys={entry.keys} />}
    </div>
  )
}
