import type { Select as SelectValue } from '../../../engine/api.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { NumberInput } from '../../ui/NumberInput.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { tooltip } from '../../ui/Tooltip.tsx'
import type { QueryTarget } from '../request/queryTarget.ts'
import { FormSection } from './FormSection.tsx'
import styles from './OptionsSection.module.css'
import { useQueryEditing } from './queryEditing.ts'

/** How to read: order, limit, consistency, what to return, which part of a parallel scan. */
export function OptionsSection() {
  const { form, edit } = useQueryEditing()
  const isGet = form.operation === 'GetItem'
  return (
    <FormSection title="Options" parts={['limit', 'select', 'consistentRead', 'segments', 'startKey']}>
      <div className={styles.options}>
        {form.operation === 'Query' && (
          <SegmentedControl
            label="Order of sort keys"
            value={form.newestFirst ? 'newest' : 'oldest'}
            segments={[
              { value: 'oldest', label: 'Ascending', icon: 'ascending' },
              { value: 'newest', label: 'Descending', icon: 'descending' },
            ]}
            onValue={(order) => edit({ newestFirst: order === 'newest' })}
          />
        )}
        {!isGet && <LimitOption />}
        {!isGet && <SelectOption />}
        <ConsistencyOption />
        {form.operation === 'Scan' && <SegmentsOption />}
      </div>
      {!isGet && form.startKey && <StartKey />}
    </FormSection>
  )
}

function LimitOption() {
  const { form, edit, refusal } = useQueryEditing()
  return (
    <div className={styles.option} {...tooltip('Items read at most, before the filter')}>
      <span>Limit</span>
      <NumberInput
        className={styles.number}
        aria-label="Limit"
        placeholder="1 MB"
        value={form.limit}
        invalid={refusal?.part === 'limit'}
        onValue={(limit) => edit({ limit })}
      />
    </div>
  )
}

function SelectOption() {
  const { form, edit, target } = useQueryEditing()
  return (
    <div className={styles.option}>
      <span>Return</span>
      <Select
        aria-label="What to return"
        value={form.select ?? ''}
        options={selectOptions(target)}
        onValue={(value) => edit({ select: value === '' ? undefined : (value as SelectValue) })}
      />
    </div>
  )
}

function selectOptions(target: QueryTarget): { value: SelectValue | ''; label: string }[] {
  const isIndex = target.indexName !== undefined
  return [
    { value: '', label: isIndex ? 'Items as projected' : 'Items' },
    { value: 'COUNT', label: 'Count only' },
    {
      value: 'ALL_ATTRIBUTES',
      label: target.kind === 'LSI' ? 'All attributes, from the table' : 'All attributes',
    },
    { value: 'ALL_PROJECTED_ATTRIBUTES', label: 'All projected attributes' },
    { value: 'SPECIFIC_ATTRIBUTES', label: 'The projection' },
  ]
}

function ConsistencyOption() {
  const { form, edit, target } = useQueryEditing()
  const isImpossible = target.kind === 'GSI' && form.operation !== 'GetItem' && !form.consistentRead
  return (
    <Checkbox
      checked={form.consistentRead}
      disabled={isImpossible}
      {...tooltip(
        isImpossible
          ? 'A global secondary index is always eventually consistent'
          : 'Sees every write acknowledged before; costs twice as much',
      )}
      onValue={(consistentRead) => edit({ consistentRead })}
    >
      Consistent read
    </Checkbox>
  )
}

function SegmentsOption() {
  const { form, edit } = useQueryEditing()
  const { segments } = form
  return (
    <div className={styles.option}>
      <Checkbox
        checked={segments !== undefined}
        {...tooltip('Reads one of several parts, for workers that scan side by side')}
        onValue={(on) => edit({ segments: on ? { segment: 0, totalSegments: 4 } : undefined })}
      >
        Parallel scan
      </Checkbox>
      {segments && (
        <>
          <span>segment</span>
          <NumberInput
            className={styles.number}
            aria-label="Segment"
            value={segments.segment}
            onValue={(segment) => edit({ segments: { ...segments, segment: segment ?? 0 } })}
          />
          <span>of</span>
          <NumberInput
            className={styles.number}
            aria-label="Total segments"
            value={segments.totalSegments}
            onValue={(totalSegments) =>
              edit({ segments: { ...segments, totalSegments: totalSegments ?? 1 } })
            }
          />
        </>
      )}
    </div>
  )
}

function StartKey() {
  const { form, edit } = useQueryEditing()
  return (
    <p className={styles.startKey}>
      <span>Starts after</span>
      <code className={styles.key}>{JSON.stringify(form.startKey)}</code>
      <IconButton
        size="small"
        icon="close"
        label="Start at the beginning"
        onClick={() => edit({ startKey: undefined })}
      />
    </p>
  )
}
