import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { useQueryEditing } from '../form/queryEditing.ts'
import { createTest, type FilterGroup } from '../request/queryForm.ts'
import styles from './FilterGroupEditor.module.css'
import { FilterTestRow } from './FilterTestRow.tsx'
import { addNode, removeNode, replaceNode } from './filterEdits.ts'
import { newGroup } from './filterModes.ts'

export interface FilterGroupEditorProps {
  root: FilterGroup
  group: FilterGroup
  /** Where the group stands in the root. */
  at: readonly number[]
}

/** The members of a group, one below the other; groups inside are set in. */
export function FilterGroupEditor({ root, group, at }: FilterGroupEditorProps) {
  const isRoot = at.length === 0
  const isJoining = group.members.length > 1 || !isRoot || group.negated
  return (
    <fieldset className={styles.group} data-nested={!isRoot || undefined}>
      <legend className={styles.legend}>{isRoot ? 'Filter' : 'Group of conditions'}</legend>
      {isJoining && <Head root={root} group={group} at={at} />}
      {group.members.map((member, index) => {
        const place = [...at, index]
        const key = place.join('.')
        return member.kind === 'group' ? (
          <FilterGroupEditor key={key} root={root} group={member} at={place} />
        ) : (
          <FilterTestRow key={key} root={root} test={member} at={place} />
        )
      })}
    </fieldset>
  )
}

type Joining = 'AND' | 'OR' | 'NOT AND' | 'NOT OR'

const joinings: { value: Joining; label: string }[] = [
  { value: 'AND', label: 'all of these hold' },
  { value: 'OR', label: 'any of these holds' },
  { value: 'NOT AND', label: 'not all of these hold' },
  { value: 'NOT OR', label: 'none of these holds' },
]

function Head({ root, group, at }: FilterGroupEditorProps) {
  const { edit } = useQueryEditing()
  const isRoot = at.length === 0
  const joining: Joining = `${group.negated ? 'NOT ' : ''}${group.joiner}`
  const change = (next: Joining) => {
    const joined: FilterGroup = {
      ...group,
      negated: next.startsWith('NOT'),
      joiner: next.endsWith('AND') ? 'AND' : 'OR',
    }
    edit({ filter: isRoot ? joined : replaceNode(root, at, joined) })
  }
  return (
    <div className={styles.head}>
      <Select
        size="small"
        aria-label="How the conditions join"
        value={joining}
        options={joinings}
        onValue={change}
      />
      {!isRoot && (
        <>
          <Button size="small" tone="quiet" onClick={() => edit({ filter: addNode(root, at, createTest()) })}>
            <Icon name="add" size={13} />
            Condition
          </Button>
          <Button
            size="small"
            tone="quiet"
            onClick={() => edit({ filter: addNode(root, at, newGroup(group)) })}
          >
            <Icon name="add" size={13} />
            Group
          </Button>
          <IconButton
            size="small"
            icon="close"
            label="Remove the group"
            onClick={() => edit({ filter: removeNode(root, at) })}
          />
        </>
      )}
    </div>
  )
}
