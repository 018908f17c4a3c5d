// The filter: rows of tests in groups, or the expression as text. Both write the same request; text says
// what rows cannot.

import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { FormSection } from '../form/FormSection.tsx'
import { useQueryEditing } from '../form/queryEditing.ts'
import { createTest, type FilterGroup, type QueryForm } from '../request/queryForm.ts'
import { FilterGroupEditor } from './FilterGroupEditor.tsx'
import styles from './FilterSection.module.css'
import { FilterTextEditor } from './FilterTextEditor.tsx'
import { addNode } from './filterEdits.ts'
import { groupOfText, newGroup, textOfGroup } from './filterModes.ts'

export function FilterSection() {
  const { filter } = useQueryEditing().form
  return (
    <FormSection title="Filter" parts={['filter']} aside={<Mode filter={filter} />}>
      {filter.kind === 'text' ? <FilterTextEditor filter={filter} /> : <Rows filter={filter} />}
    </FormSection>
  )
}

function Rows({ filter }: { filter: FilterGroup }) {
  const { edit } = useQueryEditing()
  const isEmpty = filter.members.length === 0
  return (
    <>
      {!isEmpty && <FilterGroupEditor root={filter} group={filter} at={[]} />}
      <div className={styles.actions}>
        <Button size="small" onClick={() => edit({ filter: addNode(filter, [], createTest()) })}>
          <Icon name="add" size={13} />
          Add a condition
        </Button>
        {!isEmpty && (
          <Button
            size="small"
            tone="quiet"
            onClick={() => edit({ filter: addNode(filter, [], newGroup(filter)) })}
          >
            <Icon name="add" size={13} />
            Add a group
          </Button>
        )}
      </div>
    </>
  )
}

function Mode({ filter }: { filter: QueryForm['filter'] }) {
  const { edit } = useQueryEditing()
  const asRows = filter.kind === 'text' ? groupOfText(filter) : filter
  const change = (mode: 'rows' | 'text') => {
    if (mode === 'text' && filter.kind === 'group') edit({ filter: textOfGroup(filter) })
    if (mode === 'rows' && asRows) edit({ filter: asRows })
  }
  return (
    <SegmentedControl
      label="Write the filter as"
      size="small"
      value={filter.kind === 'text' ? 'text' : 'rows'}
      segments={[
        { value: 'rows', label: 'Rows', disabled: asRows === undefined },
        { value: 'text', label: 'Text' },
      ]}
      onValue={change}
    />
  )
}
