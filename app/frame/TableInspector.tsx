import type { TableDescription } from '../../engine/api.ts'
import { findTable } from '../model/design.ts'
import { EntityMark } from '../ui/EntityMark.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { openDialog } from '../workspace/dialogs.ts'
import { focusEntity } from '../workspace/entityFocus.ts'
import { useProject } from '../workspace/project.ts'
import { navigate } from '../workspace/route.ts'
import { indexesOf, useTableDescription } from '../workspace/tables.ts'
import { DefinitionGroup } from './DefinitionGroup.tsx'
import { formatBytes, formatCount } from './format.ts'
import { Facts, InspectorGroup, InspectorHeading, KeyFacts } from './InspectorParts.tsx'
import { LinkRow } from './LinkRow.tsx'
import { UnplacedGroup } from './UnplacedGroup.tsx'

export function TableInspector({ name }: { name: string }) {
  const table = useTableDescription(name)
  if (!table) return null
  return (
    <>
      <InspectorHeading kind="Table" name={name} actions={<TableMenu name={name} />} />
      <InspectorGroup title="Primary key">
        <KeyFacts keys={table.KeySchema} definitions={table.AttributeDefinitions} />
      </InspectorGroup>
      <InspectorGroup title="Contents">
        <Facts facts={contentFacts(table)} />
      </InspectorGroup>
      <IndexesGroup table={table} />
      <EntitiesGroup name={name} />
      <UnplacedGroup table={name} />
      <DefinitionGroup table={table} />
    </>
  )
}

function TableMenu({ name }: { name: string }) {
  return (
    <MenuButton
      icon="more"
      label={`Actions on table ${name}`}
      align="end"
      entries={() => [
        { label: 'New index…', icon: 'index', run: () => openDialog({ kind: 'newIndex', table: name }) },
        { label: 'Query', icon: 'run', run: () => navigate({ view: 'query', table: name }) },
        'separator',
        {
          label: 'Delete table…',
          icon: 'delete',
          tone: 'danger',
          run: () => openDialog({ kind: 'deleteTable', table: name }),
        },
      ]}
    />
  )
}

function contentFacts(table: TableDescription): [string, string][] {
  const { ItemCount, TableSizeBytes } = table
  const facts: [string, string][] = [
    ['Items', formatCount(ItemCount)],
    ['Size', formatBytes(TableSizeBytes)],
  ]
  if (ItemCount > 0) facts.push(['Average item', formatBytes(TableSizeBytes / ItemCount)])
  return facts
}

function IndexesGroup({ table }: { table: TableDescription }) {
  const indexes = indexesOf(table)
  const add = (
    <IconButton
      icon="add"
      size="small"
      label="New index"
      onClick={() => openDialog({ kind: 'newIndex', table: table.TableName })}
    />
  )
  return (
    <InspectorGroup title="Indexes" action={add}>
      {indexes.length === 0 && <Facts facts={[['None', 'An index shows the items under other keys.']]} />}
      {indexes.map((index) => (
        <LinkRow
          key={index.IndexName}
          label={index.IndexName}
          detail={`${index.kind} · ${index.Projection.ProjectionType ?? 'ALL'}`}
          count={formatCount(index.ItemCount)}
          onOpen={() => navigate({ index: index.IndexName, key: undefined })}
        />
      ))}
    </InspectorGroup>
  )
}

function EntitiesGroup({ name }: { name: string }) {
  const entities = useProject((state) => findTable(state.design, name)?.entities)
  if (!entities || entities.length === 0) return null
  return (
    <InspectorGroup title="Entities">
      {entities.map((entity) => (
        <LinkRow
          key={entity.name}
          icon={<EntityMark color={entity.color} />}
          label={entity.name}
          detail={entity.inferred ? 'found' : undefined}
          onOpen={() => focusEntity(name, entity.name)}
        />
      ))}
    </InspectorGroup>
  )
}
