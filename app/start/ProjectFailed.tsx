import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { runCommand } from '../workspace/commands.ts'
import { findErrorHint } from '../workspace/errorHint.ts'
import { openProject, useProject } from '../workspace/project.ts'
import { navigate } from '../workspace/route.ts'
import styles from './ProjectFailed.module.css'

/** The project of the address cannot be opened: says why, and offers the ways on. */
export function ProjectFailed({ error }: { error: { name: string; message: string } }) {
  const id = useProject((state) => state.id)
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>This project did not open</h1>
      <ErrorNote
        {...error}
        hint={
          findErrorHint(error) ??
          'It may have been deleted, or made in another browser: projects stay where they were made.'
        }
        actions={
          <>
            {id && <Button onClick={() => void openProject(id)}>Try again</Button>}
            <Button onClick={() => runCommand('project.all')}>All projects…</Button>
            <Button onClick={() => navigate({ projectId: undefined })}>Start page</Button>
          </>
        }
      />
    </main>
  )
}
