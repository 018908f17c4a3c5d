import { beforeEach, describe, expect, test } from 'vitest'
import { useNotices } from './notify.ts'
import { forgetUndo, keepUndo, pushUndo, redo, undo, useUndo } from './undo.ts'

let value = 0

function add(amount: number): void {
  value += amount
  pushUndo({
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
