import { MenuButton } from '../ui/MenuButton.tsx'
import type { MenuEntry } from '../ui/menuEntry.ts'
import { runCommand } from '../workspace/commands.ts'
import { useProject } from '../workspace/project.ts'
import { useProjects } from '../workspace/projects.ts'
import { navigate } from '../workspace/route.ts'
import styles from './ProjectMenu.module.css'

const MOST_PROJECTS = 7

/** The name of the open project, which is the heading of the page; opens the menu of projects. */
export function ProjectMenu() {
  const { status, id, name } = useProject()
  const projects = useProjects((state) => state.projects) ?? []
  const entries = (): MenuEntry[] => [
    ...(status === 'ready' ? openProjectEntries() : []),
    ...(projects.length > 0 ? [{ heading: 'Projects in this browser' }] : []),
    ...projects.slice(0, MOST_PROJECTS).map((project) => ({
      label: project.name,
      checked: project.id === id,
      run: () => navigate({ projectId: project.id }),
    })),
    { label: 'All projects…', run: () => runCommand('project.all') },
    'separator',
    { label: 'New project', icon: 'add', run: () => runCommand('project.new') },
    { label: 'Sample designs', icon: 'grid', run: () => runCommand('start.open') },
    { label: 'Import a file…', icon: 'import', keys: 'Mod+O', run: () => runCommand('file.import') },
  ]
  const isOpen = status === 'ready'
  const menu = (
    <MenuButton
      className={styles.button}
      tone="quiet"
      label={isOpen ? `Project: ${name}` : 'Projects'}
      entries={entries}
    >
      <span className={styles.name}>{isOpen ? name : 'Projects'}</span>
    </MenuButton>
  )
  return isOpen ? <h1 className={styles.heading}>{menu}</h1> : menu
}

function openProjectEntries(): MenuEntry[] {
  return [
    { label: 'Rename…', icon: 'edit', run: () => runCommand('project.rename') },
    { label: 'Duplicate', icon: 'duplicate', run: () => runCommand('project.duplicate') },
    { label: 'Export…', icon: 'export', keys: 'Mod+Shift+E', run: () => runCommand('file.export') },
    { label: 'Delete…', icon: 'delete', tone: 'danger', run: () => runCommand('project.delete') },
    'separator',
  ]
}
