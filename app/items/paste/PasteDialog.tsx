// What a paste will add, before it does: the items as they were read, what is wrong with some, and how many
// would take the place of items that exist.

import { useEffect, useMemo, useRef, useState } from 'react'
import { gridColumns } from '../../grid/gridColumns.ts'
import { ItemGrid, LINE_HEIGHT } from '../../grid/ItemGrid.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { findErrorHint } from '../../workspace/errorHint.ts'
import { describeError } from '../editing/useItemDraft.ts'
import { formatCount, formatItems } from '../formatSize.ts'
import { addItems, readItems } from '../itemActions.ts'
import { primaryKeyOf, primaryKeyText, type TableShape } from '../tableShape.ts'
import styles from './PasteDialog.module.css'
import type { Pasted } from './pastedItems.ts'

export interface PasteDialogProps {
  shape: TableShape
  pasted: Pasted
  onClose(): void
}

export function PasteDialog({ shape, pasted, onClose }: PasteDialogProps) {
  const { items, repeated } = useMemo(() => distinctItems(shape, pasted), [shape, pasted])
  const wrong = pasted.items.filter(({ problem }) => problem !== undefined)
  const keyNames = useMemo(() => shape.primaryKeys.map((key) => key.name), [shape])
  const columns = useMemo(() => gridColumns(items.slice(0, 200), keyNames), [items, keyNames])
  const replaced = useReplacedCount(shape, items)
  const [failure, setFailure] = useState<{ name: string; message: string }>()
  const [isAdding, setAdding] = useState(false)
  const addRef = useRef<HTMLButtonElement>(null)
  const add = async () => {
    setAdding(true)
    try {
      await addItems(shape, items)
      onClose()
    } catch (error) {
      setFailure(describeError(error))
      setAdding(false)
    }
  }
  return (
    <Dialog
      title={`Add ${formatItems(items.length)} to ${shape.tableName}`}
      description={`Read from the clipboard as ${pasted.format}.`}
      size="large"
      dismissible={!isAdding}
      initialFocus={addRef}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabled={isAdding}>
            Cancel
          </Button>
          <Button
            ref={addRef}
            tone="accent"
            disabled={isAdding || items.length === 0}
            onClick={() => void add()}
          >
            {isAdding ? 'Adding…' : `Add ${formatItems(items.length)}`}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {items.length > 0 && (
          <div className={styles.grid} style={{ height: GRID_HEAD + items.length * LINE_HEIGHT }}>
            <ItemGrid items={items} keyNames={keyNames} columns={columns} ariaLabel="Items to add" />
          </div>
        )}
        <Remarks replaced={replaced ?? 0} repeated={repeated} />
        {wrong.length > 0 && <Wrong wrong={wrong} />}
        {failure && <ErrorNote {...failure} hint={findErrorHint(failure)} />}
      </div>
    </Dialog>
  )
}

/** The head of the grid, its borders and a scrollbar, in pixels. */
const GRID_HEAD = 48
function Remarks({ replaced, repeated }: { replaced: number; repeated: number }) {
  const isOne = replaced === 1
  return (
    <ul className={styles.remarks}>
      {replaced > 0 && (
        <li>
          {formatItems(replaced)} with the same primary key {isOne ? 'exists' : 'exist'} already and will be
          replaced. Undo brings {isOne ? 'it' : 'them'} back.
        </li>
      )}
      {repeated > 0 && (
        <li>{formatItems(repeated)} share a primary key with a later one, which takes their place.</li>
      )}
    </ul>
  )
}

const MOST_SHOWN = 20

function Wrong({ wrong }: { wrong: Pasted['items'] }) {
  return (
    <section className={styles.wrong} aria-label="Items that cannot be added">
      <h3>{formatItems(wrong.length)} cannot be added</h3>
      <ul>
        {wrong.slice(0, MOST_SHOWN).map(({ number, problem }) => (
          <li key={number}>
            <span className={styles.number}>Item {formatCount(number)}</span> {problem}
          </li>
        ))}
        {wrong.length > MOST_SHOWN && <li>and {formatCount(wrong.length - MOST_SHOWN)} more</li>}
      </ul>
    </section>
  )
}

/** Of items with one key the last counts, as it would if they were put one after the other. */
function distinctItems(shape: TableShape, pasted: Pasted) {
  const good = pasted.items.filter(({ problem }) => problem === undefined)
  const byKey = new Map(good.map(({ item }) => [primaryKeyText(shape, item), item]))
  return { items: [...byKey.values()], repeated: good.length - byKey.size }
}

function useReplacedCount(shape: TableShape, items: PastedItems): number | undefined {
  const [count, setCount] = useState<number>()
  useEffect(() => {
    let isCurrent = true
    const keys = items.map((item) => primaryKeyOf(shape, item))
    readItems(shape.tableName, keys).then(
      (found) => isCurrent && setCount(found.length),
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [shape, items])
  return count
}

type PastedItems = Parameters<typeof addItems>[1]
