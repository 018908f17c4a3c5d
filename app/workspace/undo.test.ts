import { beforeEach, describe, expect, test } from 'vitest'
import { useNotices } from './notify.ts'
import { notifyUndoable } from './notifyUndoable.ts'
import { forgetUndo, keepUndo, type PushedStep, pushUndo, redo, undo, useUndo } from './undo.ts'

let value = 0

function add(amount: number): PushedStep {
  value += amount
  return pushUndo({
    label: `add ${amount}`,
    undo: async () => {
      value -= amount
    },
    redo: async () => {
      value += amount
    },
  })
}

beforeEach(() => {
  value = 0
  forgetUndo()
  useNotices.setState({ notices: [] })
})

describe('undo', () => {
  test('goes back and forth, newest first', async () => {
    add(1)
    add(10)
    expect(useUndo.getState()).toMatchObject({ undoLabel: 'add 10', redoLabel: undefined })
    await undo()
    expect(value).toBe(1)
    expect(useUndo.getState()).toMatchObject({ undoLabel: 'add 1', redoLabel: 'add 10' })
    await undo()
    await undo()
    expect(value).toBe(0)
    await redo()
    await redo()
    await redo()
    expect(value).toBe(11)
  })

  test('a new edit drops what had been undone', async () => {
    add(1)
    await undo()
    add(5)
    expect(useUndo.getState().redoLabel).toBeUndefined()
    await redo()
    expect(value).toBe(5)
  })

  test('a step that fails stays where it is and says so', async () => {
    let fails = true
    pushUndo({
      label: 'delete table',
      undo: async () => {
        if (fails) throw new Error('ResourceInUseException')
        value = 7
      },
      redo: async () => {},
    })
    await undo()
    expect(useUndo.getState()).toMatchObject({ undoLabel: 'delete table', redoLabel: undefined, busy: false })
    expect(useNotices.getState().notices[0]?.title).toBe('Could not undo: delete table')
    fails = false
    await undo()
    expect(value).toBe(7)
  })

  test('one step at a time', async () => {
    add(1)
    add(2)
    await Promise.all([undo(), undo()])
    expect(value).toBe(1)
  })

  test('a step that is pushed while another is undone stays, and the undone one can be redone', async () => {
    let finish = () => {}
    pushUndo({
      label: 'slow',
      undo: () => new Promise((resolve) => (finish = resolve)),
      redo: async () => {},
    })
    const undoing = undo()
    add(4)
    finish()
    await undoing
    expect(useUndo.getState()).toMatchObject({ undoLabel: 'add 4', redoLabel: 'slow' })
    await undo()
    expect(value).toBe(0)
    expect(useUndo.getState().undoLabel).toBeUndefined()
  })

  test('steps belong to their project', async () => {
    forgetUndo('one')
    let finish = () => {}
    pushUndo(
      { label: 'slow', undo: () => new Promise((resolve) => (finish = resolve)), redo: async () => {} },
      'one',
    )
    const undoing = undo()
    forgetUndo('two')
    finish()
    await undoing
    expect(useUndo.getState()).toMatchObject({ undoLabel: undefined, redoLabel: undefined, busy: false })
    const late = pushUndo({ label: 'late', undo: async () => {}, redo: async () => {} }, 'one')
    expect(useUndo.getState().undoLabel).toBeUndefined()
    expect(late.isNewest()).toBe(false)
  })

  test('the Undo of a notice means its own step, and leaves with it', async () => {
    const notices = () => useNotices.getState().notices.map(({ title }) => title)
    const step = add(2)
    notifyUndoable({ tone: 'ok', title: 'Added 2' }, step)
    expect(notices()).toEqual(['Added 2'])
    add(3)
    expect(notices()).toEqual([])
    await step.undo()
    expect(value).toBe(5)
  })

  test('the Undo of a notice undoes while its step is the newest', async () => {
    notifyUndoable({ tone: 'ok', title: 'Added 2' }, add(2))
    useNotices.getState().notices[0]?.action?.run()
    await expect.poll(() => value).toBe(0)
    await expect.poll(() => useNotices.getState().notices).toEqual([])
  })

  test('steps that were kept come back', async () => {
    add(3)
    const restore = keepUndo()
    forgetUndo()
    expect(useUndo.getState().undoLabel).toBeUndefined()
    restore()
    await undo()
    expect(value).toBe(0)
  })
})
