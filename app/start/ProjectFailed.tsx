import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { runCommand } from '../workspace/commands.ts'
import { isDeleted } from '../workspace/deletedProjects.ts'
import { findErrorHint } from '../workspace/errorHint.ts'
import { notifyError } from '../workspace/notify.ts'
import { openProject, useProject } from '../workspace/project.ts'
import { restoreProject } from '../workspace/projects.ts'
import { navigate } from '../workspace/route.ts'
import styles from './ProjectFailed.module.css'

/** A deleted project is brought back before it is opened. */
function Again({ id }: { id: string }) {
  if (!isDeleted(id)) return <Button onClick={() => void openProject(id)}>Try again</Button>
  const bringBack = () =>
    void restoreProject(id).catch((error: unknown) => notifyError('The project is as it was', error))
  return (
    <Button tone="accent" onClick={bringBack}>
      Bring back
    </Button>
  )
}

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
            {id && <Again id={id} />}
            <Button onClick={() => runCommand('project.all')}>All projects…</Button>
            <Button onClick={() => navigate({ projectId: undefined })}>Start page</Button>
          </>
        }
      />
    </main>
  )
}
