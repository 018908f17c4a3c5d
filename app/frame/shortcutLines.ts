// What the sheet of shortcuts lists: the commands that have keys, read from the registry, and the keys of
// the places that answer to them only while they have the focus or are on the screen.

import type { Command } from '../workspace/commands.ts'

export interface ShortcutLine {
  label: string
  keys: string
}

/** By group. A command of the registry takes the place of the same keys of the same group. */
const OF_PLACES: Readonly<Record<string, readonly ShortcutLine[]>> = {
  Items: [
    { label: 'Move from cell to cell', keys: 'Arrows' },
    { label: 'Edit the cell', keys: 'Enter' },
    { label: 'Look inside the cell', keys: 'Alt+↓' },
    { label: 'Select the item, or let it go', keys: 'Space' },
    { label: 'Select on to the next item', keys: 'Shift+↓' },
    { label: 'Copy the selected items', keys: 'Mod+C' },
    { label: 'Paste items', keys: 'Mod+V' },
    { label: 'Duplicate the selected items', keys: 'Mod+D' },
    { label: 'Delete the selected items', keys: 'Delete' },
  ],
  Query: [{ label: 'Run the request', keys: 'Mod+Enter' }],
}

export function listShortcuts(commands: readonly Command[]): Map<string, ShortcutLine[]> {
  const groups = new Map<string, ShortcutLine[]>()
  const add = (group: string, line: ShortcutLine) => groups.set(group, [...(groups.get(group) ?? []), line])
  for (const { group = 'More', label, keys } of commands) if (keys) add(group, { label, keys })
  for (const [group, lines] of Object.entries(OF_PLACES)) {
    const known = new Set(groups.get(group)?.map(({ keys }) => keys))
    for (const line of lines) if (!known.has(line.keys)) add(group, line)
  }
  return groups
}
