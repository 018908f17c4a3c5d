import { useMemo, useRef, useState } from 'react'
import type { CreateTableInput } from '../../engine/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field, FieldNote } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { navigate } from '../workspace/route.ts'
import { createTable } from '../workspace/tableEdits.ts'
import { useTables } from '../workspace/tables.ts'
import { IndexFields } from './IndexFields.tsx'
import { KeyPartInput } from './KeyPartInput.tsx'
import styles from './NewTableDialog.module.css'
import {
  createIndexForm,
  createTableForm,
  definitionOfForm,
  freeIndexName,
  type IndexForm,
  type TableForm,
} from './tableForm.ts'
import { type FormProblems, findFormProblems } from './tableProblems.ts'
import { UnitsInput } from './UnitsInput.tsx'
import { useShownProblems } from './useShownProblems.ts'
import { useSubmit } from './useSubmit.ts'

const BILLING = [
  { value: 'PAY_PER_REQUEST', label: 'On demand' },
  { value: 'PROVISIONED', label: 'Provisioned' },
] as const

export interface NewTableDialogProps {
  onClose(): void
  /** Makes the table: in the open project, unless it is told otherwise. */
  create?(definition: CreateTableInput): Promise<unknown>
}

/** Two keys are enough to begin; indexes and billing stand below. */
export function NewTableDialog({ onClose, create = createTable }: NewTableDialogProps) {
  const [form, setForm] = useState(createTableForm)
  const taken = useTables((state) => state.tables)?.map((table) => table.TableName)
  const problems = useMemo(() => findFormProblems(form, taken ?? []), [form, taken])
  const { shown, touch, showAll } = useShownProblems(problems)
  const nameInput = useRef<HTMLInputElement>(null)
  const { error, busy, submit } = useSubmit(async () => {
    showAll()
    if (Object.keys(problems).length > 0) return
    await create(definitionOfForm(form))
    navigate({ table: form.name, view: 'items' })
    onClose()
  })
  return (
    <Dialog
      title="New table"
      size="normal"
      initialFocus={nameInput}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="accent" disabled={busy} onClick={submit}>
            Create table
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label="Table name" error={shown.name}>
          {(input) => (
            <TextInput
              {...input}
              ref={nameInput}
              value={form.name}
              placeholder="Orders"
              onChange={(event) => setForm({ ...form, name: event.target.value })}
              onBlur={() => form.name !== '' && touch('name')}
            />
          )}
        </Field>
        <TableKeys form={form} problems={shown} onChange={setForm} onTouch={touch} />
        <IndexesSection form={form} problems={shown} onChange={setForm} onTouch={touch} />
        <BillingSection form={form} problems={shown} onChange={setForm} />
        {error && <ErrorNote {...error} />}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}

interface SectionProps {
  form: TableForm
  problems: FormProblems
  onChange(form: TableForm): void
  onTouch(place: string): void
}

function TableKeys({ form, problems, onChange, onTouch }: SectionProps) {
  return (
    <section>
      <div className={styles.keys}>
        <KeyPartInput
          label="Partition key"
          part={form.partition}
          placeholder="PK"
          error={problems.partition}
          onChange={(partition) => onChange({ ...form, partition })}
          onBlur={() => onTouch('partition')}
        />
        <KeyPartInput
          label="Sort key, may be empty"
          part={form.sort}
          placeholder="none"
          error={problems.sort}
          onChange={(sort) => onChange({ ...form, sort })}
          onBlur={() => onTouch('sort')}
        />
      </div>
      <p className={styles.meaning}>{meaningOf(form)}</p>
    </section>
  )
}

function meaningOf({ partition, sort }: TableForm) {
  if (!partition.name) return 'The partition key says which items lie together.'
  if (!sort.name) {
    return (
      <>
        One item for each <code>{partition.name}</code>; found by GetItem.
      </>
    )
  }
  return (
    <>
      Items with the same <code>{partition.name}</code> are one item collection, in the order of{' '}
      <code>{sort.name}</code>: one Query reads a stretch of it.
    </>
  )
}

function IndexesSection({ form, problems, onChange, onTouch }: SectionProps) {
  const add = (kind: IndexForm['kind']) => {
    const name = freeIndexName(
      kind,
      form.indexes.map((index) => index.name),
    )
    onChange({ ...form, indexes: [...form.indexes, createIndexForm(kind, name)] })
  }
  const replace = (changed: IndexForm) =>
    onChange({ ...form, indexes: form.indexes.map((index) => (index.id === changed.id ? changed : index)) })
  return (
    <section className={styles.indexes}>
      {form.indexes.map((index) => (
        <IndexFields
          key={index.id}
          table={form}
          index={index}
          problems={problems}
          onChange={replace}
          onTouch={onTouch}
          onRemove={() => onChange({ ...form, indexes: form.indexes.filter(({ id }) => id !== index.id) })}
        />
      ))}
      {problems.indexes && <FieldNote error={problems.indexes} />}
      <div className={styles.add}>
        <Button size="small" onClick={() => add('GSI')}>
          <Icon name="add" size={13} />
          Global index
        </Button>
        <Button size="small" onClick={() => add('LSI')}>
          <Icon name="add" size={13} />
          Local index
        </Button>
        <span className={styles.note}>A local index can only be made with its table.</span>
      </div>
    </section>
  )
}

function BillingSection({ form, problems, onChange }: Omit<SectionProps, 'onTouch'>) {
  return (
    <section className={styles.billing}>
      <div className={styles.choice}>
        <span className={styles.label} aria-hidden>
          Billing
        </span>
        <SegmentedControl
          label="Billing"
          value={form.billing}
          segments={BILLING}
          onValue={(billing) => onChange({ ...form, billing })}
        />
      </div>
      {form.billing === 'PROVISIONED' && (
        <UnitsInput
          units={form}
          error={problems.units}
          onChange={(units) => onChange({ ...form, ...units })}
        />
      )}
    </section>
  )
}
