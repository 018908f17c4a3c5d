import styles from './Kbd.module.css'

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')
const SIGNS: Record<string, string> = isApple
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵', Backspace: '⌫' }
  : { Mod: 'Ctrl', Enter: '↵' }

/** Keys as this machine prints them: 'Mod+Shift+Z' is ⇧⌘Z or Ctrl+Shift+Z; what follows a space is left out. */
export function printKeys(keys: string): string {
  return (keys.split(' ', 1)[0] ?? '')
    .split('+')
    .map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(isApple ? '' : '+')
}

export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{printKeys(keys)}</kbd>
}
