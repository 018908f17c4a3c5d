import { MenuButton } from '../ui/MenuButton.tsx'
import type { MenuEntry } from '../ui/menuEntry.ts'
import { useActivity } from '../workspace/activity.ts'
import { handToQuery } from '../workspace/handedRequest.ts'
import { historyOf } from './history.ts'

/** The reads of this session, to have one again. */
export function HistoryMenu() {
  return <MenuButton label="Reads of this session" icon="history" align="end" entries={entries} />
}

function entries(): MenuEntry[] {
  const history = historyOf(useActivity.getState().requests)
  if (history.length === 0) {
    return [{ label: 'Nothing was read in this session yet', disabled: true, run: () => {} }]
  }
  return [
    { heading: 'Read in this session' },
    ...history.map(({ request, label, detail }) => ({
      label: label.length > 90 ? `${label.slice(0, 89)}…` : label,
      detail,
      run: () => handToQuery(request),
    })),
  ]
}
