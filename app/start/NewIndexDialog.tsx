import { useMemo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { definitionOf } from '../workspace/definitionOf.ts'
import { navigate } from '../workspace/route.ts'
import { createIndex } from '../workspace/tableEdits.ts'
import { indexesOf, useTableDescription } from '../workspace/tables.ts'
import { IndexFields } from './IndexFields.tsx'
import { createIndexForm, definitionsOf, freeIndexName, globalIndexOf } from './tableForm.ts'
import { formOfDefinition } from './tableFormOf.ts'
import { findFormProblems } from './tableProblems.ts'
import { useShownProblems } from './useShownProblems.ts'
import { useSubmit } from './useSubmit.ts'

/** A global index on a table that exists: its entries are made from the items that are there. */
export function NewIndexDialog({ table: tableName, onClose }: { table: string; onClose(): void }) {
  const table = useTableDescription(tableName)
  const taken = table ? indexesOf(table).map((index) => index.IndexName) : []
  const [index, setIndex] = useState(() => createIndexForm('GSI', freeIndexName('GSI', taken)))
  const form = useMemo(() => table && formOfDefinition(definitionOf(table)), [table])
  const problems = useMemo(
    () => (form ? findFormProblems({ ...form, indexes: [...form.indexes, index] }, []) : {}),
    [form, index],
  )
  const { shown, touch, showAll } = useShownProblems(problems)
  const { error, busy, submit } = useSubmit(async () => {
    showAll()
    if (!form) return
    if (Object.keys(problems).length > 0) return
    await createIndex(
      tableName,
      globalIndexOf(index, form.billing),
      definitionsOf([...index.partition, ...index.sort]),
    )
    navigate({ table: tableName, index: index.name })
    onClose()
  })
  if (!form) return null
  return (
    <Dialog
      title={`New index on ${tableName}`}
      description="A global secondary index shows the items of the table under other keys. Items without those keys are left out."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="accent" disabled={busy} onClick={submit}>
            Create index
          </Button>
        </>
      }
    >
      <IndexFields table={form} index={index} problems={shown} onChange={setIndex} onTouch={touch} />
      {error && <ErrorNote {...error} />}
    </Dialog>
  )
}
