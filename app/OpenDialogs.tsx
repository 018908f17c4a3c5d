import { type ComponentType, lazy, Suspense } from 'react'
import { closeDialog, type OpenDialog, useDialog } from './workspace/dialogs.ts'

/** A dialog is fetched when it is first opened. */
function load<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await fetch() }))
}

const Palette = load(async () => (await import('./PaletteWithSamples.tsx')).PaletteWithSamples)
const Shortcuts = load(async () => (await import('./frame/ShortcutsDialog.tsx')).ShortcutsDialog)
const NewTable = load(async () => (await import('./start/NewTableDialog.tsx')).NewTableDialog)
const NewIndex = load(async () => (await import('./start/NewIndexDialog.tsx')).NewIndexDialog)
const DeleteTable = load(async () => (await import('./start/DeleteTableDialog.tsx')).DeleteTableDialog)
const DeleteIndex = load(async () => (await import('./start/DeleteIndexDialog.tsx')).DeleteIndexDialog)
const DeleteProject = load(async () => (await import('./start/DeleteProjectDialog.tsx')).DeleteProjectDialog)
const DestroyProject = load(
  async () => (await import('./start/DestroyProjectDialog.tsx')).DestroyProjectDialog,
)
const RenameProject = load(async () => (await import('./start/RenameProjectDialog.tsx')).RenameProjectDialog)
const Projects = load(async () => (await import('./start/ProjectsDialog.tsx')).ProjectsDialog)
const Import = load(async () => (await import('./start/ImportDialog.tsx')).ImportDialog)
const Export = load(async () => (await import('./start/ExportDialog.tsx')).ExportDialog)

export function OpenDialogs() {
  const { dialog } = useDialog()
  return <Suspense>{dialog && render(dialog)}</Suspense>
}

function render(dialog: OpenDialog) {
  const close = { onClose: closeDialog }
  if (dialog.kind === 'palette') return <Palette {...close} />
  if (dialog.kind === 'shortcuts') return <Shortcuts {...close} />
  if (dialog.kind === 'newTable') return <NewTable {...close} />
  if (dialog.kind === 'newIndex') return <NewIndex table={dialog.table} {...close} />
  if (dialog.kind === 'deleteTable') return <DeleteTable table={dialog.table} {...close} />
  if (dialog.kind === 'deleteIndex')
    return <DeleteIndex table={dialog.table} index={dialog.index} {...close} />
  if (dialog.kind === 'deleteProject') return <DeleteProject id={dialog.id} name={dialog.name} {...close} />
  if (dialog.kind === 'destroyProject') return <DestroyProject id={dialog.id} name={dialog.name} />
  if (dialog.kind === 'renameProject') return <RenameProject {...close} />
  if (dialog.kind === 'projects') return <Projects {...close} />
  if (dialog.kind === 'import') return <Import {...close} />
  return <Export {...close} />
}
