import { useId, useMemo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { JsonText } from '../ui/JsonText.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { type Tab, Tabs } from '../ui/Tabs.tsx'
import type { ActivityRequest } from '../workspace/activity.ts'
import { copyText } from '../workspace/copyText.ts'
import { findErrorHint } from '../workspace/errorHint.ts'
import { asHandedRequest, handToQuery } from '../workspace/handedRequest.ts'
import { plural } from '../workspace/plural.ts'
import { printCliCommand, printSdkCode } from '../workspace/requestText.ts'
import styles from './ActivityDetail.module.css'

type Side = 'input' | 'output'

const TABS: readonly Tab<Side>[] = [
  { value: 'input', label: 'Request' },
  { value: 'output', label: 'Response' },
]

/** One request in full: its JSON in and out, and itself as CLI command or SDK code. */
export function ActivityDetail({ request }: { request: ActivityRequest }) {
  const [side, setSide] = useState<Side>(request.error ? 'output' : 'input')
  const panelId = useId()
  const text = useMemo(() => JSON.stringify(request[side] ?? {}, undefined, 2), [request, side])
  const isWhole = request.releasedItems === undefined
  const again = asHandedRequest(request.operation, request.input)
  return (
    <div className={styles.detail}>
      <div className={styles.bar}>
        <Tabs
          label="Request and response"
          value={side}
          tabs={TABS}
          onValue={(value) => setSide(value)}
          panelId={panelId}
        />
        <div className={styles.actions}>
          {again && (
            <Button size="small" onClick={() => handToQuery(again)}>
              Open in Query
            </Button>
          )}
          {isWhole && <CopyMenu request={request} />}
          <IconButton
            icon="copy"
            size="small"
            label="Copy this JSON"
            onClick={() => void copyText(text, 'JSON')}
          />
        </div>
      </div>
      <div
        role="tabpanel"
        id={panelId}
        aria-label={side === 'input' ? 'Request' : 'Response'}
        className={styles.body}
      >
        {!isWhole && (
          <p className={styles.released}>
            The items of this request, {plural(request.releasedItems ?? 0, 'item')}, were let go to make room
            for newer ones.
          </p>
        )}
        {side === 'output' && request.error ? (
          <div className={styles.error}>
            <ErrorNote {...request.error} hint={findErrorHint(request.error)} />
          </div>
        ) : (
          <JsonText text={text} label={side === 'input' ? 'Request' : 'Response'} />
        )}
      </div>
    </div>
  )
}

function CopyMenu({ request }: { request: ActivityRequest }) {
  const input = request.input as object
  const entries = () => [
    {
      label: 'Copy as AWS CLI command',
      icon: 'terminal' as const,
      run: () => void copyText(printCliCommand(request.operation, input), 'AWS CLI command'),
    },
    {
      label: 'Copy as SDK for JavaScript v3',
      icon: 'code' as const,
      run: () => void copyText(printSdkCode(request.operation, input), 'SDK code'),
    },
  ]
  return (
    <MenuButton size="small" label="Copy as" align="end" entries={entries}>
      Copy as
    </MenuButton>
  )
}
