import { useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useProject } from '../workspace/project.ts'
import { renameProject } from '../workspace/projects.ts'
import { useSubmit } from './useSubmit.ts'

export function RenameProjectDialog({ onClose }: { onClose(): void }) {
  const current = useProject((state) => state.name)
  const [name, setName] = useState(current)
  const input = useRef<HTMLInputElement>(null)
  const { error, busy, submit } = useSubmit(async () => {
    await renameProject(name)
    onClose()
  })
  const isEmpty = name.trim() === ''
  return (
    <Dialog
      title="Rename the project"
      size="small"
      initialFocus={input}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="accent" disabled={busy || isEmpty} onClick={submit}>
            Rename
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty) submit()
        }}
      >
        <Field label="Name" error={isEmpty ? 'A project needs a name.' : undefined}>
          {(field) => (
            <TextInput
              {...field}
              ref={input}
              value={name}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {error && <ErrorNote {...error} />}
      </form>
    </Dialog>
  )
}
