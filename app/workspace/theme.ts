// Light, dark, or as the system says. index.html applies the stored choice before the first paint, so the
// names of the key and the attribute here and there must agree.

import { create } from 'zustand'
import { readStored, writeStored } from './stored.ts'

export type Theme = 'light' | 'dark' | 'system'

const THEMES: readonly Theme[] = ['light', 'dark', 'system']

function storedTheme(): Theme {
  const theme = readStored<Theme>('theme', 'system')
  return THEMES.includes(theme) ? theme : 'system'
}

export const useTheme = create<{ theme: Theme }>()(() => ({ theme: storedTheme() }))

export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  writeStored('theme', theme)
  useTheme.setState({ theme })
}

/** The next of light, dark and system. */
export function cycleTheme(): void {
  const at = THEMES.indexOf(useTheme.getState().theme)
  setTheme(THEMES[(at + 1) % THEMES.length] ?? 'system')
}
