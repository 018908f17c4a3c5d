// What the palette finds: tables, indexes, entities, projects, sample designs and commands, each as a line
// with the words that it is found by.

import type { IconName } from '../ui/Icon.tsx'
import { currentCommands, isEnabled, runCommand } from '../workspace/commands.ts'
import { focusEntity } from '../workspace/entityFocus.ts'
import { useProject } from '../workspace/project.ts'
import { useProjects } from '../workspace/projects.ts'
import { navigate } from '../workspace/route.ts'
import { indexesOf, useTables } from '../workspace/tables.ts'
import { formatCount } from './format.ts'

export interface PaletteEntry {
  id: string
  group: string
  label: string
  detail?: string
  icon?: IconName
  /** An entity's colour, instead of an icon. */
  color?: number
  keys?: string
  keywords?: string
  run(): void
}

export interface SampleName {
  name: string
  title: string
  open(): void
}

export function listPaletteEntries(samples: readonly SampleName[]): PaletteEntry[] {
  return [
    ...tableEntries(),
    ...entityEntries(),
    ...commandEntries(),
    ...projectEntries(),
    ...sampleEntries(samples),
  ]
}

function tableEntries(): PaletteEntry[] {
  return (useTables.getState().tables ?? []).flatMap((table): PaletteEntry[] => {
    const name = table.TableName
    const own: PaletteEntry = {
      id: `table/${name}`,
      group: 'Tables and indexes',
      label: name,
      detail: `${formatCount(table.ItemCount)} items`,
      icon: 'table',
      run: () => navigate({ table: name, index: undefined, key: undefined }),
    }
    const indexes = indexesOf(table).map(
      (index): PaletteEntry => ({
        id: `index/${name}/${index.IndexName}`,
        group: 'Tables and indexes',
        label: index.IndexName,
        detail: `${index.kind} of ${name}`,
        icon: 'index',
        run: () => navigate({ table: name, index: index.IndexName, key: undefined }),
      }),
    )
    return [own, ...indexes]
  })
}

function entityEntries(): PaletteEntry[] {
  return useProject.getState().design.tables.flatMap(({ definition: { TableName }, entities }) =>
    entities.map((entity) => ({
      id: `entity/${TableName}/${entity.name}`,
      group: 'Entities',
      label: entity.name,
      detail: TableName,
      color: entity.color,
      run: () => {
        navigate({ table: TableName, key: undefined })
        focusEntity(TableName, entity.name)
      },
    })),
  )
}

function commandEntries(): PaletteEntry[] {
  return currentCommands()
    .filter((command) => command.name !== 'palette.open' && isEnabled(command))
    .map((command) => ({
      id: `command/${command.name}`,
      group: 'Commands',
      label: command.label,
      ...(command.group ? { detail: command.group } : {}),
      ...(command.keys ? { keys: command.keys } : {}),
      ...(command.keywords ? { keywords: command.keywords } : {}),
      run: () => runCommand(command.name),
    }))
}

function projectEntries(): PaletteEntry[] {
  const openId = useProject.getState().id
  return (useProjects.getState().projects ?? [])
    .filter(({ id }) => id !== openId)
    .map(({ id, name }) => ({
      id: `project/${id}`,
      group: 'Projects',
      label: name,
      icon: 'project' as const,
      run: () => navigate({ projectId: id }),
    }))
}

function sampleEntries(samples: readonly SampleName[]): PaletteEntry[] {
  return samples.map(({ name, title, open }) => ({
    id: `sample/${name}`,
    group: 'Sample designs',
    label: title,
    icon: 'grid' as const,
    run: open,
  }))
}
