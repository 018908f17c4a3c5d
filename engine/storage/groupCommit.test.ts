import { describe, expect, test } from 'vitest'
import { createGroupCommit } from './groupCommit.ts'
import type { LogGroup, LoggedChange } from './store.ts'

/** A log whose commits end only when the test says so. */
function createHeldLog() {
  const groups: LogGroup[] = []
  const ends: { resolve(length: number): void; reject(failure: unknown): void }[] = []
  return {
    groups,
    append(group: LogGroup): Promise<number> {
      groups.push(group)
      return new Promise((resolve, reject) => ends.push({ resolve, reject }))
    },
    end: () => ends.shift()!.resolve(100),
    fail: (failure: unknown) => ends.shift()!.reject(failure),
  }
}

function drop(name: string): LoggedChange {
  return { define: [name, null] }
}

async function settled(promise: Promise<unknown>): Promise<string> {
  const pending = Symbol('pending')
  const outcome = await Promise.race([
    promise.then(() => 'stored').catch(() => 'failed'),
    Promise.resolve(pending),
  ])
  return outcome === pending ? 'pending' : (outcome as string)
}

/** Lets everything that is already decided happen. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('group commit', () => {
  test('the first change is stored at once; those that come meanwhile share the next group', async () => {
    const log = createHeldLog()
    const group = createGroupCommit(log, 41)
    const first = group.commit([drop('A')])
    const second = group.commit([drop('B'), drop('C')])
    const third = group.commit([drop('D')])
    expect(log.groups).toEqual([{ sequence: 42, changes: [drop('A')] }])
    log.end()
    await first
    expect(log.groups[1]).toEqual({ sequence: 43, changes: [drop('B'), drop('C'), drop('D')] })
    expect(await settled(second)).toBe('pending')
    log.end()
    await Promise.all([second, third])
    expect(group.storedSequence).toBe(43)
  })

  test('a failed commit rejects everything pending, and all that comes later', async () => {
    const log = createHeldLog()
    const group = createGroupCommit(log, 0)
    const full = new Error('full')
    const pending = [group.commit([drop('A')]), group.commit([drop('B')]), group.flush()]
    log.fail(full)
    for (const promise of pending) await expect(promise).rejects.toBe(full)
    await expect(group.commit([drop('C')])).rejects.toBe(full)
    await expect(group.flush()).rejects.toBe(full)
    expect(group.failure).toBe(full)
    expect(log.groups).toHaveLength(1)
  })

  test('flush and empty commits wait for all that was handed in', async () => {
    const log = createHeldLog()
    const group = createGroupCommit(log, 0)
    await group.flush()
    void group.commit([drop('A')])
    void group.commit([drop('B')])
    const flushed = group.flush()
    const empty = group.commit([])
    log.end()
    await turn()
    expect(await settled(flushed)).toBe('pending')
    log.end()
    await Promise.all([flushed, empty])
    expect(log.groups).toHaveLength(2)
  })

  test('a commit that nobody waits for fails without an unhandled rejection', async () => {
    const log = createHeldLog()
    void createGroupCommit(log, 0).commit([drop('A')])
    log.fail(new Error('full'))
    await turn()
  })
})
