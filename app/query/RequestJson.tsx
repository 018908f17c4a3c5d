// The request as JSON, to read and to edit; what is wrong with it stands below, with its place.

import { lazy, Suspense, useState } from 'react'
import type { EditorProblem } from '../editor/jsonModel.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import type { Refusal } from './form/queryEditing.ts'
import styles from './RequestJson.module.css'
import { parseJsonText } from './request/jsonText.ts'
import type { ReadOperation } from './request/queryForm.ts'
import { requestSchemas } from './request/requestSchemas.ts'

const JsonEditor = lazy(() =>
  import('../editor/JsonEditor.tsx').then((module) => ({ default: module.JsonEditor })),
)

export interface RequestJsonProps {
  operation: ReadOperation
  text: string
  /** Why the form cannot show it. */
  beyond: string | undefined
  refusal: Refusal | undefined
  onText(text: string): void
  onRun(): void
}

export function RequestJson({ operation, text, beyond, refusal, onText, onRun }: RequestJsonProps) {
  const [warnings, setWarnings] = useState<EditorProblem[]>([])
  const parsed = parseJsonText(text)
  const syntax = 'problem' in parsed ? parsed.problem : undefined
  return (
    <div className={styles.pane}>
      <div className={styles.editor}>
        <Suspense fallback={<pre className={styles.waiting}>{text}</pre>}>
          <JsonEditor
            label={`${operation} request as JSON`}
            value={text}
            schema={requestSchemas[operation]}
            onValue={onText}
            onProblems={setWarnings}
            onRun={onRun}
          />
        </Suspense>
      </div>
      <div className={styles.notes}>
        {syntax && <Problem severity="error" {...syntax} />}
        {!syntax &&
          warnings
            .slice(0, 3)
            .map((warning) => (
              <Problem key={`${warning.line} ${warning.column} ${warning.message}`} {...warning} />
            ))}
        {!syntax && beyond !== undefined && (
          <p className={styles.beyond}>
            <Icon name="info" size={13} />
            <span>The form cannot show this request, which runs as it stands. {beyond}</span>
          </p>
        )}
        {refusal && <ErrorNote name={refusal.name} message={refusal.message} hint={refusal.advice} />}
        <p className={styles.keys}>
          <Kbd keys="Escape" /> then <Kbd keys="Tab" /> leaves the editor
        </p>
      </div>
    </div>
  )
}

function Problem({ severity, message, line, column }: EditorProblem) {
  return (
    <p className={styles.problem} data-severity={severity} role={severity === 'error' ? 'alert' : undefined}>
      <Icon name={severity === 'error' ? 'danger' : 'warning'} size={13} />
      <span className={styles.place}>
        Line {line}, column {column}
      </span>
      <span>{message}</span>
    </p>
  )
}
