import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import type { Submission } from './useSubmit.ts'

export interface ConfirmDialogProps {
  title: string
  /** What will be destroyed, and how it comes back. */
  children: ReactNode
  /** The act: 'Delete table'. */
  act: string
  submission: Submission
  onClose(): void
}

/** Asks before something is destroyed; says what it is and that it can be undone. */
export function ConfirmDialog({ title, children, act, submission, onClose }: ConfirmDialogProps) {
  const { error, busy, submit } = submission
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="danger" disabled={busy} onClick={submit}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      {error && <ErrorNote {...error} />}
    </Dialog>
  )
}
