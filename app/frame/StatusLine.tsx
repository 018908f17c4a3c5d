import type { ProjectStatus } from '../../engine/worker/beside.ts'
import { Icon } from '../ui/Icon.tsx'
import { tooltip } from '../ui/Tooltip.tsx'
import { useActivity } from '../workspace/activity.ts'
import { runCommand } from '../workspace/commands.ts'
import { type EngineStatusState, useEngineStatus } from '../workspace/engineStatus.ts'
import { useOpenTabs } from '../workspace/openTabs.ts'
import { useProject } from '../workspace/project.ts'
import { formatBytes, formatDuration } from './format.ts'
import styles from './StatusLine.module.css'

const WORDS: Record<ProjectStatus, string> = {
  opening: 'Opening…',
  ready: 'Saved',
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'Not saved',
}

export function StatusLine() {
  const hasProject = useProject((state) => state.status === 'ready')
  const engine = useEngineStatus()
  return (
    <footer className={styles.line}>
      {hasProject && <SaveState {...engine} />}
      {engine.storage && <StorageState {...engine.storage} />}
      <span
        className={styles.part}
        {...tooltip('Requests go to the engine in this tab. Nothing leaves your computer.')}
      >
        <Icon name="storage" size={13} />
        In this browser
      </span>
      {hasProject && <TabCount />}
      {hasProject && <LastRequest />}
    </footer>
  )
}

function SaveState({ status, error }: EngineStatusState) {
  const tip = error ? `${error.name}: ${error.message}` : 'Every edit is stored in this browser as it is made'
  return (
    <span className={styles.part} role="status" data-status={status} {...tooltip(tip)}>
      <span className={styles.dot} />
      {WORDS[status]}
    </span>
  )
}

function StorageState({ usageBytes, quotaBytes, persisted }: NonNullable<EngineStatusState['storage']>) {
  const keep = persisted
    ? 'The browser keeps it until you delete it.'
    : 'The browser may clear it when the disk is nearly full: export what matters.'
  return (
    <span
      className={styles.part}
      {...tooltip(`${formatBytes(usageBytes)} of ${formatBytes(quotaBytes)} in use. ${keep}`)}
    >
      {formatBytes(usageBytes)} stored
    </span>
  )
}

function TabCount() {
  const { count } = useOpenTabs()
  if (count < 2) return null
  return (
    <span
      className={styles.part}
      {...tooltip('All tabs of a project share one engine: a change in one shows in the others')}
    >
      Open in {count} tabs
    </span>
  )
}

function LastRequest() {
  const last = useActivity((state) => state.requests.findLast((request) => !request.background))
  return (
    <button
      type="button"
      className={styles.activity}
      data-tour="activity"
      {...tooltip('Show or hide the activity', 'Mod+J')}
      onClick={() => runCommand('pane.activity')}
    >
      <Icon name="activity" size={13} />
      {last ? (
        <>
          {last.operation}
          <span className={styles.quiet} data-failed={last.error !== undefined || undefined}>
            {last.error
              ? last.error.name
              : last.durationMs === undefined
                ? '…'
                : formatDuration(last.durationMs)}
          </span>
        </>
      ) : (
        'Activity'
      )}
    </button>
  )
}
