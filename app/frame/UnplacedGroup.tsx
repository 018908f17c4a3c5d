import { findTable } from '../model/design.ts'
import { useProject } from '../workspace/project.ts'
import { formatCount } from './format.ts'
import { Facts, InspectorGroup } from './InspectorParts.tsx'

const MOST_SHOWN = 5

/** Items of the imported file that DynamoDB would refuse: kept in the design, and exported again. */
export function UnplacedGroup({ table }: { table: string }) {
  const unplaced = useProject((state) => findTable(state.design, table)?.unplaced)
  if (!unplaced || unplaced.length === 0) return null
  const rest = unplaced.length - MOST_SHOWN
  return (
    <InspectorGroup title={`Not placed: ${formatCount(unplaced.length)} of the imported items`}>
      <Facts facts={unplaced.slice(0, MOST_SHOWN).map(({ path, reason }) => [path, reason])} />
      {rest > 0 && <Facts facts={[['', `and ${formatCount(rest)} more; the export has them all`]]} />}
    </InspectorGroup>
  )
}
