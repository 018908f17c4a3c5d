// Which panes are open and how wide: remembered by this browser.

import { create } from 'zustand'
import { readStored, writeStored } from '../workspace/stored.ts'

export type Pane = 'sidebar' | 'inspector' | 'activity'

type Panes = Record<Pane, boolean>

/** On a narrow window the main view gets the room at first. */
const DEFAULTS: Panes = { sidebar: true, inspector: innerWidth >= 1180, activity: false }

export const useFrame = create<{ panes: Panes }>()(() => ({
  panes: { ...DEFAULTS, ...readStored<Partial<Panes>>('panes', {}) },
}))

export function setPane(pane: Pane, open: boolean): void {
  const panes = { ...useFrame.getState().panes, [pane]: open }
  useFrame.setState({ panes })
  writeStored('panes', panes)
}

export function togglePane(pane: Pane): void {
  setPane(pane, !useFrame.getState().panes[pane])
}

/** The size of a pane in pixels, as it was left. */
export function storedSize(pane: Pane, fallbackPx: number): number {
  return readStored<Partial<Record<Pane, number>>>('paneSizes', {})[pane] ?? fallbackPx
}

export function storeSize(pane: Pane, sizePx: number): void {
  if (sizePx < 1) return
  writeStored('paneSizes', { ...readStored('paneSizes', {}), [pane]: Math.round(sizePx) })
}
