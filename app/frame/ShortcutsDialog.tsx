import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useCommands } from '../workspace/commands.ts'
import styles from './ShortcutsDialog.module.css'
import { listShortcuts } from './shortcutLines.ts'

/** Every key that does something, by group. */
export function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const groups = listShortcuts(useCommands())
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <div className={styles.groups}>
        {[...groups].map(([group, lines]) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl>
              {lines.map(({ label, keys }) => (
                <div key={label} className={styles.line}>
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
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
