import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Field, FieldNote } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import styles from './IndexFields.module.css'
import { KeyPartInput } from './KeyPartInput.tsx'
import { type IndexForm, type KeyPart, partitionOf, type TableForm } from './tableForm.ts'
import type { FormProblems } from './tableProblems.ts'
import { UnitsInput } from './UnitsInput.tsx'

const MOST_PARTS = 4

const PROJECTIONS = [
  { value: 'ALL', label: 'ALL' },
  { value: 'KEYS_ONLY', label: 'KEYS_ONLY' },
  { value: 'INCLUDE', label: 'INCLUDE' },
] as const

export interface IndexFieldsProps {
  table: Pick<TableForm, 'partition' | 'billing'>
  index: IndexForm
  problems: FormProblems
  onChange(index: IndexForm): void
  onTouch(place: string): void
  onRemove?: () => void
}

/** One secondary index of the form: name, key, projection. */
export function IndexFields({ table, index, problems, onChange, onTouch, onRemove }: IndexFieldsProps) {
  const at = `index/${index.id}`
  const keyProblem = problems[`${at}/key`]
  const change = (part: Partial<IndexForm>) => onChange({ ...index, ...part })
  return (
    <section className={styles.index} aria-label={`Index ${index.name}`}>
      <div className={styles.head}>
        <Chip tone="accent">{index.kind === 'GSI' ? 'Global' : 'Local'}</Chip>
        {onRemove && <IconButton icon="delete" label={`Remove index ${index.name}`} onClick={onRemove} />}
      </div>
      <Field label="Index name" error={problems[`${at}/name`]}>
        {(input) => (
          <TextInput
            {...input}
            value={index.name}
            onChange={(event) => change({ name: event.target.value })}
            onBlur={() => onTouch(`${at}/name`)}
          />
        )}
      </Field>
      <div className={styles.keys}>
        <PartsFields
          side="partition"
          table={table}
          index={index}
          problems={problems}
          onChange={change}
          onTouch={onTouch}
        />
        <PartsFields
          side="sort"
          table={table}
          index={index}
          problems={problems}
          onChange={change}
          onTouch={onTouch}
        />
      </div>
      {keyProblem && <FieldNote error={keyProblem} />}
      <ProjectionFields index={index} problems={problems} onChange={change} onTouch={onTouch} />
      {table.billing === 'PROVISIONED' && index.kind === 'GSI' && (
        <UnitsInput units={index} error={problems[`${at}/units`]} onChange={change} />
      )}
    </section>
  )
}

interface PartsFieldsProps extends Pick<IndexFieldsProps, 'table' | 'index' | 'problems' | 'onTouch'> {
  side: 'partition' | 'sort'
  onChange(part: Partial<IndexForm>): void
}

/** The partition or the sort key attributes: up to four each in a global index. */
function PartsFields({ side, table, index, problems, onChange, onTouch }: PartsFieldsProps) {
  const parts = side === 'partition' ? partitionOf(table, index) : index.sort
  const isFixed = side === 'partition' && index.kind === 'LSI'
  const set = (next: KeyPart[]) => onChange({ [side]: next })
  const canAdd = index.kind === 'GSI' && parts.length < MOST_PARTS && parts.at(-1)?.name !== ''
  return (
    <div className={styles.parts}>
      {parts.map((part, place) => (
        <KeyPartInput
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of key attributes is their identity.
          key={place}
          label={labelOf(index.kind, side, place, parts.length)}
          placeholder={placeholderOf(index, side, place)}
          part={part}
          disabled={isFixed}
          error={problems[`index/${index.id}/${side}/${place}`]}
          onChange={(changed) => set(parts.map((other, at) => (at === place ? changed : other)))}
          onBlur={() => onTouch(`index/${index.id}/${side}/${place}`)}
          onRemove={parts.length > 1 ? () => set(parts.filter((_, at) => at !== place)) : undefined}
        />
      ))}
      {canAdd && (
        <Button size="small" tone="quiet" onClick={() => set([...parts, { name: '', type: 'S' }])}>
          <Icon name="add" size={13} />
          Another attribute
        </Button>
      )}
    </div>
  )
}

type Side = PartsFieldsProps['side']

function labelOf(kind: IndexForm['kind'], side: Side, place: number, count: number): string {
  const name = side === 'partition' ? 'Partition key' : 'Sort key'
  if (count > 1) return `${name}, attribute ${place + 1}`
  return side === 'sort' && kind === 'GSI' ? `${name}, may be empty` : name
}

/** An example, never a value: an index on attributes that no item has is empty. */
function placeholderOf({ kind, name }: IndexForm, side: Side, place: number): string | undefined {
  if (place > 0) return undefined
  if (side === 'partition') return `${name}PK`
  return kind === 'GSI' ? 'none' : `${name}SK`
}

function ProjectionFields({ index, problems, onChange, onTouch }: Omit<PartsFieldsProps, 'side' | 'table'>) {
  const place = `index/${index.id}/included`
  return (
    <div className={styles.projection}>
      <div className={styles.projectionChoice}>
        <span className={styles.label}>Projection</span>
        <SegmentedControl
          label="Projection"
          value={index.projection}
          segments={PROJECTIONS}
          onValue={(projection) => onChange({ projection })}
        />
      </div>
      {index.projection === 'INCLUDE' && (
        <Field
          label="Attributes to include, separated by commas"
          error={problems[place]}
          className={styles.name}
        >
          {(input) => (
            <TextInput
              {...input}
              mono
              value={index.included}
              placeholder="status, total"
              onChange={(event) => onChange({ included: event.target.value })}
              onBlur={() => onTouch(place)}
            />
          )}
        </Field>
      )}
    </div>
  )
}
