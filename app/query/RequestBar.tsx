// The head of the view: which operation, on what, and the button that runs it.

import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { Select } from '../ui/Select.tsx'
import { copyText } from '../workspace/copyText.ts'
import { printCliCommand, printSdkCode } from '../workspace/requestText.ts'
import { HistoryMenu } from './HistoryMenu.tsx'
import styles from './RequestBar.module.css'
import { printJson } from './request/printJson.ts'
import { type QueryForm, type ReadOperation, readOperations } from './request/queryForm.ts'
import { type QueryTarget, type TableShape, targetsOf } from './request/queryTarget.ts'
import type { ReadRequest } from './request/readRequest.ts'
import { aimLabel, type RequestAim } from './request/requestAim.ts'

export interface RequestBarProps {
  form: QueryForm
  tables: readonly TableShape[]
  /** The request that Run would run; undefined while there is none. */
  request: ReadRequest | undefined
  /** What the request names: the form's target, or the JSON's. */
  aim: RequestAim
  onOperation(operation: ReadOperation): void
  onTarget(tableName: string, indexName: string | undefined): void
  onRun(): void
}

export function RequestBar({ form, aim, tables, request, onOperation, onTarget, onRun }: RequestBarProps) {
  return (
    <div className={styles.bar}>
      <div className={styles.parts}>
        <SegmentedControl
          label="Operation"
          value={form.operation}
          segments={readOperations.map((value) => ({ value, label: value }))}
          onValue={onOperation}
        />
        <div className={styles.aim}>
          <span>on</span>
          <TargetSelect {...{ form, aim, tables, onTarget }} />
        </div>
        <div className={styles.end}>
          <HistoryMenu />
          <MenuButton label="Copy the request" icon="copy" align="end" entries={() => copyEntries(request)} />
          <Button tone="accent" disabled={request === undefined} onClick={onRun}>
            <Icon name="run" size={13} />
            Run
            <Kbd keys="Mod+Enter" />
          </Button>
        </div>
      </div>
    </div>
  )
}

function TargetSelect({
  form,
  aim,
  tables,
  onTarget,
}: Pick<RequestBarProps, 'form' | 'aim' | 'tables' | 'onTarget'>) {
  const isGet = form.operation === 'GetItem'
  const targets = tables.flatMap(targetsOf).filter((target) => !isGet || target.kind === 'table')
  const shown = targets.findIndex(
    (each) => each.tableName === aim.tableName && (isGet || each.indexName === aim.indexName),
  )
  const options = targets.map((target, index) => ({ value: String(index), label: targetLabel(target) }))
  if (shown < 0) options.unshift({ value: '-1', label: `${aimLabel(aim)} (not in this project)` })
  return (
    <Select
      mono
      className={styles.target}
      aria-label="Table or index"
      value={String(shown)}
      options={options}
      onValue={(value) => {
        const target = targets[Number(value)]
        if (target) onTarget(target.tableName, target.indexName)
      }}
    />
  )
}

function targetLabel(target: QueryTarget): string {
  return target.indexName === undefined ? aimLabel(target) : `${aimLabel(target)} (${target.kind})`
}

function copyEntries(request: ReadRequest | undefined) {
  if (!request) return [{ label: 'There is no request yet', disabled: true, run: () => {} }]
  const { operation, input } = request
  return [
    { label: 'Copy as JSON', run: () => void copyText(printJson(input), 'Request JSON') },
    {
      label: 'Copy as AWS CLI command',
      run: () => void copyText(printCliCommand(operation, input), 'CLI command'),
    },
    { label: 'Copy as SDK code', run: () => void copyText(printSdkCode(operation, input), 'SDK code') },
  ]
}
