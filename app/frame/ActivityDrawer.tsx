import { useState } from 'react'
import { Checkbox } from '../ui/Checkbox.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import { clearActivity, useActivity } from '../workspace/activity.ts'
import { plural } from '../workspace/plural.ts'
import { ActivityDetail } from './ActivityDetail.tsx'
import styles from './ActivityDrawer.module.css'
import { ActivityList } from './ActivityList.tsx'
import { formatCount } from './format.ts'
import { setPane } from './frameState.ts'

/** Every request of this tab, with its JSON in and out, what it consumed and how long it took. */
export function ActivityDrawer() {
  const { requests, forgotten } = useActivity()
  const [withBackground, setWithBackground] = useState(false)
  const [chosenId, setChosenId] = useState<number>()
  const shown = requests.filter((request) => withBackground || !request.background).reverse()
  const chosen = shown.find((request) => request.id === chosenId)
  return (
    <section className={styles.drawer} aria-label="Activity">
      <Toolbar aria-label="Activity" className={styles.bar ?? ''}>
        <h2 className={styles.title}>Activity</h2>
        <span className={styles.count}>
          {plural(shown.length, 'request')}
          {forgotten > 0 && `, ${formatCount(forgotten)} older ones let go`}
        </span>
        <div data-end className={styles.actions}>
          <Checkbox checked={withBackground} onValue={setWithBackground}>
            With the workbench’s own
          </Checkbox>
          <IconButton
            icon="delete"
            label="Clear the activity"
            disabled={requests.length === 0}
            onClick={clearActivity}
          />
          <IconButton
            icon="close"
            label="Close the activity"
            keys="Mod+J"
            onClick={() => setPane('activity', false)}
          />
        </div>
      </Toolbar>
      {shown.length === 0 ? (
        <EmptyState title="No requests yet">
          What you do in Items and Query shows here as the DynamoDB requests that it takes.
        </EmptyState>
      ) : (
        <div className={styles.panes}>
          <ActivityList requests={shown} chosenId={chosen?.id} onChoose={setChosenId} />
          {chosen && <ActivityDetail key={chosen.id} request={chosen} />}
        </div>
      )}
    </section>
  )
}
