// The request as JSON, to read and to edit; what is wrong with it stands below, with its place.

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { EditorMark, EditorProblem } from '../editor/jsonModel.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import type { Refusal } from './form/queryEditing.ts'
import styles from './RequestJson.module.css'
import { adviseInJson } from './request/adviseInJson.ts'
import { findPlace } from './request/jsonPlace.ts'
import { parseJsonText } from './request/jsonText.ts'
import type { ReadOperation } from './request/queryForm.ts'
import { findRefusedMember } from './request/refusedMember.ts'
import { findOperation } from './request/requestAim.ts'
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
  onOperation(operation: ReadOperation): void
  onRun(): void
}

export function RequestJson({
  operation,
  text,
  beyond,
  refusal,
  onText,
  onOperation,
  onRun,
}: RequestJsonProps) {
  const [warnings, setWarnings] = useState<EditorProblem[]>([])
  const parsed = parseJsonText(text)
  const json = 'json' in parsed ? parsed.json : undefined
  const mark = useMark(text, refusal)
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
            mark={mark}
            onProblems={setWarnings}
            onRun={onRun}
          />
        </Suspense>
      </div>
      <div className={styles.notes}>
        {refusal && <RefusalNote {...{ refusal, mark, json }} />}
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
        {!syntax && <OperationOffer {...{ operation, onOperation }} json={json} />}
        <p className={styles.keys}>
          <Kbd keys="Escape" /> then <Kbd keys="Tab" /> leaves the editor
        </p>
      </div>
    </div>
  )
}

interface RefusalNoteProps {
  refusal: Refusal
  mark: EditorMark | undefined
  json: unknown
}

function RefusalNote({ refusal, mark, json }: RefusalNoteProps) {
  const note = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is brought into view once.
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' })
  }, [refusal])
  return (
    <div ref={note}>
      <ErrorNote
        name={refusal.name}
        message={refusal.message}
        hint={
          <>
            {mark && <span className={styles.place}>Line {mark.line}: </span>}
            {adviseInJson(refusal, json)}
          </>
        }
      />
    </div>
  )
}

/** The place of what DynamoDB refused, in the text. */
function useMark(text: string, refusal: Refusal | undefined): EditorMark | undefined {
  return useMemo(() => {
    const parsed = refusal && parseJsonText(text)
    if (!refusal || !parsed || !('json' in parsed)) return undefined
    const path = findRefusedMember(refusal, parsed.json)
    const place = path && findPlace(text, path)
    return place && { ...place, message: `${refusal.name}: ${refusal.message}` }
  }, [text, refusal])
}

interface OperationOfferProps {
  operation: ReadOperation
  json: unknown
  onOperation(operation: ReadOperation): void
}

/** A request of another operation was typed or pasted. */
function OperationOffer({ operation, json, onOperation }: OperationOfferProps) {
  const other = findOperation(json)
  if (other === undefined || other === operation) return null
  return (
    <p className={styles.offer}>
      <Icon name="info" size={13} />
      <span>
        This is a {other}; {operation} is chosen.
      </span>
      <Button size="small" onClick={() => onOperation(other)}>
        Switch to {other}
      </Button>
    </p>
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
