import type { IconName } from './Icon.tsx'

export interface MenuCommand {
  label: string
  icon?: IconName | undefined
  /** A remark at the end: a count, a type. */
  detail?: string | undefined
  keys?: string | undefined
  tone?: 'danger'
  disabled?: boolean | undefined
  /** Defined for choices: shows a tick when true. */
  checked?: boolean | undefined
  run(): void
}

export type MenuEntry =
  | MenuCommand
  | 'separator'
  | { heading: string }
  | { label: string; icon?: IconName; entries: MenuEntry[] }
