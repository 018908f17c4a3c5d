import { useId, useMemo } from 'react'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { type QueryEditing, QueryEditingContext, type Refusal } from './form/queryEditing.ts'
import type { TargetSample } from './form/targetSample.ts'
import { RequestForm } from './RequestForm.tsx'
import { RequestJson } from './RequestJson.tsx'
import styles from './RequestPanel.module.css'
import type { DraftInHand } from './useDraft.ts'

export interface RequestPanelProps {
  hand: DraftInHand
  sample: TargetSample
  refusal: Refusal | undefined
  onRun(): void
}

/** The request in its two shapes, form and JSON; one is visible, and is what runs. */
export function RequestPanel({ hand, sample, refusal, onRun }: RequestPanelProps) {
  const { draft, text, editText, reset } = hand
  const panelId = useId()
  return (
    <section className={styles.panel} aria-label="Request">
      <div className={styles.tabs}>
        <Tabs
          label="Write the request as"
          value={draft.pane}
          tabs={[
            { value: 'form', label: 'Form' },
            { value: 'json', label: 'JSON', ...(draft.json === undefined ? {} : { detail: 'edited' }) },
          ]}
          onValue={hand.setPane}
          panelId={panelId}
        />
        {draft.pane === 'json' && draft.beyond !== undefined && (
          <Button size="small" onClick={reset}>
            Back to the form’s request
          </Button>
        )}
      </div>
      <div
        id={panelId}
        role="tabpanel"
        aria-label={draft.pane === 'form' ? 'Form' : 'JSON'}
        className={styles.content}
        data-pane={draft.pane}
      >
        {draft.pane === 'json' ? (
          <RequestJson
            key={draft.form.operation}
            operation={draft.form.operation}
            beyond={draft.beyond}
            {...{ text, refusal, onRun }}
            onText={editText}
            onOperation={hand.setOperation}
          />
        ) : (
          <FormPane {...{ hand, sample, refusal, onRun }} />
        )}
      </div>
    </section>
  )
}

function FormPane({ hand, sample, refusal, onRun }: RequestPanelProps) {
  const { draft, target, written, edit } = hand
  const { form, beyond } = draft
  const editing = useMemo<QueryEditing>(
    () => ({ form, target, sample, problems: written.problems, refusal, edit }),
    [form, target, sample, written, refusal, edit],
  )
  if (beyond !== undefined) return <BeyondForm reason={beyond} hand={hand} />
  return (
    <QueryEditingContext value={editing}>
      <RequestForm onRun={onRun} />
    </QueryEditingContext>
  )
}

function BeyondForm({ reason, hand }: { reason: string; hand: DraftInHand }) {
  return (
    <EmptyState
      icon="code"
      title="This request is written in JSON"
      actions={
        <>
          <Button tone="accent" onClick={() => hand.setPane('json')}>
            Show the JSON
          </Button>
          <Button onClick={hand.reset}>Give it up and use the form</Button>
        </>
      }
    >
      The form cannot show it. {reason}
    </EmptyState>
  )
}
