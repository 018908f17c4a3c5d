import { notifyUndoable } from '../workspace/notifyUndoable.ts'
import { currentRoute, navigate } from '../workspace/route.ts'
import { deleteIndex } from '../workspace/tableEdits.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useSubmit } from './useSubmit.ts'

export function DeleteIndexDialog({
  table,
  index,
  onClose,
}: {
  table: string
  index: string
  onClose(): void
}) {
  const submission = useSubmit(async () => {
    if (currentRoute().index === index) navigate({ index: undefined }, { replace: true })
    const step = await deleteIndex(table, index)
    notifyUndoable({ tone: 'info', title: `Index ${index} was deleted` }, step)
    onClose()
  })
  return (
    <ConfirmDialog
      title={`Delete index ${index}?`}
      act="Delete index"
      submission={submission}
      onClose={onClose}
    >
      <p>
        The items of <strong>{table}</strong> stay. Queries that name this index will fail. Undo makes it
        again from the items.
      </p>
    </ConfirmDialog>
  )
}
