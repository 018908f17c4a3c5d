import type { ReactNode } from 'react'
import type { ProjectSummary } from '../../engine/worker/beside.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { KEPT_DAYS } from '../workspace/deletedProjects.ts'
import { openDialog } from '../workspace/dialogs.ts'
import { notifyError } from '../workspace/notify.ts'
import { useProject } from '../workspace/project.ts'
import { restoreProject, useProjects } from '../workspace/projects.ts'
import { navigate } from '../workspace/route.ts'
import styles from './ProjectsDialog.module.css'

/** All projects of this browser, and those that can still be brought back. */
export function ProjectsDialog({ onClose }: { onClose(): void }) {
  const { projects, deleted } = useProjects()
  const openId = useProject((state) => state.id)
  const open = (id: string) => {
    navigate({ projectId: id })
    onClose()
  }
  return (
    <Dialog title="Projects in this browser" onClose={onClose}>
      <ul>
        {projects?.map((project) => (
          <ProjectLine
            key={project.id}
            project={project}
            isOpen={project.id === openId}
            onOpen={() => open(project.id)}
          >
            <Button size="small" onClick={() => open(project.id)}>
              Open
            </Button>
            <IconButton
              icon="delete"
              size="small"
              label={`Delete ${project.name}`}
              onClick={() => openDialog({ kind: 'deleteProject', id: project.id, name: project.name })}
            />
          </ProjectLine>
        ))}
      </ul>
      {projects?.length === 0 && <p className={styles.none}>No projects yet.</p>}
      {deleted.length > 0 && <DeletedProjects deleted={deleted} onClose={onClose} />}
    </Dialog>
  )
}

function DeletedProjects({ deleted, onClose }: { deleted: readonly ProjectSummary[]; onClose(): void }) {
  const attempt = (act: Promise<void>) =>
    act.catch((error: unknown) => notifyError('The project is as it was', error))
  return (
    <section className={styles.deleted}>
      <h3 className={styles.title}>Deleted, kept for {KEPT_DAYS} days</h3>
      <ul>
        {deleted.map((project) => (
          <ProjectLine key={project.id} project={project}>
            <Button size="small" onClick={() => void attempt(restoreProject(project.id).then(onClose))}>
              Bring back
            </Button>
            <Button
              size="small"
              tone="quiet"
              onClick={() => openDialog({ kind: 'destroyProject', id: project.id, name: project.name })}
            >
              Remove for good…
            </Button>
          </ProjectLine>
        ))}
      </ul>
    </section>
  )
}

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })

interface ProjectLineProps {
  project: ProjectSummary
  isOpen?: boolean
  /** Without it the name is only a name. */
  onOpen?(): void
  children: ReactNode
}

function ProjectLine({ project, isOpen, onOpen, children }: ProjectLineProps) {
  return (
    <li className={styles.line}>
      {onOpen ? (
        <button type="button" className={`${styles.name} ${styles.link}`} onClick={onOpen}>
          {project.name}
        </button>
      ) : (
        <span className={styles.name}>{project.name}</span>
      )}
      {isOpen && <Chip tone="accent">open</Chip>}
      <span className={styles.date}>opened {moment.format(project.openedAt)}</span>
      {children}
    </li>
  )
}
