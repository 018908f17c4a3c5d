import { useEffect, useId, useRef, useState } from 'react'
import { writeCreateTable } from '../transfer/createTableJson.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { JsonText } from '../ui/JsonText.tsx'
import { Progress } from '../ui/Progress.tsx'
import { Select } from '../ui/Select.tsx'
import { type Tab, Tabs } from '../ui/Tabs.tsx'
import { copyText } from '../workspace/copyText.ts'
import { notify } from '../workspace/notify.ts'
import { plural } from '../workspace/plural.ts'
import { useProject } from '../workspace/project.ts'
import { currentRoute } from '../workspace/route.ts'
import { useTables } from '../workspace/tables.ts'
import { downloadFile, fileNameOf } from './download.ts'
import styles from './ExportDialog.module.css'
import { writeModel } from './exportModel.ts'
import { useSubmit } from './useSubmit.ts'

type Format = 'tables' | 'model'

const LABELS: Record<Format, string> = { tables: 'CreateTable JSON', model: 'NoSQL Workbench model' }

const FORMATS: readonly Tab<Format>[] = [
  { value: 'tables', label: LABELS.tables },
  { value: 'model', label: LABELS.model },
]

export function ExportDialog({ onClose }: { onClose(): void }) {
  const [format, setFormat] = useState<Format>('tables')
  const panelId = useId()
  const name = useProject((state) => state.name)
  return (
    <Dialog title={`Export ${name}`} size="large" onClose={onClose}>
      <Tabs
        label="Format"
        value={format}
        tabs={FORMATS}
        onValue={(value) => setFormat(value)}
        panelId={panelId}
      />
      <div role="tabpanel" id={panelId} aria-label={LABELS[format]} className={styles.panel}>
        {format === 'tables' ? <TablesExport /> : <ModelExport />}
      </div>
    </Dialog>
  )
}

function TablesExport() {
  const tables = useProject((state) => state.design.tables)
  const [chosen, setChosen] = useState(currentRoute().table)
  const table = tables.find(({ definition }) => definition.TableName === chosen) ?? tables[0]
  if (!table) return <EmptyState title="This project has no tables yet" />
  const textOf = (each: (typeof tables)[number]) =>
    `${JSON.stringify(writeCreateTable(each), undefined, 2)}\n`
  const fileOf = (each: (typeof tables)[number]) => fileNameOf(each.definition.TableName, '.json')
  const downloadAll = () => {
    for (const each of tables) downloadFile(fileOf(each), textOf(each))
  }
  const text = textOf(table)
  return (
    <>
      <p className={styles.hint}>
        One file for each table:{' '}
        <code>aws dynamodb create-table --cli-input-json file://{fileOf(table)}</code>
      </p>
      <div className={styles.bar}>
        {tables.length > 1 && (
          <Select
            aria-label="Table"
            value={table.definition.TableName}
            options={tables.map(({ definition }) => ({
              value: definition.TableName,
              label: definition.TableName,
            }))}
            onValue={setChosen}
          />
        )}
        <span className={styles.spacer} />
        <Button onClick={() => void copyText(text, 'CreateTable JSON')}>
          <Icon name="copy" size={14} />
          Copy
        </Button>
        <Button tone="accent" onClick={() => downloadFile(fileOf(table), text)}>
          <Icon name="export" size={14} />
          Download
        </Button>
        {tables.length > 1 && <Button onClick={downloadAll}>Download all {tables.length} files</Button>}
      </div>
      <div className={styles.preview}>
        <JsonText text={text} label={`CreateTable of ${table.definition.TableName}`} />
      </div>
    </>
  )
}

function ModelExport() {
  const { name, design } = useProject()
  const total = useTables((state) => state.tables?.reduce((sum, table) => sum + table.ItemCount, 0))
  const [done, setDone] = useState<number>()
  const abort = useRef<AbortController>(undefined)
  useEffect(() => () => abort.current?.abort(), [])
  const { error, busy, submit } = useSubmit(async () => {
    abort.current = new AbortController()
    try {
      const file = await writeModel({ signal: abort.current.signal, onProgress: setDone })
      downloadFile(fileNameOf(name, '.json'), file)
      notify({ tone: 'ok', title: 'NoSQL Workbench model downloaded' })
    } catch (cause) {
      if (!abort.current.signal.aborted) throw cause
    } finally {
      setDone(undefined)
    }
  })
  return (
    <div className={styles.model}>
      <p>
        One file with the tables, indexes, facets and items of <strong>{name}</strong>, as NoSQL Workbench for
        DynamoDB opens it. What an imported model held besides is written again in its place.
      </p>
      <p className={styles.hint}>
        {plural(design.tables.length, 'table')}, {plural(total ?? 0, 'item')}
      </p>
      {busy ? (
        <Progress
          label="Reading items"
          done={done ?? 0}
          total={total}
          onCancel={() => abort.current?.abort()}
        />
      ) : (
        <div>
          <Button tone="accent" onClick={submit}>
            <Icon name="export" size={14} />
            Download the model
          </Button>
        </div>
      )}
      {error && <ErrorNote {...error} />}
    </div>
  )
}
