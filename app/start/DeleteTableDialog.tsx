import { useRef, useState } from 'react'
import { Progress } from '../ui/Progress.tsx'
import { notifyUndoable } from '../workspace/notifyUndoable.ts'
import { plural } from '../workspace/plural.ts'
import { currentRoute, navigate } from '../workspace/route.ts'
import { deleteTable, describeLoss } from '../workspace/tableEdits.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useSubmit } from './useSubmit.ts'

export function DeleteTableDialog({ table, onClose }: { table: string; onClose(): void }) {
  const [loss] = useState(() => describeLoss(table))
  const [kept, setKept] = useState<number>()
  const abort = useRef(new AbortController())
  const submission = useSubmit(async () => {
    const step = await deleteTable(table, { signal: abort.current.signal, onProgress: setKept })
    if (currentRoute().table === table) navigate({ table: undefined }, { replace: true })
    notifyUndoable({ tone: 'info', title: `Table ${table} was deleted` }, step)
    onClose()
  })
  const close = () => {
    abort.current.abort(new DOMException('Cancelled.', 'AbortError'))
    onClose()
  }
  return (
    <ConfirmDialog
      title={`Delete table ${table}?`}
      act="Delete table"
      submission={submission}
      onClose={close}
    >
      <p>
        This destroys <strong>{plural(loss.items, 'item')}</strong> and{' '}
        <strong>{plural(loss.indexes, 'index', 'indexes')}</strong>. Undo brings all of it back, as long as
        this tab stays open.
      </p>
      {submission.busy && <Progress label="Keeping the items for undo" done={kept ?? 0} total={loss.items} />}
    </ConfirmDialog>
  )
}
