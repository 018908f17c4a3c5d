// What can be taken back, through the whole session. A step knows how to undo and redo itself; steps run
// one at a time, newest first. A step that fails leaves the lists as they were.

import { create } from 'zustand'
import { notifyError } from './notify.ts'

export interface UndoStep {
  /** What was done, as the button says after "Undo": 'delete 3 items'. */
  label: string
  undo(): Promise<void>
  redo(): Promise<void>
}

export interface UndoState {
  undoLabel?: string | undefined
  redoLabel?: string | undefined
  busy: boolean
}

export const useUndo = create<UndoState>()(() => ({ busy: false }))

let done: UndoStep[] = []
let undone: UndoStep[] = []

function publish(): void {
  useUndo.setState({ undoLabel: done.at(-1)?.label, redoLabel: undone.at(-1)?.label })
}

/** Records what was just done. Whatever had been undone can no longer be redone. */
export function pushUndo(step: UndoStep): void {
  done.push(step)
  undone = []
  publish()
}

/** Forgets everything: another project is open. */
export function forgetUndo(): void {
  done = []
  undone = []
  publish()
}

/** Keeps the steps as they are now; calling the answer brings them back. */
export function keepUndo(): () => void {
  const kept = { done, undone }
  return () => {
    done = kept.done
    undone = kept.undone
    publish()
  }
}

export function undo(): Promise<void> {
  return move('undo')
}

export function redo(): Promise<void> {
  return move('redo')
}

async function move(direction: 'undo' | 'redo'): Promise<void> {
  const [from, to] = direction === 'undo' ? [done, undone] : [undone, done]
  const step = from.at(-1)
  if (!step || useUndo.getState().busy) return
  useUndo.setState({ busy: true })
  try {
    await step[direction]()
    from.pop()
    to.push(step)
  } catch (error) {
    notifyError(
      direction === 'undo' ? `Could not undo: ${step.label}` : `Could not redo: ${step.label}`,
      error,
    )
  } finally {
    useUndo.setState({ busy: false })
    publish()
  }
}
