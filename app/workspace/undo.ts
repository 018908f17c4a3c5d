// What can be taken back, through the whole session. A step knows how to undo and redo itself; steps run
// one at a time, newest first, and belong to the project in which they were made. A step that fails leaves
// the lists as they were.

import { create } from 'zustand'
import { notifyError } from './notify.ts'

export interface UndoStep {
  /** What was done, as the button says after "Undo": 'delete 3 items'. */
  label: string
  undo(): Promise<void>
  redo(): Promise<void>
}

/** A step that was pushed, for a button that means this one and no other. */
export interface PushedStep {
  isNewest(): boolean
  /** Undoes it if it is the newest; else nothing happens. */
  undo(): Promise<void>
}

export interface UndoState {
  undoLabel?: string | undefined
  redoLabel?: string | undefined
  busy: boolean
}

export const useUndo = create<UndoState>()(() => ({ busy: false }))

let owner: string | undefined
let done: readonly UndoStep[] = []
let undone: readonly UndoStep[] = []

function publish(): void {
  useUndo.setState({ undoLabel: done.at(-1)?.label, redoLabel: undone.at(-1)?.label })
}

/**
 * Records what was just done in a project. Whatever had been undone can no longer be redone. A step of a
 * project that is not open any more is dropped.
 */
export function pushUndo(step: UndoStep, projectId: string | undefined = owner): PushedStep {
  const isNewest = () => done.at(-1) === step
  if (projectId === owner) {
    done = [...done, step]
    undone = []
    publish()
  }
  return { isNewest, undo: async () => void (isNewest() && (await undo())) }
}

/** Forgets everything: another project is open, or none. */
export function forgetUndo(nextProjectId?: string): void {
  owner = nextProjectId
  done = []
  undone = []
  publish()
}

/** Keeps the steps as they are now; the answer brings them back, unless another project is open then. */
export function keepUndo(): () => void {
  const kept = { owner, done, undone }
  return () => {
    if (owner !== kept.owner) return
    if (done.length === 0) undone = kept.undone
    done = [...kept.done, ...done]
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
  const step = (direction === 'undo' ? done : undone).at(-1)
  if (!step || useUndo.getState().busy) return
  useUndo.setState({ busy: true })
  try {
    await step[direction]()
    moved(step, direction)
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

/** While it ran, further steps may have been pushed, or all of them forgotten. */
function moved(step: UndoStep, direction: 'undo' | 'redo'): void {
  const without = (steps: readonly UndoStep[]) => steps.filter((each) => each !== step)
  if (direction === 'undo' && done.includes(step)) {
    done = without(done)
    undone = [...undone, step]
  } else if (direction === 'redo' && undone.includes(step)) {
    undone = without(undone)
    done = [...done, step]
  }
}
