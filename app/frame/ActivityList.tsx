import { type KeyboardEvent, memo } from 'react'
import type { ActivityRequest } from '../workspace/activity.ts'
import styles from './ActivityList.module.css'
import { resultOf, targetOf, unitsOf } from './activitySummary.ts'
import { formatDuration, formatTime } from './format.ts'

export interface ActivityListProps {
  /** The newest first. */
  requests: readonly ActivityRequest[]
  chosenId: number | undefined
  onChoose(id: number): void
}

export function ActivityList({ requests, chosenId, onChoose }: ActivityListProps) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const at = requests.findIndex((request) => request.id === chosenId)
    const next = requests[Math.min(requests.length - 1, Math.max(0, at + by))]
    if (!next) return
    onChoose(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-request="${next.id}"]`)?.focus()
  }
  return (
    <div className={styles.list} role="listbox" aria-label="Requests" onKeyDown={move}>
      {requests.map((request, position) => (
        <ActivityLine
          key={request.id}
          request={request}
          chosen={request.id === chosenId}
          tabStop={request.id === chosenId || (chosenId === undefined && position === 0)}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

interface ActivityLineProps {
  request: ActivityRequest
  chosen: boolean
  tabStop: boolean
  onChoose(id: number): void
}

const ActivityLine = memo(function ActivityLine({ request, chosen, tabStop, onChoose }: ActivityLineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the arrow keys, which choose as they move.
    <div
      role="option"
      className={styles.line}
      data-request={request.id}
      data-failed={request.error !== undefined || undefined}
      aria-selected={chosen}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => onChoose(request.id)}
    >
      <span className={styles.time}>{formatTime(request.startedAt)}</span>
      <span className={styles.operation}>{request.operation}</span>
      <span className={styles.target}>{targetOf(request)}</span>
      <span className={styles.result}>{resultOf(request)}</span>
      <span className={styles.number}>{unitsOf(request)}</span>
      <span className={styles.number}>
        {request.durationMs === undefined ? '' : formatDuration(request.durationMs)}
      </span>
    </div>
  )
})
