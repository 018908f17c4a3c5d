import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Notice } from './beside.ts'
import { createNoticeBoard } from './noticeBoard.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function createBoard() {
  const sent: Notice[] = []
  return { sent, board: createNoticeBoard((notice) => sent.push(notice)) }
}

const saving: Notice = { kind: 'status', status: 'saving' }
const saved: Notice = { kind: 'status', status: 'saved' }

describe('the notice board', () => {
  test('sends a change at once and gathers those that follow', () => {
    const { sent, board } = createBoard()
    board.post({ kind: 'changed', tables: ['A'] })
    expect(sent).toEqual([{ kind: 'changed', tables: ['A'] }])
    for (const table of ['B', 'A', 'B']) board.post({ kind: 'changed', tables: [table] })
    board.post({ kind: 'documents', names: ['design'] })
    expect(sent).toHaveLength(1)
    vi.runAllTimers()
    expect(sent.slice(1)).toEqual([
      { kind: 'changed', tables: ['B', 'A'] },
      { kind: 'documents', names: ['design'] },
    ])
  })

  test('after a rest the next change goes out at once again', () => {
    const { sent, board } = createBoard()
    board.post({ kind: 'changed', tables: ['A'] })
    vi.runAllTimers()
    board.post({ kind: 'changed', tables: ['A'] })
    expect(sent).toHaveLength(2)
  })

  test('tells of a save that began only when it takes long', () => {
    const { sent, board } = createBoard()
    board.post(saving)
    board.post(saved)
    vi.runAllTimers()
    expect(sent).toEqual([saved])
    board.post(saving)
    vi.runAllTimers()
    expect(sent).toEqual([saved, saving])
  })

  test('tells of a failure at once', () => {
    const { sent, board } = createBoard()
    const failed: Notice = { kind: 'status', status: 'failed', error: { name: 'StorageFull', message: '' } }
    board.post(saving)
    board.post(failed)
    expect(sent).toEqual([failed])
  })

  test('sends what is gathered when it closes, and nothing after that', () => {
    const { sent, board } = createBoard()
    board.post(saved)
    board.close()
    board.post({ kind: 'projects' })
    vi.runAllTimers()
    expect(sent).toEqual([saved])
  })
})
