// Which dialog is open, if any. Dialogs are loaded when they are first opened; anything may open one.

import { create } from 'zustand'

export type OpenDialog =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'newTable' }
  | { kind: 'newIndex'; table: string }
  | { kind: 'deleteTable'; table: string }
  | { kind: 'deleteIndex'; table: string; index: string }
  | { kind: 'renameProject' }
  | { kind: 'deleteProject'; id: string; name: string }
  | { kind: 'destroyProject'; id: string; name: string }
  | { kind: 'projects' }
  | { kind: 'import' }
  | { kind: 'export' }

export const useDialog = create<{ dialog: OpenDialog | undefined }>()(() => ({ dialog: undefined }))

export function openDialog(dialog: OpenDialog): void {
  useDialog.setState({ dialog })
}

const OF_PROJECT: readonly OpenDialog['kind'][] = [
  'newTable',
  'newIndex',
  'deleteTable',
  'deleteIndex',
  'renameProject',
  'export',
]

/** Closes a dialog that speaks of what is in the open project. */
export function closeProjectDialog(): void {
  const { dialog } = useDialog.getState()
  if (dialog && OF_PROJECT.includes(dialog.kind)) closeDialog()
}

export function closeDialog(): void {
  useDialog.setState({ dialog: undefined })
}
