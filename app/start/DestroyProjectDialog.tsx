import { openDialog } from '../workspace/dialogs.ts'
import { destroyProject } from '../workspace/projects.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useSubmit } from './useSubmit.ts'

/** Opened from the list of projects, and leads back to it. */
export function DestroyProjectDialog({ id, name }: { id: string; name: string }) {
  const close = () => openDialog({ kind: 'projects' })
  const submission = useSubmit(async () => {
    await destroyProject(id)
    close()
  })
  return (
    <ConfirmDialog
      title={`Remove “${name}” for good?`}
      act="Remove for good"
      submission={submission}
      onClose={close}
    >
      <p>
        This destroys its design, its tables with <strong>all their items</strong>, and its saved queries.
        Nothing brings them back.
      </p>
    </ConfirmDialog>
  )
}
