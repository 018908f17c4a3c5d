import { useEffect, useState } from 'react'
import { type Entity, findTable } from '../model/design.ts'
import { replaceEntity } from '../model/edits.ts'
import { Button } from '../ui/Button.tsx'
import { ENTITY_COLOR_COUNT, EntityMark } from '../ui/EntityMark.tsx'
import { Field } from '../ui/Field.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useEntityCounts } from '../workspace/entityCounts.ts'
import { clearEntityFocus, focusEntity } from '../workspace/entityFocus.ts'
import { notifyError } from '../workspace/notify.ts'
import { editDesign, useProject } from '../workspace/project.ts'
import styles from './EntityInspector.module.css'
import { formatCount } from './format.ts'
import { Facts, InspectorGroup, InspectorHeading } from './InspectorParts.tsx'

export function EntityInspector({ table, name }: { table: string; name: string }) {
  const entity = useProject((state) =>
    findTable(state.design, table)?.entities.find((each) => each.name === name),
  )
  const counts = useEntityCounts((state) => state.counts.get(table))
  if (!entity) return null
  const edit = (label: string, changed: Entity) => {
    editDesign(label, (design) => replaceEntity(design, table, name, changed))
      .then(() => focusEntity(table, changed.name))
      .catch((error: unknown) => notifyError('The entity was not saved', error))
  }
  return (
    <>
      <InspectorHeading
        kind={
          <>
            <EntityMark color={entity.color} /> Entity
          </>
        }
        name={name}
        actions={<IconButton icon="close" label="Close" onClick={clearEntityFocus} />}
      />
      <InspectorGroup title="Look">
        <NameField
          table={table}
          entity={entity}
          onRename={(next) => edit('rename entity', { ...entity, name: next })}
        />
        <ColorPicker color={entity.color} onPick={(color) => edit('recolour entity', { ...entity, color })} />
      </InspectorGroup>
      <InspectorGroup title="Recognised by">
        <Facts facts={matchFacts(entity)} />
      </InspectorGroup>
      <InspectorGroup title="Contents">
        <Facts
          facts={[
            [
              'Items',
              counts
                ? `${formatCount(counts.byEntity.get(name) ?? 0)}${counts.complete ? '' : ' or more'}`
                : '…',
            ],
            [
              'Attributes',
              entity.attributes.length > 0 ? entity.attributes.join(', ') : 'None besides the key',
            ],
          ]}
        />
      </InspectorGroup>
    </>
  )
}

function NameField({
  table,
  entity,
  onRename,
}: {
  table: string
  entity: Entity
  onRename(name: string): void
}) {
  const [name, setName] = useState(entity.name)
  useEffect(() => setName(entity.name), [entity.name])
  const others = useProject((state) => findTable(state.design, table)?.entities)
  const isTaken = others?.some((other) => other !== entity && other.name === name.trim()) ?? false
  const error = isTaken ? 'Another entity of this table has this name.' : undefined
  const commit = () => {
    if (name.trim() && !isTaken && name.trim() !== entity.name) onRename(name.trim())
    else setName(entity.name)
  }
  return (
    <Field label="Name" error={error}>
      {(input) => (
        <TextInput
          {...input}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      )}
    </Field>
  )
}

function ColorPicker({ color, onPick }: { color: number; onPick(color: number): void }) {
  return (
    <fieldset className={styles.colors}>
      <legend className={styles.legend}>Colour and shape</legend>
      {Array.from({ length: ENTITY_COLOR_COUNT }, (_, place) => (
        <Button
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the palette is its identity.
          key={place}
          tone="quiet"
          className={styles.color ?? ''}
          aria-label={`Colour ${place + 1}`}
          aria-pressed={place === color % ENTITY_COLOR_COUNT}
          onClick={() => onPick(place)}
        >
          <EntityMark color={place} size={13} />
        </Button>
      ))}
    </fieldset>
  )
}

function matchFacts(entity: Entity): [string, string][] {
  const { partitionKeyPrefix, sortKeyPrefix, typeAttribute } = entity.match
  const facts: [string, string][] = []
  if (partitionKeyPrefix !== undefined) facts.push(['Partition key', `begins with ${partitionKeyPrefix}`])
  if (sortKeyPrefix !== undefined) facts.push(['Sort key', `begins with ${sortKeyPrefix}`])
  if (typeAttribute) facts.push([typeAttribute.name, `is ${Object.values(typeAttribute.value).join()}`])
  if (entity.members.length > 0) facts.push(['By key', `${formatCount(entity.members.length)} items`])
  return facts.length > 0 ? facts : [['Nothing yet', 'No item is recognised as this entity.']]
}
