import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { openDialog } from '../workspace/dialogs.ts'
import { navigate } from '../workspace/route.ts'
import { type IndexDescription, indexesOf, useTableDescription } from '../workspace/tables.ts'
import { formatBytes, formatCount } from './format.ts'
import styles from './IndexInspector.module.css'
import { Facts, InspectorGroup, InspectorHeading, KeyFacts } from './InspectorParts.tsx'

const KINDS = { GSI: 'Global secondary index', LSI: 'Local secondary index' } as const

export function IndexInspector({ table: tableName, name }: { table: string; name: string }) {
  const table = useTableDescription(tableName)
  const index = table && indexesOf(table).find(({ IndexName }) => IndexName === name)
  if (!table || !index) return null
  const leftOut = table.ItemCount - index.ItemCount
  return (
    <>
      <InspectorHeading
        kind={KINDS[index.kind]}
        name={name}
        actions={<IndexMenu table={tableName} index={index} />}
      />
      <InspectorGroup title="Key">
        <KeyFacts keys={index.KeySchema} definitions={table.AttributeDefinitions} />
      </InspectorGroup>
      <InspectorGroup title="Projection">
        <Facts facts={projectionFacts(index)} />
      </InspectorGroup>
      <InspectorGroup title="Contents">
        <Facts
          facts={[
            ['Items', formatCount(index.ItemCount)],
            ['Left out', leftOut > 0 ? `${formatCount(leftOut)} without its key` : 'None'],
            ['Size', formatBytes(index.IndexSizeBytes)],
          ]}
        />
      </InspectorGroup>
      <div className={styles.back}>
        <Button tone="quiet" size="small" onClick={() => navigate({ index: undefined, key: undefined })}>
          <Icon name="back" size={13} />
          {tableName}
        </Button>
      </div>
    </>
  )
}

function projectionFacts(index: IndexDescription): [string, string][] {
  const { ProjectionType = 'ALL', NonKeyAttributes = [] } = index.Projection
  const meanings = {
    ALL: 'Every attribute of the item',
    KEYS_ONLY: 'The keys of the table and of the index',
    INCLUDE: 'The keys and the attributes below',
  }
  const facts: [string, string][] = [[ProjectionType, meanings[ProjectionType]]]
  if (NonKeyAttributes.length > 0) facts.push(['Attributes', NonKeyAttributes.join(', ')])
  return facts
}

function IndexMenu({ table, index }: { table: string; index: IndexDescription }) {
  const name = index.IndexName
  return (
    <MenuButton
      icon="more"
      label={`Actions on index ${name}`}
      align="end"
      entries={() => [
        { label: 'Query', icon: 'run', run: () => navigate({ view: 'query', table, index: name }) },
        'separator',
        {
          label: index.kind === 'GSI' ? 'Delete index…' : 'A local index stays with its table',
          icon: 'delete',
          tone: 'danger',
          disabled: index.kind === 'LSI',
          run: () => openDialog({ kind: 'deleteIndex', table, index: name }),
        },
      ]}
    />
  )
}
