// What can be done from anywhere: the commands of the frame. Menus, the palette and the shortcuts all
// run these by name.

import { type Command, registerCommands } from '../workspace/commands.ts'
import { openDialog } from '../workspace/dialogs.ts'
import { useProject } from '../workspace/project.ts'
import { createProject, duplicateProject } from '../workspace/projects.ts'
import { currentRoute, navigate } from '../workspace/route.ts'
import { setTheme } from '../workspace/theme.ts'
import { startTour } from '../workspace/tour.ts'
import { redo, undo, useUndo } from '../workspace/undo.ts'
import { togglePane } from './frameState.ts'

const hasProject = () => useProject.getState().status === 'ready'
const hasTable = () => hasProject() && currentRoute().table !== undefined

const EDIT: Command[] = [
  {
    name: 'edit.undo',
    label: 'Undo',
    group: 'Edit',
    keys: 'Mod+Z',
    when: () => useUndo.getState().undoLabel !== undefined,
    run: undo,
  },
  {
    name: 'edit.redo',
    label: 'Redo',
    group: 'Edit',
    keys: 'Mod+Shift+Z Mod+Y',
    when: () => useUndo.getState().redoLabel !== undefined,
    run: redo,
  },
]

const VIEW: Command[] = [
  {
    name: 'palette.open',
    label: 'Find or run…',
    group: 'Go to',
    keys: 'Mod+K',
    whileTyping: true,
    run: () => openDialog({ kind: 'palette' }),
  },
  {
    name: 'view.items',
    label: 'Items',
    group: 'Go to',
    keys: 'Alt+1',
    whileTyping: true,
    when: hasProject,
    run: () => navigate({ view: 'items' }),
  },
  {
    name: 'view.query',
    label: 'Query',
    group: 'Go to',
    keys: 'Alt+2',
    whileTyping: true,
    when: hasProject,
    run: () => navigate({ view: 'query' }),
  },
  {
    name: 'start.open',
    label: 'Sample designs',
    group: 'Go to',
    keywords: 'gallery start examples',
    run: () => navigate({ projectId: undefined }),
  },
  {
    name: 'pane.sidebar',
    label: 'Show or hide the sidebar',
    group: 'Window',
    keys: 'Mod+B',
    whileTyping: true,
    when: hasProject,
    run: () => togglePane('sidebar'),
  },
  {
    name: 'pane.inspector',
    label: 'Show or hide the inspector',
    group: 'Window',
    keys: 'Mod+I',
    whileTyping: true,
    when: hasProject,
    run: () => togglePane('inspector'),
  },
  {
    name: 'pane.activity',
    label: 'Show or hide the activity',
    group: 'Window',
    keys: 'Mod+J',
    whileTyping: true,
    when: hasProject,
    keywords: 'requests log console',
    run: () => togglePane('activity'),
  },
  { name: 'theme.light', label: 'Light theme', group: 'Window', run: () => setTheme('light') },
  { name: 'theme.dark', label: 'Dark theme', group: 'Window', run: () => setTheme('dark') },
  { name: 'theme.system', label: 'Theme of the system', group: 'Window', run: () => setTheme('system') },
  {
    name: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Help',
    keys: '?',
    run: () => openDialog({ kind: 'shortcuts' }),
  },
  { name: 'help.tour', label: 'Take the tour', group: 'Help', when: hasProject, run: startTour },
]

const PROJECT: Command[] = [
  {
    name: 'project.new',
    label: 'New project',
    group: 'Project',
    run: () => createProject('Untitled design'),
  },
  {
    name: 'project.rename',
    label: 'Rename the project…',
    group: 'Project',
    when: hasProject,
    run: () => openDialog({ kind: 'renameProject' }),
  },
  {
    name: 'project.duplicate',
    label: 'Duplicate the project',
    group: 'Project',
    when: hasProject,
    run: duplicateProject,
  },
  {
    name: 'project.delete',
    label: 'Delete the project…',
    group: 'Project',
    when: hasProject,
    run: askToDelete,
  },
  {
    name: 'project.all',
    label: 'All projects…',
    group: 'Project',
    run: () => openDialog({ kind: 'projects' }),
  },
  {
    name: 'file.export',
    label: 'Export…',
    group: 'Project',
    keys: 'Mod+Shift+E',
    keywords: 'download createtable nosql workbench save',
    when: hasProject,
    run: () => openDialog({ kind: 'export' }),
  },
]

const TABLE: Command[] = [
  {
    name: 'table.new',
    label: 'New table…',
    group: 'Table',
    keywords: 'create add',
    when: hasProject,
    run: () => openDialog({ kind: 'newTable' }),
  },
  {
    name: 'index.new',
    label: 'New index…',
    group: 'Table',
    keywords: 'create add gsi global secondary',
    when: hasTable,
    run: () => withTable((table) => openDialog({ kind: 'newIndex', table })),
  },
  {
    name: 'table.delete',
    label: 'Delete the table…',
    group: 'Table',
    keywords: 'drop remove',
    when: hasTable,
    run: () => withTable((table) => openDialog({ kind: 'deleteTable', table })),
  },
]

function askToDelete(): void {
  const { id, name } = useProject.getState()
  if (id) openDialog({ kind: 'deleteProject', id, name })
}

function withTable(act: (table: string) => void): void {
  const { table } = currentRoute()
  if (table) act(table)
}

/** Registers them; answers how to take them away. */
export function registerFrameCommands(): () => void {
  return registerCommands([...EDIT, ...VIEW, ...PROJECT, ...TABLE])
}
