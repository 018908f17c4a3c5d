import { plural } from '../workspace/plural.ts'
import { useProject } from '../workspace/project.ts'
import { deleteProject } from '../workspace/projects.ts'
import { useTables } from '../workspace/tables.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { useSubmit } from './useSubmit.ts'

export function DeleteProjectDialog({ id, name, onClose }: { id: string; name: string; onClose(): void }) {
  const isOpen = useProject((state) => state.id === id)
  const tables = useTables((state) => state.tables)
  const submission = useSubmit(async () => {
    await deleteProject(id)
    onClose()
  })
  const items = tables?.reduce((sum, table) => sum + table.ItemCount, 0) ?? 0
  return (
    <ConfirmDialog
      title={`Delete project “${name}”?`}
      act="Delete project"
      submission={submission}
      onClose={onClose}
    >
      <p>
        {isOpen && tables ? (
          <>
            This removes <strong>{plural(tables.length, 'table')}</strong> with{' '}
            <strong>{plural(items, 'item')}</strong>.{' '}
          </>
        ) : (
          'This removes its tables with all their items. '
        )}
        For seven days it can be brought back from the list of projects.
      </p>
    </ConfirmDialog>
  )
}
