import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { type Command, useCommands } from '../workspace/commands.ts'
import styles from './ShortcutsDialog.module.css'

/** Every command that has keys, by group: read from the registry, so it is never out of date. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const groups = groupByName(useCommands().filter((command) => command.keys))
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <div className={styles.groups}>
        {[...groups].map(([group, commands]) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command.name} className={styles.line}>
                  <dt>{command.label}</dt>
                  <dd>
                    <Kbd keys={command.keys ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function groupByName(commands: readonly Command[]): Map<string, Command[]> {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const name = command.group ?? 'More'
    groups.set(name, [...(groups.get(name) ?? []), command])
  }
  return groups
}
